import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Draft, NewDraft } from '@/lib/contracts/draft'
import { latestVersion } from '@/lib/domain/versioning/label-order'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { findDraft, insertDraft } from '@/lib/server/stores/draft-store'
import { inTransaction, insertRevision } from '@/lib/server/stores/proposal-store'
import { readSchemaTexts } from '@/lib/server/stores/schema-version-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { contentOf } from './draft-content'
import { entityOf } from '@/lib/server/services/catalog/entity-of'
import { getDraft } from './get-draft'
import { doerOf } from '@/lib/server/services/proposal/hold-proposal'
import { problem } from '@/lib/server/services/problem'
import { resolveDomain, resolveOwner } from '@/lib/server/services/resolve-references'

const emptySchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {},
  required: [],
}

/**
 * Starts a draft: from the texts given, from a published version (`base`, else the latest), or from an empty object.
 * @throws Problem `version-not-found`, `owner-not-found`, `domain-not-found`
 */
export async function createDraft(actor: Actor, { body }: { body: NewDraft }): Promise<Draft> {
  authorize(actor, 'draft')
  const row = (await currentCatalog()).entries.get(body.event_type)?.row
  const latest = latestVersion(row?.versions ?? [])
  const base = (body.base ?? null) === null ? latest : row?.versions.find(({ label }) => label === body.base)
  if ((body.base ?? null) !== null && !base)
    throw problem('version-not-found', `${body.event_type} has no version "${body.base}" to start from.`)
  const kind = body.kind ?? row?.kind ?? 'domain'
  const id = randomUUID()
  const by = doerOf(actor)
  const draft = {
    id,
    eventTypeName: body.event_type,
    kind,
    ...entityOf(body.event_type, kind, {
      entity: body.entity ?? row?.entity,
      operation: body.operation ?? row?.operation,
    }),
    description: body.description ?? row?.description ?? '',
    // Of an event type of the catalog it is the catalog that says whose it is.
    ownerId: await resolveOwner(row ? row.owner?.slug : body.owner),
    domainId: await resolveDomain(body.domain ?? row?.domain?.slug),
    label: body.label ?? '',
    summary: body.summary ?? '',
    schema: body.schema_text ?? (base ? await prettySchema(base.id) : JSON.stringify(emptySchema, null, 2)),
    examples: body.examples_text ?? '[]',
    baseVersionId: base?.id ?? null,
    latestSeenId: latest?.id ?? null,
    authorId: by.id,
    authorName: by.name,
  }
  await inTransaction(async (transaction) => {
    await insertDraft(transaction, draft)
    const content = contentOf((await findDraft(id, transaction))!)
    await insertRevision(transaction, {
      draftId: id,
      revision: 1,
      content,
      onlyDocumentation: false,
      origin: '',
      by,
    })
  })
  return getDraft(actor, { id })
}

async function prettySchema(id: string): Promise<string> {
  const text = (await readSchemaTexts([id])).get(id) ?? '{}'
  return JSON.stringify(JSON.parse(text), null, 2)
}
