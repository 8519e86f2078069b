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
  const { parents, missing } = findParents(events)
  const { order, depths, cycleStarts, gaps } = placeEvents({
    parents,
    order: timeOrder(events),
    isOwn: (place) => events[place]!.own,
    byTime: (a, b) => byTime(events[a]!, events[b]!),
    byReceipt: (a, b) => byReceipt(events[a]!, events[b]!),
  })
  const readAt = new Int32Array(events.length)
  for (let index = 0; index < order.length; index++) readAt[order[index]!] = index
  const members: PlacedEvent<E>[] = []
  for (let index = 0; index < order.length; index++) members.push(member(order[index]!, depths[index]!))
  return {
    members,
    missing: gaps.map(({ number, before, children }) => ({
      event_id: missing[number]!,
      before,
      children: children.map((place) => events[place]!.event_id),
      expired: expired.has(missing[number]!),
    })),
  }

  function member(place: number, depth: number): PlacedEvent<E> {
    const event = events[place]!
    const parent = parents[place]!
    const delay = parent >= 0 && cycleStarts[place] !== place ? event.created - events[parent]!.created : null
    const joined = depth === 0 ? 'root' : 'parent'
    return {
      event,
      depth,
      joined_by: event.own ? joined : 'trace',
      parent: parent >= 0 ? readAt[parent]! : -1,
      delay_ms: delay,
      flags: flagsOf(
        delay !== null && delay < 0,
        cycleStarts[place] !== -1,
        parent < -1 && expired.has(missing[-2 - parent]!),
      ),
    }
  }
}

/** Events as numbers, and what the order of reading needs to know of them. */
export interface Relations {
  /** By event: its parent; -1 where it names none, -2 - m for the missing parent m. */
  parents: Int32Array
  /** The events that are to be placed, at least the siblings among them in time order. */
  order: Int32Array
  isOwn: (event: number) => boolean
  /** True where it is known that no event leads back to itself: then nothing is looked for. */
  isAcyclic?: boolean
  byTime: (a: number, b: number) => number
  byReceipt: (a: number, b: number) => number
}

export interface Placement {
  /** Events in reading order. */
  order: Int32Array
  /** In reading order. */
  depths: Int32Array
  /** By event: where its cycle starts; -1 for those on none. */
  cycleStarts: Int32Array
  /** Missing parents: the number of each, the event it stands before as its index in reading order, and its children. */
  gaps: { number: number; before: number; children: number[] }[]
}

/** The order of reading, as `buildChain` has it. O(n), and O(r log r) for roots that are not in time order. */
export function placeEvents(relations: Relations): Placement {
  const { parents } = relations
  const cycleStarts = relations.isAcyclic
    ? new Int32Array(parents.length).fill(-1)
    : findCycles(parents, relations.byReceipt)
  const { roots, firstChild, nextSibling } = link(relations, cycleStarts)
  const order = new Int32Array(relations.order.length)
  const depths = new Int32Array(relations.order.length)
  const gaps: Placement['gaps'] = []
  let length = 0
  for (const root of roots) {
    const top = root.missing === -1 ? 0 : 1
    if (top === 1) gaps.push({ number: root.missing, before: length, children: root.events })
    for (const start of root.events) {
      // Where to go on at each depth above: down first, then to the next sibling.
      const open: number[] = []
      for (let at = start; at !== -1;) {
        depths[length] = top + open.length
        order[length++] = at
        open.push(at)
        at = firstChild[at]!
        while (at === -1 && open.length > 0) {
          const left = open.pop()!
          at = open.length === 0 ? -1 : nextSibling[left]!
        }
      }
    }
  }
  return { order, depths, cycleStarts, gaps }
}

function flagsOf(skew: boolean, inCycle: boolean, expired: boolean): readonly ChainFlag[] {
  if (!skew && !inCycle && !expired) return NONE
  return [
    ...(skew ? (['clock-skew'] as const) : []),
    ...(inCycle ? (['in-cycle'] as const) : []),
    ...(expired ? (['expired-parent'] as const) : []),
  ]
}

/** By event the place of its parent, as `Relations` has it, and the ids of those that are not here. */
function findParents(events: readonly ChainEvent[]): { parents: Int32Array; missing: string[] } {
  const places = new Map<string, number>()
  for (let index = 0; index < events.length; index++) places.set(events[index]!.event_id, index)
  const missing: string[] = []
  const parents = new Int32Array(events.length).fill(-1)
  for (let index = 0; index < events.length; index++) {
    const id = events[index]!.parent_event_id
    if (id === null) continue
    let place = places.get(id)
    if (place === undefined) {
      place = -1 - missing.push(id)
      places.set(id, place)
    }
    parents[index] = place
  }
  return { parents, missing }
}

/** A root of the drawing: an event, or the place of a missing parent with its children. */
interface Root {
  /** Number of the missing parent; -1 where it is none. */
  missing: number
  events: number[]
  own: boolean
}

interface Links {
  roots: Root[]
  firstChild: Int32Array
  nextSibling: Int32Array
}

function link({ parents, order, isOwn, byTime }: Relations, cycleStarts: Int32Array): Links {
  const firstChild = new Int32Array(parents.length).fill(-1)
  const lastChild = new Int32Array(parents.length).fill(-1)
  const nextSibling = new Int32Array(parents.length).fill(-1)
  const roots: Root[] = []
  const missing = new Map<number, Root>()
  for (const event of order) {
    const parent = parents[event]!
    if (parent === -1 || cycleStarts[event] === event) {
      roots.push({ missing: -1, events: [event], own: isOwn(event) })
    } else if (parent >= 0) {
      const last = lastChild[parent]!
      if (last === -1) firstChild[parent] = event
      else nextSibling[last] = event
      lastChild[parent] = event
    } else {
      const root = missing.get(parent)
      if (root) {
        root.events.push(event)
        root.own ||= isOwn(event)
      } else {
        const made = { missing: -2 - parent, events: [event], own: isOwn(event) }
        missing.set(parent, made)
        roots.push(made)
      }
    }
  }
  roots.sort((a, b) => Number(b.own) - Number(a.own) || byTime(a.events[0]!, b.events[0]!))
  return { roots, firstChild, nextSibling }
}

/** Per event on a cycle: the cycle's earliest received event; -1 for all others. */
function findCycles(parents: Int32Array, byReceipt: Relations['byReceipt']): Int32Array {
  const starts = new Int32Array(parents.length).fill(-1)
  /** Which walk saw an event first. */
  const seenBy = new Int32Array(parents.length).fill(-1)
  for (let walk = 0; walk < parents.length; walk++) {
    let at = walk
    while (at >= 0 && seenBy[at] === -1) {
      seenBy[at] = walk
      at = parents[at]!
    }
    if (at < 0 || seenBy[at] !== walk) continue
    const cycle: number[] = []
    for (let member = at; cycle.length === 0 || member !== at; member = parents[member]!) cycle.push(member)
    const start = cycle.reduce((first, member) => (byReceipt(member, first) < 0 ? member : first))
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

type Timed = Pick<ChainEvent, 'event_id' | 'created' | 'received'>

export function byTime(a: Timed, b: Timed): number {
  return a.created - b.created || byReceipt(a, b)
}

export function byReceipt(a: Timed, b: Timed): number {
  return a.received - b.received || (a.event_id < b.event_id ? -1 : a.event_id > b.event_id ? 1 : 0)
}
