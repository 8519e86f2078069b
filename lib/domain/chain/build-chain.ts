/** What building needs to know of an event. Times in milliseconds since 1970, fractions allowed. */
export interface ChainEvent {
  readonly event_id: string
  readonly parent_event_id: string | null
  readonly created: number
  readonly received: number
  /** False where only a shared trace id brings the event here. */
  readonly own: boolean
}

export type ChainFlag = 'clock-skew' | 'in-cycle' | 'expired-parent'

export interface PlacedEvent<E extends ChainEvent> {
  event: E
  depth: number
  joined_by: 'root' | 'parent' | 'trace'
  /** Since the parent was created; null for roots and below missing parents; negative with `clock-skew`. */
  delay_ms: number | null
  flags: ChainFlag[]
}

export interface MissingParent {
  event_id: string
  /** Index of the member it stands before: its earliest child. */
  before: number
  children: string[]
  expired: boolean
}

export interface BuiltChain<E extends ChainEvent> {
  members: PlacedEvent<E>[]
  missing: MissingParent[]
}

/** A root of the drawing: an event, or the place of a missing parent with its children. */
interface Root<E> {
  missing: string | null
  events: E[]
  own: boolean
}

/**
 * Puts the events of a chain into reading order: depth first, siblings by creation (then receipt, then id). Own roots
 * stand before those that only a trace id joined. Every event given is in the answer exactly once:
 *
 * - events whose parent is not among them stand together under that missing parent, at depth 1;
 * - a cycle, self-parents among them, starts at its earliest received member, as if that had no parent here.
 *
 * O(n log n) for the order of siblings, O(n) else, and iterative: a chain may be 100,000 deep.
 * @param events with unique ids
 * @param expired ids of parents that were received once and are past retention
 */
export function buildChain<E extends ChainEvent>(
  events: readonly E[],
  expired: ReadonlySet<string> = new Set(),
): BuiltChain<E> {
  const byId = new Map(events.map((event) => [event.event_id, event]))
  const inCycle = findCycles(events, byId)
  const cycleStarts = new Set([...inCycle.values()])
  const children = new Map<string, E[]>()
  const roots: Root<E>[] = []
  const missing = new Map<string, Root<E>>()
  for (const event of [...events].sort(byTime)) {
    const parent = event.parent_event_id
    if (parent === null || cycleStarts.has(event.event_id)) {
      roots.push({ missing: null, events: [event], own: event.own })
    } else if (byId.has(parent)) {
      append(children, parent, event)
    } else {
      const root = missing.get(parent)
      if (root) {
        root.events.push(event)
        root.own ||= event.own
      } else {
        const made = { missing: parent, events: [event], own: event.own }
        missing.set(parent, made)
        roots.push(made)
      }
    }
  }
  // Stable: among its kind each keeps its place in time.
  roots.sort((a, b) => Number(b.own) - Number(a.own))
  return lay(roots, children, byId, inCycle, expired)
}

function lay<E extends ChainEvent>(
  roots: readonly Root<E>[],
  children: ReadonlyMap<string, readonly E[]>,
  byId: ReadonlyMap<string, E>,
  inCycle: ReadonlyMap<string, string>,
  expired: ReadonlySet<string>,
): BuiltChain<E> {
  const members: PlacedEvent<E>[] = []
  const missing: MissingParent[] = []
  for (const root of roots) {
    const top = root.missing === null ? 0 : 1
    if (root.missing !== null)
      missing.push({
        event_id: root.missing,
        before: members.length,
        children: root.events.map((event) => event.event_id),
        expired: expired.has(root.missing),
      })
    const stack = root.events.map((event) => ({ event, depth: top })).reverse()
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { event, depth } = next
      members.push(place(event, depth, top, byId, inCycle, expired))
      const below = children.get(event.event_id) ?? []
      for (let i = below.length - 1; i >= 0; i--) stack.push({ event: below[i]!, depth: depth + 1 })
    }
  }
  return { members, missing }
}

function place<E extends ChainEvent>(
  event: E,
  depth: number,
  top: number,
  byId: ReadonlyMap<string, E>,
  inCycle: ReadonlyMap<string, string>,
  expired: ReadonlySet<string>,
): PlacedEvent<E> {
  const parent = depth > top ? byId.get(event.parent_event_id ?? '') : undefined
  const delay = parent ? event.created - parent.created : null
  const flags: ChainFlag[] = []
  if (delay !== null && delay < 0) flags.push('clock-skew')
  if (inCycle.has(event.event_id)) flags.push('in-cycle')
  if (
    event.parent_event_id !== null &&
    expired.has(event.parent_event_id) &&
    !byId.has(event.parent_event_id)
  )
    flags.push('expired-parent')
  const joined = depth === 0 ? 'root' : 'parent'
  return { event, depth, joined_by: event.own ? joined : 'trace', delay_ms: delay, flags }
}

/** By id of every event on a cycle: the id of the cycle's earliest received event. */
function findCycles<E extends ChainEvent>(
  events: readonly E[],
  byId: ReadonlyMap<string, E>,
): Map<string, string> {
  const starts = new Map<string, string>()
  /** Which walk saw an event first. */
  const seenBy = new Map<string, number>()
  events.forEach((event, walk) => {
    let at: E | undefined = event
    while (at && !seenBy.has(at.event_id)) {
      seenBy.set(at.event_id, walk)
      at = at.parent_event_id === null ? undefined : byId.get(at.parent_event_id)
    }
    if (!at || seenBy.get(at.event_id) !== walk) return
    const cycle: E[] = []
    for (let member: E = at; cycle.length === 0 || member !== at; member = byId.get(member.parent_event_id!)!)
      cycle.push(member)
    const start = cycle.reduce((first, member) => (byReceipt(member, first) < 0 ? member : first))
    for (const member of cycle) starts.set(member.event_id, start.event_id)
  })
  return starts
}

function append<E>(map: Map<string, E[]>, key: string, value: E) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function byTime(a: ChainEvent, b: ChainEvent): number {
  return a.created - b.created || byReceipt(a, b)
}

function byReceipt(a: ChainEvent, b: ChainEvent): number {
  return a.received - b.received || (a.event_id < b.event_id ? -1 : a.event_id > b.event_id ? 1 : 0)
}
