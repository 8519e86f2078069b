import 'server-only'
import { isSameContent } from '@/lib/domain/envelope/same-content'
import {
  countDeliveries,
  insertConflicts,
  readContents,
  type StoredContent,
} from '@/lib/server/stores/event-duplicate-store'
import { lookUp, type Database } from '@/lib/server/stores/event-receive-store'
import { storedMetaText } from '@/lib/server/stores/event-meta'
import { metaTextOf, type Outcome, type PendingEvent } from './pending-event'
import { storeApart } from './store-apart'

/**
 * Decides of deliveries whose id is stored already: the same content is a duplicate and counted, other content is a
 * conflict and kept beside the stored one. Other content that the database cannot hold is unstorable by itself.
 */
export async function settleRepeats(
  db: Database,
  repeats: readonly PendingEvent[],
): Promise<Map<PendingEvent, Outcome>> {
  const outcomes = new Map<PendingEvent, Outcome>()
  if (repeats.length === 0) return outcomes
  const ids = [...new Set(repeats.map((event) => event.eventId))].sort()
  const { ledger } = await lookUp(db, ids)
  const differing = new Set(
    repeats.filter((event) => ledger.get(event.eventId)?.contentHash !== event.contentHash),
  )
  const contents = await readContents(db, [...new Set([...differing].map((event) => event.eventId))])
  const conflicts: PendingEvent[] = []
  const deliveries = new Map<string, number>()
  for (const event of repeats) {
    if (differing.has(event) && isConflict(event, contents.get(event.eventId))) {
      conflicts.push(event)
    } else {
      outcomes.set(event, { status: 'duplicate' })
      deliveries.set(event.eventId, (deliveries.get(event.eventId) ?? 0) + 1)
    }
  }
  if (deliveries.size > 0) await countDeliveries(db, deliveries)
  for (const event of conflicts) outcomes.set(event, { status: 'conflict' })
  const { unstorable } = await storeApart(conflicts, (part) =>
    insertConflicts(
      db,
      part.map((event) => ({ ...event, metaText: metaTextOf(event) })),
    ),
  )
  for (const [event, outcome] of unstorable) outcomes.set(event, outcome)
  return outcomes
}

/** What was erased must not come back as a conflict; what is past retention can no longer be compared. */
function isConflict(event: PendingEvent, stored: StoredContent | undefined): boolean {
  if (stored?.erased) return false
  if (!stored || stored.dataText === null) return true
  return !isSameContent(
    { dataText: stored.dataText, metaText: storedMetaText(stored) },
    {
      dataText: event.dataText,
      metaText: metaTextOf(event),
    },
  )
}
