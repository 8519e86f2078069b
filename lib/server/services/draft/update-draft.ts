import 'server-only'
import type { Draft, DraftPatch } from '@/lib/contracts/draft'
import { isRevisable } from '@/lib/domain/review/proposal-state'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { getDraft } from './get-draft'
import {
  draftNotOpen,
  holdProposal,
  readDraft,
  revisionMismatch,
  subjectOf,
} from '@/lib/server/services/proposal/hold-proposal'
import { problem } from '@/lib/server/services/problem'
import { resolveDomain, resolveOwner } from '@/lib/server/services/resolve-references'
import { prepareRevision, saveRevision } from './revise-draft'

/**
 * Saves a revision over the one the author has read.
 * @throws Problem `draft-not-found`, `draft-not-open`, `revision-mismatch`, `owner-not-found`, `domain-not-found`,
 *   `invalid-schema` for a proposal in review
 */
export async function saveDraft(
  actor: Actor,
  { id, body, revision }: { id: string; body: DraftPatch; revision: number },
): Promise<Draft> {
  const draft = await readDraft(actor, id)
  authorize(actor, 'edit-draft', subjectOf(draft))
  if (!isRevisable(draft.state)) throw draftNotOpen(draft)
  if (draft.revision !== revision) throw revisionMismatch(draft, revision)
  const { owner: _owner, ...others } = body
  // Of an event type of the catalog it is the catalog that says whose it is.
  const change: DraftPatch = draft.event_type_exists ? others : body
  const { event_type, schema_text, examples_text, owner, domain, ...rest } = change
  if (event_type !== undefined && event_type !== draft.event_type && draft.event_type_exists) {
    throw problem(
      'invalid-request',
      `${draft.event_type} is in the catalog; its draft cannot take another name. Start a new draft for ${event_type}.`,
      [
        {
          pointer: '/event_type',
          code: 'fixed',
          message: 'The name of an event type in the catalog is fixed',
        },
      ],
    )
  }
  const write = {
    ...rest,
    eventTypeName: event_type,
    schema: schema_text,
    examples: examples_text,
    ownerId: await resolveOwner(owner),
    domainId: await resolveDomain(domain),
  }
  const prepared = await prepareRevision(actor, draft, change)
  await holdProposal(actor, { id, revision, action: 'edit-draft' }, (held) =>
    saveRevision(held, prepared, actor, write),
  )
  return getDraft(actor, { id })
}
