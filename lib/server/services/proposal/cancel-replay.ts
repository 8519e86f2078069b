import 'server-only'
import { cancelReplay } from '@/lib/server/stores/replay-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { readDraft, subjectOf } from './hold-proposal'
import { problem } from '@/lib/server/services/problem'

/** What it found so far stays. @throws Problem `draft-not-found`, `replay-not-found` */
export async function stopReplay(
  actor: Actor,
  { id, replay }: { id: string; replay: string },
): Promise<undefined> {
  authorize(actor, 'comment', subjectOf(await readDraft(actor, id)))
  if (!(await cancelReplay(id, replay)))
    throw problem('replay-not-found', `This proposal has no replay "${replay}".`)
}
