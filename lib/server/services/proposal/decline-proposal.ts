import 'server-only'
import type { Review } from '@/lib/contracts/proposal'
import type { Actor } from '@/lib/server/services/actor'
import { getReview } from './get-review'
import { moveProposal } from './move-proposal'

/** Says no to a proposal. It stays readable, and can be opened again. @throws Problem `draft-not-found`, `not-possible-now` */
export async function declineProposal(
  actor: Actor,
  { id, body }: { id: string; body: { body?: string } },
): Promise<Review> {
  await moveProposal(actor, { id, event: 'decline', action: 'review', body: body.body })
  return getReview(actor, { id })
}
