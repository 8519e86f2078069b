import 'server-only'
import type { Event } from '@/lib/contracts/event'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { readEvent } from './read-event'

/** One event, with its body as it was sent but for what is masked. @throws Problem `event-not-found` */
export async function getEvent(actor: Actor, { event_id }: { event_id: string }): Promise<Event> {
  authorize(actor, 'read')
  return readEvent(actor, event_id)
}
