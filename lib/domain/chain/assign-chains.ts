/** What assigning needs to know of an event. */
export interface Linkable {
  readonly eventId: string
  readonly parentEventId: string | null
}

export interface Assignment {
  chainId: string
  /**
   * `root`: names no parent (or itself). `stored` and `batch`: its parent is known from the ledger, or stands in the same
   * batch. `orphan`: its parent is not known yet.
   */
  link: 'root' | 'stored' | 'batch' | 'orphan'
}

/**
 * The chain of every event of a batch (HOUSE.md, "The chain contract"): its parent's chain where the parent is known,
 * else the missing parent's id, else its own id. O(n), iterative: a batch may be one line of thousands.
 * A cycle within the batch takes the smallest of its ids.
 * @param events with ids that are unique and not in `stored`
 * @param stored chains of parents that are in the ledger already
 */
export function assignChains(
  events: readonly Linkable[],
  stored: ReadonlyMap<string, string>,
): Map<string, Assignment> {
  const batch = new Map(events.map((event) => [event.eventId, event]))
  const assigned = new Map<string, Assignment>()
  const assign = (event: Linkable, chainId: string) =>
    assigned.set(event.eventId, { chainId, link: linkOf(event, batch, stored) })
  for (const event of events) {
    if (assigned.has(event.eventId)) continue
    // Causes mostly stand before their effects: then the parent tells.
    const chainId = endOfLine(event, batch, stored, assigned)
    if (chainId !== undefined) assign(event, chainId)
    else walk(event)
  }
  return assigned

  function walk(from: Linkable) {
    const path: Linkable[] = []
    const places = new Map<string, number>()
    let chainId: string | undefined
    for (let next = from; chainId === undefined;) {
      const loop = places.get(next.eventId)
      if (loop !== undefined) chainId = smallest(path.slice(loop))
      else {
        places.set(next.eventId, path.length)
        path.push(next)
        chainId = endOfLine(next, batch, stored, assigned)
        // Where the line does not end, the parent is in the batch.
        if (chainId === undefined) next = batch.get(next.parentEventId!)!
      }
    }
    for (const member of path) assign(member, chainId)
  }
}

/** The chain id where the walk to the parents ends here; undefined where it goes on within the batch. */
function endOfLine(
  event: Linkable,
  batch: ReadonlyMap<string, Linkable>,
  stored: ReadonlyMap<string, string>,
  assigned: ReadonlyMap<string, Assignment>,
): string | undefined {
  const parent = event.parentEventId
  if (parent === null || parent === event.eventId) return event.eventId
  return stored.get(parent) ?? assigned.get(parent)?.chainId ?? (batch.has(parent) ? undefined : parent)
}

function linkOf(
  event: Linkable,
  batch: ReadonlyMap<string, Linkable>,
  stored: ReadonlyMap<string, string>,
): Assignment['link'] {
  const parent = event.parentEventId
  if (parent === null || parent === event.eventId) return 'root'
  if (stored.has(parent)) return 'stored'
  return batch.has(parent) ? 'batch' : 'orphan'
}

function smallest(events: readonly Linkable[]): string {
  return events.map((event) => event.eventId).reduce((least, id) => (id < least ? id : least))
}
