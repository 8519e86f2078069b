import 'server-only'
import type { Draft } from '@/lib/contracts/draft'
import type { Kind, Operation } from '@/lib/contracts/event-type'
import { isRevisable } from '@/lib/domain/review/proposal-state'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { getDraft } from './get-draft'
import { getRevision } from './get-revision'
import {
  draftNotOpen,
  holdProposal,
  readDraft,
  revisionMismatch,
  subjectOf,
} from '@/lib/server/services/proposal/hold-proposal'
import { orGone } from '@/lib/server/services/resolve-references'
import { prepareRevision, saveRevision } from './revise-draft'

/**
 * Goes back to a revision: what it said becomes the next one, and those between stay. The version that is continued, and
 * the name of an event type that is in the catalog by now, stay what they are.
 * @throws Problem `draft-not-found`, `revision-not-found`, `revision-mismatch`, `draft-not-open`, `invalid-schema`
 */
export async function restoreRevision(
  actor: Actor,
  { id, number, revision }: { id: string; number: number; revision: number },
): Promise<Draft> {
  const draft = await readDraft(actor, id)
  authorize(actor, 'edit-draft', subjectOf(draft))
  if (!isRevisable(draft.state)) throw draftNotOpen(draft)
  if (draft.revision !== revision) throw revisionMismatch(draft, revision)
  const { content: old } = await getRevision(actor, { id, number })
  const references = await orGone(old)
  const content = {
    ...old,
    owner: references.ownerId === null ? null : old.owner,
    domain: references.domainId === null ? null : old.domain,
    base: draft.base,
    event_type: draft.event_type_exists ? draft.event_type : old.event_type,
  }
  const prepared = await prepareRevision(actor, draft, content)
  const write = {
    eventTypeName: content.event_type,
    kind: content.kind as Kind,
    entity: content.entity,
    operation: content.operation as Operation | null,
    description: content.description,
    ...references,
    label: content.label,
    summary: content.summary,
    schema: content.schema_text,
    examples: content.examples_text,
  }
  await holdProposal(actor, { id, revision, action: 'edit-draft' }, (held) =>
    saveRevision(held, prepared, actor, write, `restored ${number}`),
  )
  return getDraft(actor, { id })
}
