import type { LedgerEntry } from '@/lib/server/stores/event-receive-store'
import type { PendingEvent } from './pending-event'

/** Entries of a few hundred bytes each; between so many and twice so many are remembered. */
const ENOUGH = 10_000
/** How long ids are looked up after one was met that had been stored before: repeats come in crowds. */
const DOUBT_MS = 5_000

/** What storing needs to know, as far as it is remembered. */
export interface Assumed {
  /** Those of the events and their parents that are stored. */
  ledger: Map<string, LedgerEntry>
  /** The catalog's revision that the events were judged by; null where that does not matter. */
  revision: string | null
}

/**
 * The ledger's entries that this process met last. An entry never changes, so that what is remembered stays true; what is
 * not remembered may be stored all the same. Most events are new and most parents came a moment ago: storing such events
 * asks the ledger nothing, and finds out by its unique ids where that was wrong.
 */
export class RecentLedger {
  /** When the newer ones are enough, the older ones go at once: to delete them one by one costs as much as to add them. */
  private newer = new Map<string, LedgerEntry>()
  private older = new Map<string, LedgerEntry>()
  private doubtUntil = 0

  /**
   * Takes events that are not remembered for new.
   * @returns null where too little is known for that: a parent is not remembered, the events were judged by different
   *   catalogs, or repeats are about
   */
  assume(events: readonly PendingEvent[]): Assumed | null {
    if (performance.now() < this.doubtUntil) return null
    const ids = new Set(events.map((event) => event.eventId))
    const ledger = new Map<string, LedgerEntry>()
    let judgedBy: string | null = null
    for (const { eventId, parentEventId, revision } of events) {
      if (revision !== null && judgedBy !== null && revision !== judgedBy) return null
      judgedBy ??= revision
      const own = this.entry(eventId)
      if (own) ledger.set(eventId, own)
      if (parentEventId === null || ids.has(parentEventId)) continue
      const parent = this.entry(parentEventId)
      if (!parent) return null
      ledger.set(parentEventId, parent)
    }
    return { ledger, revision: judgedBy }
  }

  /** @param entries which are committed */
  remember(entries: Iterable<LedgerEntry>): void {
    for (const entry of entries) {
      // Without the rest of what is an event's row. Ids are strings of their own: JSON.parse cuts none out of its text.
      const { eventId, chainId, typeId, versionId, createdAt, receivedAt, contentHash } = entry
      this.newer.set(eventId, { eventId, chainId, typeId, versionId, createdAt, receivedAt, contentHash })
    }
    if (this.newer.size < ENOUGH) return
    this.older = this.newer
    this.newer = new Map()
  }

  private entry(eventId: string): LedgerEntry | undefined {
    return this.newer.get(eventId) ?? this.older.get(eventId)
  }

  /** Something was stored before that was taken for new. */
  doubt(): void {
    this.doubtUntil = performance.now() + DOUBT_MS
  }
}
