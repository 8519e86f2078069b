import { assignChains, type Linkable } from '@/lib/domain/chain/assign-chains'

interface Orphan {
  readonly parentEventId: string
  readonly eventId: string
}

/**
 * What the statements of `event-receive-store.ts` and `chain-link-store.ts` do to ledger, orphans, aliases and edges,
 * each at one moment, so that every order of the moments of several writers can be played through. A writer is a
 * generator that stands still between two of them; whoever plays it decides who goes on, and who never does.
 */
export class SimulatedStore {
  /** Chain ids of what is stored. */
  readonly ledger = new Map<string, string>()
  readonly aliases: [string, string][] = []
  /** Times that the edge to an event was counted. */
  readonly edges = new Map<string, number>()
  private readonly orphans = new Map<string, Orphan>()

  private count(eventId: string): void {
    this.edges.set(eventId, (this.edges.get(eventId) ?? 0) + 1)
  }

  /**
   * Receives a batch as `storeBatch` does: probe, insert, link.
   * @param recent what the writer remembers of the ledger; with all parents there, the first try asks nobody else
   */
  *receive(batch: readonly Linkable[], recent: Map<string, string>): Generator<void, void> {
    const first = new Map(batch.map((event) => [event.eventId, event]))
    const isRemembered = ({ parentEventId }: Linkable) =>
      parentEventId === null || first.has(parentEventId) || recent.has(parentEventId)
    for (let isGuess = batch.every(isRemembered); ; isGuess = false) {
      const ledger = isGuess ? recent : this.ledger
      const known = new Map<string, string>()
      for (const { eventId, parentEventId } of first.values())
        for (const id of [eventId, parentEventId ?? eventId]) {
          const chain = ledger.get(id)
          if (chain !== undefined) known.set(id, chain)
        }
      if (!isGuess) yield
      const fresh = [...first.values()].filter(({ eventId }) => !known.has(eventId))
      // A unique violation: nothing is stored, and the ledger is read again.
      if (fresh.some(({ eventId }) => this.ledger.has(eventId))) continue
      const mine = this.insert(fresh, known)
      for (const { eventId } of fresh) recent.set(eventId, this.ledger.get(eventId)!)
      yield
      yield* this.link(
        fresh.map(({ eventId }) => eventId),
        mine,
      )
      return
    }
  }

  /** One transaction. @returns its orphans */
  private insert(fresh: readonly Linkable[], known: ReadonlyMap<string, string>): Orphan[] {
    const chains = assignChains(fresh, known)
    const mine: Orphan[] = []
    for (const { eventId, parentEventId } of fresh) {
      const { chainId, link } = chains.get(eventId)!
      this.ledger.set(eventId, chainId)
      if (link === 'stored' || link === 'batch') this.count(eventId)
      if (link === 'orphan') mine.push({ parentEventId: parentEventId!, eventId })
    }
    for (const orphan of mine) this.orphans.set(orphan.eventId, orphan)
    return mine
  }

  /** One statement: what it sees when it begins, and then what of that is still there. */
  private *link(ids: readonly string[], mine: readonly Orphan[]): Generator<void, void> {
    const isMine = new Set(ids)
    const candidates = [
      ...[...this.orphans.values()].filter(({ parentEventId }) => isMine.has(parentEventId)),
      ...mine.filter(({ parentEventId }) => this.ledger.has(parentEventId)),
    ]
    yield
    for (const { parentEventId, eventId } of candidates) {
      // Another writer's statement was first.
      if (!this.orphans.delete(eventId)) continue
      this.count(eventId)
      this.aliases.push([this.ledger.get(parentEventId)!, this.ledger.get(eventId)!])
    }
  }

  /** The links that somebody who died left open. */
  *sweep(): Generator<void, void> {
    yield* this.link(
      [],
      [...this.orphans.values()].filter(({ parentEventId }) => this.ledger.has(parentEventId)),
    )
  }
}
