import type { NewComment } from '@/lib/contracts/proposal'
import { stored, type Stored } from './stored'

/** Comments of a review that is not handed in yet; kept in this browser until then. */
export type PendingComments = readonly NewComment[]

const NONE: PendingComments = []
const known = new Map<string, Stored<PendingComments>>()

export function pendingComments(proposal: string): Stored<PendingComments> {
  const found = known.get(proposal)
  if (found) return found
  const made = stored(`pasttense.review.${proposal}`, NONE, isPending)
  known.set(proposal, made)
  return made
}

function isPending(value: unknown): value is PendingComments {
  return (
    Array.isArray(value) &&
    value.every(
      (one) => typeof one === 'object' && one !== null && typeof (one as NewComment).body === 'string',
    )
  )
}
