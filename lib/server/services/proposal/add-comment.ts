import 'server-only'
import type { Doer } from '@/lib/contracts/draft'
import type { NewComment, Review } from '@/lib/contracts/proposal'
import { insertComment } from '@/lib/server/stores/thread-store'
import type { Actor } from '@/lib/server/services/actor'
import { followRevisions } from './follow-revisions'
import { getReview } from './get-review'
import { revisionNotFound } from '@/lib/server/services/draft/get-revision'
import { doerOf, holdProposal, type HeldProposal } from './hold-proposal'
import { problem } from '@/lib/server/services/problem'
import { tellOfProposal } from '@/lib/server/services/inbox/tell-people'

/**
 * Says something at a field of a proposal, or answers.
 * @throws Problem `draft-not-found`, `thread-not-found`, `revision-not-found`
 */
export async function addComment(
  actor: Actor,
  { id, body }: { id: string; body: NewComment },
): Promise<Review> {
  await holdProposal(actor, { id, action: 'comment' }, async (held) => {
    const by = doerOf(actor)
    await writeComments(held, by, [body])
    await tellOfProposal(held, { event: 'comment', by, body: body.body })
  })
  return getReview(actor, { id })
}

/** Writes comments of one person: each at the place it was said of, wherever that is by now. */
export async function writeComments(
  { transaction, draft }: HeldProposal,
  by: Doer,
  comments: readonly NewComment[],
): Promise<void> {
  const follow = followRevisions(transaction, draft)
  const { id: draftId } = draft
  for (const { body, suggestion = null, thread, pointer = '', revision = draft.revision } of comments) {
    if (revision > draft.revision) throw revisionNotFound(revision)
    const place =
      thread === undefined ? { ...(await follow(pointer, revision)), openedAt: pointer } : { thread }
    const written = await insertComment(transaction, { draftId, revision, body, suggestion, by, place })
    if (written === null) throw threadNotFound(thread ?? '')
  }
}

export function threadNotFound(thread: string) {
  return problem('thread-not-found', `This proposal has no thread of comments "${thread}".`)
}
