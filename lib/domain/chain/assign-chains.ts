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
  for (const event of events) {
    const path: Linkable[] = []
    const onPath = new Map<string, number>()
    let chainId: string | undefined
    let next: Linkable | undefined = event
    while (next && chainId === undefined) {
      const current: Linkable = next
      const known = assigned.get(current.eventId)
      const loop = onPath.get(current.eventId)
      if (known) chainId = known.chainId
      else if (loop !== undefined) chainId = smallest(path.slice(loop))
      else {
        onPath.set(current.eventId, path.length)
        path.push(current)
        chainId = endOfLine(current, batch, stored)
        next = current.parentEventId === null ? undefined : batch.get(current.parentEventId)
      }
    }
    for (const member of path)
      assigned.set(member.eventId, {
        chainId: chainId ?? member.eventId,
        link: linkOf(member, batch, stored),
      })
  }
  return assigned
}

/** The chain id where the walk to the parents ends here; undefined where it goes on within the batch. */
function endOfLine(
  event: Linkable,
  batch: ReadonlyMap<string, Linkable>,
  stored: ReadonlyMap<string, string>,
): string | undefined {
  const parent = event.parentEventId
  if (parent === null || parent === event.eventId) return event.eventId
  return stored.get(parent) ?? (batch.has(parent) ? undefined : parent)
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
