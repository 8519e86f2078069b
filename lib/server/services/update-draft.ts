import 'server-only'
import type { Draft, DraftPatch } from '@/lib/contracts/draft'
import { updateDraftRevision } from '@/lib/server/stores/draft-store'
import { authorize, type Actor } from './actor'
import { getDraft } from './get-draft'
import { problem } from './problem'
import { resolveDomain, resolveOwner } from './resolve-references'

/**
 * Saves over the revision the author has read.
 * @throws Problem `draft-not-found`, `draft-not-open`, `revision-mismatch`, `owner-not-found`, `domain-not-found`
 */
export async function saveDraft(
  actor: Actor,
  { id, body, revision }: { id: string; body: DraftPatch; revision: number },
): Promise<Draft> {
  authorize(actor, 'edit-draft')
  const draft = await getDraft(actor, { id })
  if (draft.state !== 'draft') throw draftNotOpen(draft)
  const { event_type, schema_text, examples_text, owner, domain, ...rest } = body
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
  const saved = await updateDraftRevision(id, revision, {
    ...rest,
    eventTypeName: event_type,
    schema: schema_text,
    examples: examples_text,
    ownerId: await resolveOwner(owner),
    domainId: await resolveDomain(domain),
  })
  if (!saved) throw revisionMismatch(draft, revision)
  return getDraft(actor, { id })
}

export function draftNotOpen(draft: Draft) {
  return problem(
    'draft-not-open',
    `This draft was ${draft.state} and can no longer be changed. Start a new one.`,
  )
}

export function revisionMismatch(draft: Draft, revision: number) {
  return problem(
    'revision-mismatch',
    `You have revision ${revision}, and revision ${draft.revision} was saved meanwhile. Read it, bring the two together, and save again.`,
  )
}
