import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { Finding } from '@/lib/contracts/lint'
import type { NewVersion, PublishedVersion } from '@/lib/contracts/schema-version'
import { suggestLabel } from '@/lib/domain/diff/suggest-label'
import { canonicalize } from '@/lib/domain/json/canonical'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { latestVersion } from '@/lib/domain/versioning/label-order'
import { checkSchemaDocument } from '@/lib/server/schema-documents/check-schema-document'
import { findOpenDraftWith } from '@/lib/server/stores/draft-store'
import {
  publishUnderLock,
  type NewVersionRow,
  type PublicationBase,
  type PublicationEffects,
} from '@/lib/server/stores/schema-version-store'
import { authorize, type Actor } from './actor'
import { compareSchemas } from './check-compatibility'
import { createDraft } from './create-draft'
import { eventTypeNotFound } from './get-event-type'
import { getSchema } from './get-schema'
import { lintInCatalog } from './lint-in-catalog'
import { holdsUp } from '@/lib/domain/lint/holds-up'
import { problem } from './problem'

/**
 * Publishes a schema version. Identical content under the same label, or under none, answers the existing version.
 * What the rules hold up becomes a proposal; an import of what was published elsewhere (`published_at`) is taken as it is.
 * @param effects what else is done in the same transaction
 * @throws Problem `event-type-not-found`, `invalid-schema`, `label-taken`, `version-not-found`, `revision-mismatch`
 */
export async function publishVersion(
  actor: Actor,
  { name, body }: { name: string; body: NewVersion },
  effects?: PublicationEffects,
): Promise<PublishedVersion> {
  authorize(actor, 'publish')
  if (body.published_at !== undefined) authorize(actor, 'import-history')
  refuseInvalidSchema(body.schema as Json)
  const findings = await lintInCatalog({
    name,
    schema: body.schema as JsonObject | boolean,
    examples: body.examples as Json[] | undefined,
  })
  const isHeldUp = body.published_at === undefined && findings.some((finding) => holdsUp(finding))
  const published = await publishUnderLock(
    name,
    (base) => {
      const decision = decide(base, body, actor)
      return isHeldUp && 'insert' in decision ? 'held-up' : decision
    },
    effects,
  )
  if (published === 'held-up') return propose(actor, name, body, findings)
  if (published === 'no-event-type') throw eventTypeNotFound(name)
  if (published === 'draft-changed')
    throw problem(
      'revision-mismatch',
      'Somebody saved or ended this draft meanwhile. Read it again; nothing was published.',
    )
  return {
    created: published.created,
    version: await getSchema(actor, { id: published.id }),
    proposal: null,
    findings,
  }
}

/** @throws Problem `invalid-schema` where the schema breaks the metaschema of its draft */
export function refuseInvalidSchema(schema: Json): void {
  const violations = checkSchemaDocument(schema)
  const first = violations[0]
  if (!first) return
  throw problem(
    'invalid-schema',
    `The schema is not valid JSON Schema: ${first.pointer || 'it'} ${first.message}.`,
    violations.map((violation) => ({ ...violation, pointer: `/schema${violation.pointer}` })),
  )
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
      summary: body.notes?.slice(0, 500),
    },
  })
  return draft.id
}

function decide(
  { versions }: PublicationBase,
  body: NewVersion,
  actor: Actor,
): { insert: NewVersionRow } | { existing: string } {
  const schema = JSON.stringify(body.schema)
  const contentHash = createHash('sha256')
    .update(canonicalize(body.schema as Json))
    .digest('hex')
  const same = versions.filter((version) => version.contentHash === contentHash)
  const existing = body.label === undefined ? same.at(-1) : same.find(({ label }) => label === body.label)
  if (existing) return { existing: existing.id }
  if (versions.some(({ label }) => label === body.label)) {
    throw problem(
      'label-taken',
      `Version "${body.label}" is published with another schema, and a published version never changes. Choose the next label.`,
      [{ pointer: '/label', code: 'label-taken', message: 'This label is taken' }],
    )
  }
  const base =
    body.base === undefined ? latestVersion(versions) : versions.find(({ label }) => label === body.base)
  if (body.base !== undefined && !base) {
    throw problem('version-not-found', `There is no version "${body.base}" to continue.`, [
      { pointer: '/base', code: 'version-not-found', message: 'No such version' },
    ])
  }
  return {
    insert: {
      id: randomUUID(),
      label: body.label ?? nextLabel(versions, base, body.schema as Json),
      schema,
      examples: JSON.stringify(body.examples ?? []),
      notes: body.notes ?? '',
      contentHash,
      baseVersionId: base?.id ?? null,
      publishedBy: actor.name,
      ...(body.published_at === undefined ? {} : { publishedAt: new Date(body.published_at) }),
    },
  }
}

/** Longest label, as lib/contracts has it. */
const MAX_LABEL = 50

/** The label the changes suggest; counted on where a maintenance version has taken it. */
function nextLabel(
  versions: PublicationBase['versions'],
  base: PublicationBase['versions'][number] | undefined,
  schema: Json,
): string {
  if (!base) return '1.0.0'
  const { verdict, changes } = compareSchemas(JSON.parse(base.schema) as Json, schema, 'full', 'tolerant')
  const suggested = suggestLabel(base.label, changes, verdict)
  const taken = new Set(versions.map(({ label }) => label))
  let label = suggested
  for (let i = 2; taken.has(label) || label.length > MAX_LABEL; i++) {
    const ending = `-${i}`
    label = suggested.slice(0, MAX_LABEL - ending.length) + ending
  }
  return label
}
