import 'server-only'
import { closeWaiver } from '@/lib/server/stores/waiver-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { eventTypeSubject } from './event-type-subject'
import { problem } from '@/lib/server/services/problem'

/** Takes a waiver back: the finding counts again. @throws Problem `waiver-not-found` */
export async function endWaiver(
  actor: Actor,
  { name, id }: { name: string; id: string },
): Promise<undefined> {
  authorize(actor, 'publish', await eventTypeSubject(name))
  if (await closeWaiver(name, id, { by: actor, action: 'waiver-ended', subject: name, details: { id } }))
    return
  throw problem(
    'waiver-not-found',
    `${name} has no open waiver "${id}". Somebody may have taken it back already.`,
  )
}
