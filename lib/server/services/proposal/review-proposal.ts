import 'server-only'
import type { NewReview, Review } from '@/lib/contracts/proposal'
import { isAtLeast } from '@/lib/domain/policy/policy'
import { writeProposal } from '@/lib/server/stores/proposal-store'
import type { Actor } from '@/lib/server/services/actor'
import { writeComments } from './add-comment'
import { getReview } from './get-review'
import { doerOf, holdProposal, step, type HeldProposal } from './hold-proposal'
import { problem } from '@/lib/server/services/problem'
import { mayJudge } from './proposal-rules'
import { recordStep } from './record-step'
import { tellOfProposal } from '@/lib/server/services/inbox/tell-people'

/**
 * What a reviewer says of the revision they have read: the comments made on the way, and what they amount to, at once.
 * @throws Problem `draft-not-found`, `revision-mismatch`, `not-possible-now`, `forbidden` for one's own, `thread-not-found`,
 *   `revision-not-found`
 */
export async function reviewProposal(
  actor: Actor,
  { id, revision, body: review }: { id: string; revision: number; body: NewReview },
): Promise<Review> {
  const { verdict, body = '', comments = [] } = review
  const action = verdict === 'comment' ? 'comment' : 'review'
  const by = doerOf(actor)
  await holdProposal(actor, { id, revision, action }, async (held) => {
    const { transaction, proposal } = held
    const weight = weightOf(actor, held)
    let next = proposal
    if (verdict !== 'comment') {
      if (!mayJudge(actor, proposal)) throw noJudge(actor)
      const said = { actor: actor.id, name: actor.name, verdict, revision, ...weight }
      next = step(held, { event: verdict, review: said })
    }
    await writeComments(held, by, comments)
    await writeProposal(transaction, id, next)
    const entry = { event: verdict, state: next.state, revision, body, ...weight }
    await recordStep(transaction, held.draft, actor, entry)
    const words = [body, ...comments.map((comment) => comment.body)].filter((text) => text !== '').join(' · ')
    await tellOfProposal(held, { event: verdict, by, body: words })
  })
  return getReview(actor, { id })
}

/** In whose name somebody speaks. A proposal of nobody's is everybody's: it could otherwise not be approved by those who know it. */
function weightOf(actor: Actor, { draft }: HeldProposal): { asReviewer: boolean; asOwner: boolean } {
  const owner = draft.owner?.slug
  return {
    asReviewer: isAtLeast(actor.role, 'reviewer'),
    asOwner: owner === undefined || actor.owners.includes(owner),
  }
}

function noJudge({ kind }: Actor) {
  return problem(
    'forbidden',
    kind === 'person'
      ? 'You wrote a revision of this proposal, and nobody approves their own. Ask another reviewer.'
      : 'Only a person approves or asks for changes. Sign in.',
  )
}
