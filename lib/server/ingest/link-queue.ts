import type { OrphanLink } from '@/lib/server/stores/chain-link-store'

/** Events of which links are to be made. */
export interface ToLink {
  eventIds: string[]
  /** Those among them whose parent was unknown when they were stored. */
  orphans: OrphanLink[]
}

export interface LinkLimits {
  /** Most events linked by one statement. */
  batchRows: number
  /** How long stored events wait for company before they are linked, in milliseconds; a reader does not wait for it. */
  waitMs: number
  /** Stored events without links, above which no more are stored. */
  most: number
}

const LIMITS: LinkLimits = { batchRows: 2_000, waitMs: 40, most: 8_000 }

/** Links events after they were committed, several small batches by one statement, one statement at a time. */
export class LinkQueue {
  private waiting: ToLink = { eventIds: [], orphans: [] }
  private running: Promise<void> | undefined
  private timer: NodeJS.Timeout | undefined

  /** @param link never rejects: what could not be linked is left to others */
  constructor(
    private readonly link: (batch: ToLink) => Promise<void>,
    private readonly limits: LinkLimits = LIMITS,
  ) {}

  add({ eventIds, orphans }: ToLink): void {
    for (const id of eventIds) this.waiting.eventIds.push(id)
    for (const orphan of orphans) this.waiting.orphans.push(orphan)
    if (this.waiting.eventIds.length >= this.limits.batchRows) void this.settled()
    else this.timer ??= setTimeout(() => void this.settled(), this.limits.waitMs)
  }

  /** Resolves when all that were added until now are linked. */
  async settled(): Promise<void> {
    // What runs may have begun before the last were added: those go with the next run, whoever begins it.
    await this.running
    if (this.waiting.eventIds.length > 0) this.running ??= this.run()
    await this.running
  }

  /** Resolves when there is room for more: events are not stored faster than they can be linked. */
  async room(): Promise<void> {
    while (this.waiting.eventIds.length > this.limits.most) await this.settled()
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const batch = this.waiting
    this.waiting = { eventIds: [], orphans: [] }
    await this.link(batch)
    this.running = undefined
  }
}
