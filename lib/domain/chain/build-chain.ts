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
  /** Member index of the parent that the event names; -1 where it names none, or one that is not here. */
  parent: number
  /** Since the parent was created; null for roots and below missing parents; negative with `clock-skew`. */
  delay_ms: number | null
  flags: readonly ChainFlag[]
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

const NONE: readonly ChainFlag[] = []

/**
 * Puts the events of a chain into reading order: depth first, siblings by creation (then receipt, then id). Own roots
 * stand before those that only a trace id joined. Every event given is in the answer exactly once:
 *
 * - events whose parent is not among them stand together under that missing parent, at depth 1;
 * - a cycle, self-parents among them, starts at its earliest received member, as if that had no parent here.
 *
 * O(n log n) for the order of siblings, O(n) else, and iterative: a chain may be 100,000 deep. Events are numbers inside,
 * by their place in `events`.
 * @param events with unique ids
 * @param expired ids of parents that were received once and are past retention
 */
export function buildChain<E extends ChainEvent>(
  events: readonly E[],
  expired: ReadonlySet<string> = new Set(),
): BuiltChain<E> {
  const parents = findParents(events)
  const cycleStarts = findCycles(events, parents)
  const order = timeOrder(events)
  const { roots, firstChild, nextSibling } = link(events, parents, cycleStarts, order)
  const members: PlacedEvent<E>[] = []
  const missing: MissingParent[] = []
  const placeOf = new Int32Array(events.length).fill(-1)
  for (const root of roots) {
    const top = root.missing === null ? 0 : 1
    if (root.missing !== null)
      missing.push({
        event_id: root.missing,
        before: members.length,
        children: root.events.map((index) => events[index]!.event_id),
        expired: expired.has(root.missing),
      })
    for (const start of root.events) {
      // Where to go on at each depth above: down first, then to the next sibling.
      const open: number[] = []
      for (let at = start; at !== -1;) {
        placeOf[at] = members.length
        members.push(place(at, top + open.length, top))
        open.push(at)
        at = firstChild[at]!
        while (at === -1 && open.length > 0) {
          const left = open.pop()!
          at = open.length === 0 ? -1 : nextSibling[left]!
        }
      }
    }
  }
  // Only the parent of a cycle's start stands behind its child.
  for (const member of members) if (member.parent !== -1) member.parent = placeOf[member.parent]!
  return { members, missing }

  /** `parent` is a place in `events` until all members are placed. */
  function place(index: number, depth: number, top: number): PlacedEvent<E> {
    const event = events[index]!
    const parent = parents[index]!
    const delay = depth > top && parent !== -1 ? event.created - events[parent]!.created : null
    const joined = depth === 0 ? 'root' : 'parent'
    const lostParent = parent === -1 && event.parent_event_id !== null && expired.has(event.parent_event_id)
    return {
      event,
      depth,
      joined_by: event.own ? joined : 'trace',
      parent,
      delay_ms: delay,
      flags: flagsOf(delay !== null && delay < 0, cycleStarts[index] !== -1, lostParent),
    }
  }
}

function flagsOf(skew: boolean, inCycle: boolean, expired: boolean): readonly ChainFlag[] {
  if (!skew && !inCycle && !expired) return NONE
  return [
    ...(skew ? (['clock-skew'] as const) : []),
    ...(inCycle ? (['in-cycle'] as const) : []),
    ...(expired ? (['expired-parent'] as const) : []),
  ]
}

/** Place of each event's parent, or -1. */
function findParents(events: readonly ChainEvent[]): Int32Array {
  const places = new Map<string, number>()
  for (let index = 0; index < events.length; index++) places.set(events[index]!.event_id, index)
  return Int32Array.from(events, ({ parent_event_id: id }) => (id === null ? -1 : (places.get(id) ?? -1)))
}

/** A root of the drawing: an event, or the place of a missing parent with its children. */
interface Root {
  missing: string | null
  events: number[]
  own: boolean
}

interface Links {
  roots: Root[]
  firstChild: Int32Array
  nextSibling: Int32Array
}

/** @param order places of the events in time order */
function link(
  events: readonly ChainEvent[],
  parents: Int32Array,
  cycleStarts: Int32Array,
  order: Int32Array,
): Links {
  const firstChild = new Int32Array(events.length).fill(-1)
  const lastChild = new Int32Array(events.length).fill(-1)
  const nextSibling = new Int32Array(events.length).fill(-1)
  const roots: Root[] = []
  const missing = new Map<string, Root>()
  for (const index of order) {
    const { parent_event_id: id, own } = events[index]!
    const parent = parents[index]!
    if (id === null || cycleStarts[index] === index) {
      roots.push({ missing: null, events: [index], own })
    } else if (parent !== -1) {
      const last = lastChild[parent]!
      if (last === -1) firstChild[parent] = index
      else nextSibling[last] = index
      lastChild[parent] = index
    } else {
      const root = missing.get(id)
      if (root) {
        root.events.push(index)
        root.own ||= own
      } else {
        const made = { missing: id, events: [index], own }
        missing.set(id, made)
        roots.push(made)
      }
    }
  }
  // Stable: among its kind each keeps its place in time.
  roots.sort((a, b) => Number(b.own) - Number(a.own))
  return { roots, firstChild, nextSibling }
}

/** Per event on a cycle: the place of the cycle's earliest received event; -1 for all others. */
function findCycles(events: readonly ChainEvent[], parents: Int32Array): Int32Array {
  const starts = new Int32Array(events.length).fill(-1)
  /** Which walk saw an event first. */
  const seenBy = new Int32Array(events.length).fill(-1)
  for (let walk = 0; walk < events.length; walk++) {
    let at = walk
    while (at !== -1 && seenBy[at] === -1) {
      seenBy[at] = walk
      at = parents[at]!
    }
    if (at === -1 || seenBy[at] !== walk) continue
    const cycle: number[] = []
    for (let member = at; cycle.length === 0 || member !== at; member = parents[member]!) cycle.push(member)
    const start = cycle.reduce((first, member) =>
      byReceipt(events[member]!, events[first]!) < 0 ? member : first,
    )
    for (const member of cycle) starts[member] = start
  }
  return starts
}

/** Places of the events in time order. Mostly they are stored in it, and asking so costs less than any sort. */
function timeOrder(events: readonly ChainEvent[]): Int32Array {
  const order = Int32Array.from(events, (_, index) => index)
  for (let index = 1; index < events.length; index++)
    if (byTime(events[index - 1]!, events[index]!) > 0)
      return order.sort((a, b) => byTime(events[a]!, events[b]!))
  return order
}

function byTime(a: ChainEvent, b: ChainEvent): number {
  return a.created - b.created || byReceipt(a, b)
}

function byReceipt(a: ChainEvent, b: ChainEvent): number {
  return a.received - b.received || (a.event_id < b.event_id ? -1 : a.event_id > b.event_id ? 1 : 0)
}
