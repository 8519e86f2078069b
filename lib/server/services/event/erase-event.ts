import 'server-only'
import type { Event } from '@/lib/contracts/event'
import { eraseEventRow } from '@/lib/server/stores/event-detail-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { eventNotFound } from './event-not-found'
import { getEvent } from './get-event'

/**
 * Replaces the personal data of one event by a tombstone, with a record of who did it and why: its body, bodies that
 * conflicted with it, and broken messages that named it. @throws Problem `event-not-found`
 */
export async function eraseEvent(
  actor: Actor,
  { event_id, body }: { event_id: string; body: { reason: string } },
): Promise<Event> {
  authorize(actor, 'erase')
  const deed = { by: actor, action: 'event-erased', subject: event_id, details: body } as const
  if (!(await eraseEventRow(event_id, body.reason, deed))) throw eventNotFound(event_id)
  return getEvent(actor, { event_id })
}
