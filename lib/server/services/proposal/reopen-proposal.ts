import 'server-only'
import type { Review } from '@/lib/contracts/proposal'
import type { Actor } from '@/lib/server/services/actor'
import { getReview } from './get-review'
import { moveProposal } from './move-proposal'

/** Makes what was declined or withdrawn a draft again. @throws Problem `draft-not-found`, `not-possible-now` */
export async function reopenProposal(actor: Actor, { id }: { id: string }): Promise<Review> {
  await moveProposal(actor, { id, event: 'reopen', action: 'edit-draft' })
  return getReview(actor, { id })
}
