import 'server-only'
import { assignChains } from '@/lib/domain/chain/assign-chains'
import type { OrphanLink } from '@/lib/server/stores/chain-link-store'
import { TRAIT, validityCode } from '@/lib/server/stores/event-columns'
import type { VersionIds } from '@/lib/server/stores/event-name-store'
import {
  ensurePartitions,
  insertEvents,
  lookUp,
  type Database,
  type EventRow,
  type LedgerEntry,
} from '@/lib/server/stores/event-receive-store'
import { MAX_RACES, reactionTo } from './database-failure'
import type { ToLink } from './link-queue'
import type { Outcome, PendingEvent } from './pending-event'
import type { Assumed, RecentLedger } from './recent-ledger'
import { settleRepeats } from './settle-repeats'
import { timed } from './stage-times'
import { storeApart } from './store-apart'
import { MAX_ABSENCE_MS, pause, whileAbsent } from './while-absent'

const DAY_US = 86_400e6

/** What storing needs besides the batch. */
export interface StoreContext {
  db: Database
  /** Integers of the type and version of every event of the batch. */
  namesOf: (event: PendingEvent) => VersionIds
  /** Days of receipt whose partition is known to be there. */
  partitions: Set<string>
  recent: RecentLedger
  /** Called after the commit with what is to be linked. */
  onStored: (stored: ToLink) => void
  /** Called where it is not known what is to be linked: it waits in the orphan register for a sweep. */
  onOpenLinks: () => void
}

/**
 * Stores a batch and answers after the commit with what became of each event, in order. Each id is stored once, whatever
 * else receives it at the same moment, here or in another process.
 * @param now microseconds since 1970: the time of receipt of all that do not bring their own
 * @throws what the database says where it is full or stays away; nothing of the batch is acknowledged then
 */
export async function storeBatch(
  context: StoreContext,
  batch: readonly PendingEvent[],
  now: number,
): Promise<Outcome[]> {
  const outcomes = new Map<PendingEvent, Outcome>()
  const repeats: PendingEvent[] = []
  for (let left = batch; left.length > 0;) {
    const first = firstOfEachId(left)
    // One order everywhere: opposite orders of ids deadlock.
    const contenders = [...first.values()].sort((a, b) => (a.eventId < b.eventId ? -1 : 1))
    const { answers, unstorable } = await storeApart(contenders, (part) =>
      storeContenders(context, part, now),
    )
    const refused = new Map<PendingEvent, Outcome>(unstorable)
    for (const { winners, stale } of answers) {
      for (const event of winners) outcomes.set(event, { status: 'accepted' })
      for (const event of stale) refused.set(event, { status: 'stale' })
    }
    for (const [event, outcome] of refused) outcomes.set(event, outcome)
    const others: PendingEvent[] = []
    for (const event of left) {
      if (outcomes.has(event)) continue
      const before = first.get(event.eventId)!
      const refusal = refused.get(before)
      if (refusal === undefined) repeats.push(event)
      // What the database cannot hold of one, it may hold of another content with that id.
      else if (refusal.status === 'unstorable' && event.contentHash !== before.contentHash) others.push(event)
      else outcomes.set(event, refusal)
    }
    left = others
  }
  const settled = await whileAbsent(() => settleRepeats(context.db, repeats))
  for (const [event, outcome] of settled) outcomes.set(event, outcome)
  return batch.map((event) => outcomes.get(event)!)
}

function firstOfEachId(events: readonly PendingEvent[]): Map<string, PendingEvent> {
  const first = new Map<string, PendingEvent>()
  for (const event of events) if (!first.has(event.eventId)) first.set(event.eventId, event)
  return first
}

interface Stored {
  winners: PendingEvent[]
  /** What is neither stored nor a repeat: it was judged by a catalog that has changed. */
  stale: PendingEvent[]
}

/** Stores those of the contenders that are new. @param contenders with unique ids, sorted */
async function storeContenders(
  context: StoreContext,
  contenders: readonly PendingEvent[],
  now: number,
): Promise<Stored> {
  const deadline = Date.now() + MAX_ABSENCE_MS
  let uncertain = false
  let assumed = context.recent.assume(contenders)
  for (let races = 0; ;) {
    const guess = assumed
    // Taken for true once: whatever speaks against it, the ledger tells then.
    assumed = null
    try {
      const stored = guess
        ? await storeAsAssumed(context, contenders, now, guess)
        : await tryToStore(context, contenders, now, uncertain)
      if (stored) return stored
    } catch (error) {
      const reaction = reactionTo(error)
      if (guess && reaction === 'race') context.recent.doubt()
      if (reaction === 'race' && ++races < MAX_RACES) continue
      if (reaction === 'partition' && ++races < MAX_RACES) {
        context.partitions.clear()
        continue
      }
      if (reaction === 'absent' && Date.now() < deadline) {
        // Whether the last attempt was committed is not known; the ledger tells.
        uncertain = true
        await pause()
        continue
      }
      throw error
    }
  }
}

/** Stores what is taken for new. @returns null where the catalog has changed, and nothing is stored */
async function storeAsAssumed(
  context: StoreContext,
  contenders: readonly PendingEvent[],
  now: number,
  { ledger, revision }: Assumed,
): Promise<Stored | null> {
  const fresh = contenders.filter((event) => !ledger.has(event.eventId))
  const isStored = await storeFresh(context, fresh, ledger, now, revision)
  return isStored ? { winners: fresh, stale: [] } : null
}

async function tryToStore(
  context: StoreContext,
  contenders: readonly PendingEvent[],
  now: number,
  uncertain: boolean,
): Promise<Stored> {
  const ids = new Set(contenders.map((event) => event.eventId))
  for (const { parentEventId } of contenders) if (parentEventId !== null) ids.add(parentEventId)
  const { ledger, revision } = await timed('look_up', () => lookUp(context.db, [...ids]))
  context.recent.remember(ledger.values())
  const missing = contenders.filter((event) => !ledger.has(event.eventId))
  if (missing.length < contenders.length) context.recent.doubt()
  const isStale = (event: PendingEvent) => event.revision !== null && event.revision !== revision
  const fresh = missing.filter((event) => !isStale(event))
  const mine = uncertain
    ? contenders.filter((event) => {
        const entry = ledger.get(event.eventId)
        return entry?.contentHash === event.contentHash && entry.receivedAt === receiptOf(event, now)
      })
    : []
  await storeFresh(context, fresh, ledger, now, null)
  if (mine.length > 0) context.onOpenLinks()
  return { winners: [...fresh, ...mine], stale: missing.filter(isStale) }
}

/** @param revision stores only while this is the catalog's; null: whatever it is. @returns whether they are stored */
async function storeFresh(
  context: StoreContext,
  fresh: readonly PendingEvent[],
  ledger: ReadonlyMap<string, LedgerEntry>,
  now: number,
  revision: string | null,
): Promise<boolean> {
  if (fresh.length === 0) return true
  const rows = toRows(fresh, ledger, context, now)
  await ensureDays(context, rows)
  const isStored = await timed('insert', () => insertEvents(context.db, rows, revision))
  if (!isStored) return false
  context.recent.remember(rows)
  context.onStored(toLink(rows))
  return true
}

function receiptOf(event: PendingEvent, now: number): number {
  return event.receivedAt ?? now
}

function toRows(
  fresh: readonly PendingEvent[],
  ledger: ReadonlyMap<string, LedgerEntry>,
  { namesOf }: StoreContext,
  now: number,
): EventRow[] {
  const stored = new Map<string, string>()
  for (const entry of ledger.values()) stored.set(entry.eventId, entry.chainId)
  const chains = assignChains(fresh, stored)
  const rows = new Map<string, EventRow>()
  for (const event of fresh) {
    const { chainId, link } = chains.get(event.eventId)!
    const traits =
      (event.imported ? TRAIT.imported : 0) |
      (event.block === 'payload' ? TRAIT.payload : 0) |
      (event.producerConcluded ? TRAIT.producerConcluded : 0) |
      (event.schema ? 0 : TRAIT.schemaById)
    const { typeId, versionId } = namesOf(event)
    const searchKeys = event.keys.map((key) => `k${key}`)
    if (event.traceId !== null) searchKeys.push(`t${event.traceId}`)
    rows.set(event.eventId, {
      typeId,
      versionId,
      eventId: event.eventId,
      chainId,
      link,
      createdAt: event.createdAt,
      receivedAt: receiptOf(event, now),
      contentHash: event.contentHash,
      parentEventId: event.parentEventId,
      traceId: event.traceId,
      ownerId: event.ownerId,
      producer: event.producer,
      traits,
      validity: validityCode(event.validity),
      schemaId: event.schemaId,
      dataText: event.dataText,
      metaRest: event.metaRest,
      problems: event.problems.length > 0 ? JSON.stringify(event.problems) : null,
      searchKeys,
      parent: null,
    })
  }
  for (const row of rows.values())
    if (row.link === 'batch' || row.link === 'stored')
      row.parent = rows.get(row.parentEventId!) ?? ledger.get(row.parentEventId!) ?? null
  return [...rows.values()]
}

async function ensureDays({ db, partitions }: StoreContext, rows: readonly EventRow[]): Promise<void> {
  const days = new Set(rows.map((row) => Math.floor(row.receivedAt / DAY_US)))
  const missing = [...days]
    .map((day) => new Date((day * DAY_US) / 1000).toISOString().slice(0, 10))
    .filter((day) => !partitions.has(day))
    .sort()
  await ensurePartitions(db, missing)
  for (const day of missing) partitions.add(day)
}

function toLink(rows: readonly EventRow[]): ToLink {
  const orphans: OrphanLink[] = rows
    .filter((row) => row.link === 'orphan')
    .map((row) => ({ parentEventId: row.parentEventId!, eventId: row.eventId }))
  return { eventIds: rows.map((row) => row.eventId), orphans }
}
