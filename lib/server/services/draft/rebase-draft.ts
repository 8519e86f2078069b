import 'server-only'
import type { Rebased } from '@/lib/contracts/proposal'
import type { Json } from '@/lib/domain/json/json'
import { isRevisable } from '@/lib/domain/review/proposal-state'
import { mergeSchemas, type Merge } from '@/lib/domain/review/merge-schemas'
import { latestVersion } from '@/lib/domain/versioning/label-order'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import type { StoredDraft } from '@/lib/server/stores/draft-store'
import { readProposal } from '@/lib/server/stores/proposal-store'
import { readSchemaTexts } from '@/lib/server/stores/schema-version-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { getDraft } from './get-draft'
import {
  draftNotOpen,
  holdProposal,
  readDraft,
  revisionMismatch,
  subjectOf,
} from '@/lib/server/services/proposal/hold-proposal'
import { parseDraft } from './judge-draft'
import { problem } from '@/lib/server/services/problem'
import { prepareRevision, saveRevision } from './revise-draft'

/**
 * Brings a draft together with the version that was published while it was written, as a new revision on that version:
 * approvals are asked for again. A draft of a maintenance version keeps its base, and only takes note.
 * @throws Problem `draft-not-found`, `draft-not-open`, `revision-mismatch`, `not-possible-now`, `invalid-schema`
 */
export async function rebaseDraft(
  actor: Actor,
  { id, revision }: { id: string; revision: number },
): Promise<Rebased> {
  const draft = await readDraft(actor, id)
  authorize(actor, 'edit-draft', subjectOf(draft))
  if (!isRevisable(draft.state)) throw draftNotOpen(draft)
  if (draft.revision !== revision) throw revisionMismatch(draft, revision)
  const { latestSeenId } = await readProposal(id)
  const versions = (await currentCatalog()).entries.get(draft.event_type)?.row.versions ?? []
  const latest = latestVersion(versions)
  if (!latest || latest.id === latestSeenId)
    throw problem('not-possible-now', 'This draft continues the latest version already.')
  const base = versions.find(({ label }) => label === draft.base)
  const isMaintenance = base !== undefined && base.id !== latestSeenId
  const merge = isMaintenance ? null : await mergeWith(draft, base?.id, latest.id)
  const content = merge
    ? { base: latest.label, schema_text: JSON.stringify(merge.merged, null, 2) }
    : { base: draft.base }
  const prepared = await prepareRevision(actor, draft, content)
  const write = {
    latestSeenId: latest.id,
    ...(merge ? { baseVersionId: latest.id, schema: content.schema_text } : {}),
  }
  await holdProposal(actor, { id, revision, action: 'edit-draft' }, (held) =>
    saveRevision(held, prepared, actor, write, `rebased ${latest.label}`),
  )
  return { draft: await getDraft(actor, { id }), conflicts: [...(merge?.conflicts ?? [])] }
}

async function mergeWith(draft: StoredDraft, baseId: string | undefined, latestId: string): Promise<Merge> {
  const { schema } = parseDraft(draft)
  const texts = await readSchemaTexts([latestId, ...(baseId === undefined ? [] : [baseId])])
  const read = (id: string | undefined) =>
    id === undefined ? {} : (JSON.parse(texts.get(id) ?? '{}') as Json)
  return mergeSchemas(read(baseId), schema as Json, read(latestId))
}
