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
import { reactionTo } from './database-failure'
import { metaTextOf, type Outcome, type PendingEvent } from './pending-event'

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
  for (const [event, outcome] of await keepConflicts(db, conflicts)) outcomes.set(event, outcome)
  return outcomes
}

/** Where PostgreSQL refuses something in these contents, halves are tried apart, until it alone is left. */
async function keepConflicts(
  db: Database,
  conflicts: readonly PendingEvent[],
): Promise<[PendingEvent, Outcome][]> {
  if (conflicts.length === 0) return []
  try {
    await insertConflicts(
      db,
      conflicts.map((event) => ({ ...event, metaText: metaTextOf(event) })),
    )
    return conflicts.map((event) => [event, { status: 'conflict' }])
  } catch (error) {
    if (reactionTo(error) !== 'content') throw error
    const [only] = conflicts
    if (conflicts.length === 1 && only) {
      const message = error instanceof Error ? error.message : String(error)
      return [[only, { status: 'unstorable', message }]]
    }
    const half = Math.ceil(conflicts.length / 2)
    const before = await keepConflicts(db, conflicts.slice(0, half))
    return [...before, ...(await keepConflicts(db, conflicts.slice(half)))]
  }
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
