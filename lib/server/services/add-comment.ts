import 'server-only'
import type { Doer } from '@/lib/contracts/draft'
import type { NewComment, Review } from '@/lib/contracts/proposal'
import type { Json } from '@/lib/domain/json/json'
import { hasPlace } from '@/lib/domain/review/follow-anchor'
import { insertComment } from '@/lib/server/stores/thread-store'
import type { Actor } from './actor'
import { getReview } from './get-review'
import { doerOf, holdProposal, type HeldProposal } from './hold-proposal'
import { problem } from './problem'
import { tellOfProposal } from './tell-people'

/** Says something at a field of a proposal, or answers. @throws Problem `draft-not-found`, `thread-not-found` */
export async function addComment(
  actor: Actor,
  { id, body }: { id: string; body: NewComment },
): Promise<Review> {
  await holdProposal(actor, { id, action: 'comment' }, async (held) => {
    const by = doerOf(actor)
    await writeComment(held, by, body)
    await tellOfProposal(held, { event: 'comment', by, body: body.body })
  })
  return getReview(actor, { id })
}

export async function writeComment(
  { transaction, draft }: HeldProposal,
  by: Doer,
  { body, suggestion = null, thread, pointer = '' }: NewComment,
): Promise<void> {
  const place = thread === undefined ? { pointer, isGone: !isThere(draft.schema_text, pointer) } : { thread }
  const { id: draftId, revision } = draft
  const written = await insertComment(transaction, { draftId, revision, body, suggestion, by, place })
  if (written === null) throw threadNotFound(thread ?? '')
}

export function threadNotFound(thread: string) {
  return problem('thread-not-found', `This proposal has no thread of comments "${thread}".`)
}

/** Where the text is no JSON just now, nobody can say that a field is gone. */
function isThere(schemaText: string, pointer: string): boolean {
  try {
    return hasPlace(JSON.parse(schemaText) as Json, pointer)
  } catch {
    return true
  }
}
