import 'server-only'
import { Pool, type PoolConfig } from 'pg'
import { compactAliases, findOpenLinks, linkEvents } from '@/lib/server/stores/chain-link-store'
import { ensurePartitions } from '@/lib/server/stores/event-receive-store'
import { tellLinks } from '@/lib/server/stores/links-under-way'
import { Admission } from './admission'
import { CatalogLookup } from './catalog-lookup'
import { MAX_RACES, reactionTo } from './database-failure'
import { KnownNames } from './known-names'
import { LinkQueue, type ToLink } from './link-queue'
import { QUEUE_LIMITS, ReceiveQueue } from './receive-queue'
import type { Incoming, Received } from './receive-messages'
import { RecentLedger } from './recent-ledger'
import { SharedTurns } from './shared-turns'
import { timed } from './stage-times'
import { storeBatch } from './store-batch'

const MINUTE = 60_000
/** Days whose partitions are made before they begin. */
const DAYS_AHEAD = 2
const SWEEP_AT_ONCE = 2_000
const SWEEP_SOON_MS = 500
const DAY = 86_400_000

/**
 * What receives in one process: its own connections, the queue before them, what it remembers of the catalog, and the
 * upkeep of chains. Several may work on one database.
 */
export class Receiver {
  readonly pool: Pool
  readonly catalog: CatalogLookup
  readonly queue: ReceiveQueue
  readonly admission = new Admission()
  readonly turns = new SharedTurns<Incoming, Received>()
  private readonly links = new LinkQueue((batch) => timed('link', () => this.link(batch)))
  private readonly partitions = new Set<string>()
  private readonly timer: NodeJS.Timeout
  private upkeep: Promise<void> | undefined
  private readonly untell: () => void
  private closed = false
  private soon: NodeJS.Timeout | undefined

  constructor(connection: PoolConfig) {
    this.pool = new Pool({
      ...connection,
      // One a lane, and one each for links, the catalog and upkeep.
      max: QUEUE_LIMITS.lanes + 3,
      // The planner sees arrays of unknown length and grows afraid of the ledger's size; indexes are always right here.
      options: '-c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c jit=off',
    })
    // A broken idle connection is opened anew by the next statement.
    this.pool.on('error', () => undefined)
    this.catalog = new CatalogLookup(this.pool)
    const context = {
      db: this.pool,
      partitions: this.partitions,
      recent: new RecentLedger(),
      onStored: (stored: ToLink) => this.links.add(stored),
      onOpenLinks: () => this.sweepSoon(),
    }
    const names = new KnownNames(this.pool)
    this.queue = new ReceiveQueue(async (batch) => {
      await this.links.room()
      const namesOf = await names.of(batch)
      return storeBatch({ ...context, namesOf }, batch, timeOfReceipt())
    })
    this.untell = tellLinks(() => this.links.settled())
    this.timer = setInterval(() => void this.maintain().catch(() => undefined), MINUTE)
    this.timer.unref()
  }

  /** Makes partitions ahead, the links a crash left open, and stars of new aliases. Runs each minute. */
  maintain(): Promise<void> {
    this.upkeep ??= this.work().finally(() => (this.upkeep = undefined))
    return this.upkeep
  }

  private async work(): Promise<void> {
    const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) =>
      new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10),
    )
    await ensurePartitions(
      this.pool,
      days.filter((day) => !this.partitions.has(day)),
    )
    for (const day of days) this.partitions.add(day)
    // Another process may have died in between: looked for each minute, and soon where this one knows of some.
    for (let found = SWEEP_AT_ONCE; found === SWEEP_AT_ONCE;) {
      const open = await findOpenLinks(this.pool, SWEEP_AT_ONCE)
      if (open.length > 0) await linkEvents(this.pool, [], open)
      found = open.length
    }
    while ((await compactAliases(this.pool, SWEEP_AT_ONCE)) === SWEEP_AT_ONCE);
  }

  /** The events are stored by now: whatever fails here is made good by the sweep. */
  private async link({ eventIds, orphans }: ToLink): Promise<void> {
    for (let races = 0; ; races++) {
      try {
        await linkEvents(this.pool, eventIds, orphans)
        return
      } catch (error) {
        if (reactionTo(error) === 'race' && races < MAX_RACES) continue
        this.sweepSoon()
        return
      }
    }
  }

  /** Links that could not be made are made as soon as the database is back. */
  private sweepSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined
      this.maintain().catch(() => {
        if (!this.closed) this.sweepSoon()
      })
    }, SWEEP_SOON_MS).unref()
  }

  async close(): Promise<void> {
    this.closed = true
    clearInterval(this.timer)
    await this.links.settled()
    this.untell()
    clearTimeout(this.soon)
    await this.upkeep?.catch(() => undefined)
    await this.pool.end()
  }
}

/**
 * Microseconds since 1970; what the clock does not say is drawn. A process that lost its connection knows by it which of
 * the stored events are its own, where another one stored the same at the same moment.
 */
function timeOfReceipt(): number {
  return Date.now() * 1000 + Math.floor(Math.random() * 1000)
}
