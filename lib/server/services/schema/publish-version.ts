import 'server-only'
import type { Finding } from '@/lib/contracts/lint'
import type { NewVersion, PublishedVersion } from '@/lib/contracts/schema-version'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { holdsUp } from '@/lib/domain/lint/holds-up'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { findOpenDraftWith } from '@/lib/server/stores/draft-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { createDraft } from '@/lib/server/services/draft/create-draft'
import { getSchema } from './get-schema'
import { doerOf } from '@/lib/server/services/proposal/hold-proposal'
import { lintInCatalog } from '@/lib/server/services/catalog/lint-in-catalog'
import { readRules } from '@/lib/server/services/proposal/proposal-rules'
import { publishSchema } from './publish-schema'
import { refuseInvalidSchema } from './refuse-invalid-schema'
import {
  publicationWords,
  readAudienceOfType,
  tellOfPublication,
} from '@/lib/server/services/inbox/tell-people'

/**
 * Publishes a schema version. Identical content under the same label, or under none, answers the existing version.
 * What the rules hold up, or a review has to see first, becomes a proposal; an import of what was published elsewhere
 * (`published_at`) is taken as it is. Owner and consumers are told of what is new.
 * @throws Problem `event-type-not-found`, `invalid-schema`, `label-taken`, `version-not-found`, `reason-needed`;
 *   what `publishSchema` throws of large schemas
 */
export async function publishVersion(
  actor: Actor,
  { name, body, signal }: { name: string; body: NewVersion; signal?: AbortSignal },
): Promise<PublishedVersion> {
  const owner = (await currentCatalog()).entries.get(name)?.row.owner ?? null
  authorize(actor, 'publish', { owner: owner?.slug })
  if (body.published_at !== undefined) authorize(actor, 'import-history')
  refuseInvalidSchema(body.schema as Json)
  const findings = await lintInCatalog({
    name,
    schema: body.schema as JsonObject | boolean,
    examples: body.examples as Json[] | undefined,
  })
  const isImport = body.published_at !== undefined
  const { rules } = await readRules(owner?.slug ?? null, [actor.id])
  const isHeldUp = !isImport && (rules.reviewNeeded || findings.some((finding) => holdsUp(finding)))
  const audience = isImport ? null : await readAudienceOfType(name)
  const published = await publishSchema(name, body, {
    by: actor,
    signal,
    isHeldUp,
    after: async (transaction, { label, created, breakingReason }) => {
      if (!audience || !created) return
      const words = publicationWords(body.notes ?? '', breakingReason)
      await tellOfPublication(transaction, {
        by: doerOf(actor),
        eventType: name,
        version: label,
        body: words,
        ...audience,
      })
    },
  })
  if (published === 'held-up') return propose(actor, name, body, findings)
  return {
    created: published.created,
    version: await getSchema(actor, { id: published.id }),
    proposal: null,
    findings,
  }
}

/** A draft of what was sent; sent again, while that draft is open, it is the same one. */
async function propose(
  actor: Actor,
  name: string,
  body: NewVersion,
  findings: Finding[],
): Promise<PublishedVersion> {
  const schemaText = JSON.stringify(body.schema, null, 2)
  const id = (await findOpenDraftWith(name, schemaText)) ?? (await draftOf(actor, name, body, schemaText))
  return { created: false, version: null, proposal: { id, href: `/proposals/${id}` }, findings }
}

async function draftOf(actor: Actor, name: string, body: NewVersion, schemaText: string): Promise<string> {
  const draft = await createDraft(actor, {
    body: {
      event_type: name,
      base: body.base,
      label: body.label,
      schema_text: schemaText,
      examples_text: JSON.stringify(body.examples ?? [], null, 2),
      summary: [body.notes, body.breaking_reason].filter(Boolean).join('\n\n').slice(0, 500),
    },
  })
  return draft.id
}
