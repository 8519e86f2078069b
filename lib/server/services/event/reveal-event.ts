import 'server-only'
import type { Event } from '@/lib/contracts/event'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { recordAlone } from '@/lib/server/stores/audit-store'
import { findEventRow } from '@/lib/server/stores/event-detail-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { eventSubject } from './event-masks'
import { eventNotFound } from './event-not-found'
import { readEvent } from './read-event'

/**
 * One event with nothing masked, to whom the table of rights lets, for a reason. Who looked at what and why is on record
 * before anything is shown; where it cannot be recorded, nothing is. @throws Problem `event-not-found`
 */
export async function revealEvent(
  actor: Actor,
  { event_id, body }: { event_id: string; body: { reason: string } },
): Promise<Event> {
  authorize(actor, 'read')
  const [row, catalog] = await Promise.all([findEventRow(event_id), currentCatalog()])
  if (!row) throw eventNotFound(event_id)
  authorize(actor, 'reveal', eventSubject(catalog, row.type))
  const details = { reason: body.reason, type: row.type, version: row.version }
  await recordAlone({ by: actor, action: 'event-revealed', subject: event_id, details })
  return readEvent(actor, event_id, 'whole')
}
