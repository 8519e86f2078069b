import 'server-only'
import { forgetActors } from '@/lib/server/identity/known-actors'
import { deleteSessions } from '@/lib/server/stores/account-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'

/** Signs one out of a browser. Somebody else's session is answered as none. @throws Problem `session-not-found` */
export async function endSession(actor: Actor, { session }: { session: string }): Promise<undefined> {
  authorize(actor, 'keep-account')
  const deed = { by: actor, action: 'session-ended', details: { by: 'hand' } } as const
  if ((await deleteSessions(actor.id, { id: session }, deed)) === 0)
    throw problem('session-not-found', 'You are not signed in there any more.')
  forgetActors()
}

/** Signs one out everywhere but here. */
export async function endOtherSessions(actor: Actor): Promise<undefined> {
  authorize(actor, 'keep-account')
  await deleteSessions(
    actor.id,
    { otherThan: actor.session ?? null },
    { by: actor, action: 'session-ended', details: { by: 'hand, all but one’s own' } },
  )
  forgetActors()
}
