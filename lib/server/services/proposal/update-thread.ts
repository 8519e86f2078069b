import 'server-only'
import type { Review } from '@/lib/contracts/proposal'
import { resolveThread } from '@/lib/server/stores/thread-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { threadNotFound } from './add-comment'
import { getReview } from './get-review'
import { doerOf, readDraft, subjectOf } from './hold-proposal'

/** Resolves a thread, or opens it again. @throws Problem `draft-not-found`, `thread-not-found` */
export async function updateThread(
  actor: Actor,
  { id, thread, body }: { id: string; thread: string; body: { resolved: boolean } },
): Promise<Review> {
  authorize(actor, 'comment', subjectOf(await readDraft(actor, id)))
  if (!(await resolveThread(id, thread, doerOf(actor), body.resolved))) throw threadNotFound(thread)
  return getReview(actor, { id })
}
