import 'server-only'
import type { Review } from '@/lib/contracts/proposal'
import { writeProposal } from '@/lib/server/stores/proposal-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { contentOf } from '@/lib/server/services/draft/draft-content'
import { getReview } from './get-review'
import { doerOf, holdProposal, readDraft, revisionMismatch, step, subjectOf } from './hold-proposal'
import { judgeDraft, parseDraft } from '@/lib/server/services/draft/judge-draft'
import { recordStep } from './record-step'
import { tellOfProposal } from '@/lib/server/services/inbox/tell-people'

/**
 * Hands a draft in for review, and again after changes were asked for. It has to be a schema by then; what the rules
 * find, reviewers see.
 * @throws Problem `draft-not-found`, `revision-mismatch`, `not-possible-now`, `invalid-schema`
 */
export async function submitProposal(
  actor: Actor,
  {
    id,
    revision,
    body,
    signal,
  }: { id: string; revision: number; body: { body?: string }; signal?: AbortSignal },
): Promise<Review> {
  const draft = await readDraft(actor, id)
  authorize(actor, 'edit-draft', subjectOf(draft))
  if (draft.revision !== revision) throw revisionMismatch(draft, revision)
  parseDraft(draft)
  const verdict = await judgeDraft(contentOf(draft), { by: actor, signal })
  await holdProposal(actor, { id, revision, action: 'edit-draft' }, async (held) => {
    const next = step(held, { event: 'submit' })
    await writeProposal(held.transaction, id, next, { verdict, submittedAt: new Date() })
    const entry = { event: 'submit', state: next.state, revision, body: body.body } as const
    await recordStep(held.transaction, held.draft, actor, entry)
    const proposal = { ...held.proposal, mayBreak: verdict !== null && verdict !== 'compatible' }
    await tellOfProposal({ ...held, proposal }, { event: 'submit', by: doerOf(actor), body: body.body })
  })
  return getReview(actor, { id })
}
