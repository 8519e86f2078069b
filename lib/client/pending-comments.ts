import type { NewComment } from '@/lib/contracts/proposal'
import { storedEach } from './stored'

/** Comments of a review that is not handed in yet; kept in this browser until then. */
export type PendingComments = readonly NewComment[]

const NONE: PendingComments = []

export const pendingComments = storedEach('pasttense.review', NONE, isPending)

function isPending(value: unknown): value is PendingComments {
  return (
    Array.isArray(value) &&
    value.every(
      (one) => typeof one === 'object' && one !== null && typeof (one as NewComment).body === 'string',
    )
  )
}
