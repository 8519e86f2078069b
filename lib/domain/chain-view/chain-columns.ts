import { keepPlaces, placesById } from './chain-places'
import type { ViewChain, ViewMember, ViewMissing } from './chain-view'

/**
 * A chain as it travels to a screen: one list a fact instead of one object an event, names once each, times as
 * differences. 100,000 events are a fifth of the size that they have as objects, and are read in a fifth of the time.
 * All lists have one entry a member, in reading order.
 */
export interface ChainColumns<Flag extends string = string> {
  focus: string
  /** Joined by line ends, which no id holds. */
  event_ids: string
  /** Index of the parent among the members; -1 for none named; -2 - n for the missing parent n. */
  parents: number[]
  depths: number[]
  /** Microseconds, the first since 1970, the others since the member before. */
  created: number[]
  received: number[]
  /** The lists from here on are indexes into `names`. */
  types: number[]
  versions: number[]
  owners: number[]
  producers: number[]
  traces: number[]
  /** Index into `states`. */
  member_states: number[]
  names: {
    types: { name: string; kind: 'domain' | 'cud' | null }[]
    versions: string[]
    owners: (string | null)[]
    producers: (string | null)[]
    traces: (string | null)[]
  }
  states: { status: ViewMember['status']; joined_by: ViewMember['joined_by']; flags: Flag[] }[]
  /** Only of events that were delivered more than once. */
  deliveries: { member: number; count: number }[]
  missing: { before: number; children: number[]; event_id: string; expired: boolean }[]
  large_traces: { trace_id: string; count: number }[]
  truncated: boolean
}

/** A member before it is packed: its times in microseconds since 1970, its parent by its place among the members. */
export interface ColumnMember<Flag extends string> extends Omit<
  ViewMember,
  'created' | 'received' | 'delay_ms' | 'flags'
> {
  created_us: number
  received_us: number
  flags: readonly Flag[]
  parent: number
}

/**
 * In one pass, with each member described when its turn comes: 100,000 descriptions at once would be as large as the
 * chain itself.
 */
export function packChain<T, Flag extends string>(
  chain: readonly T[],
  describe: (member: T) => ColumnMember<Flag>,
  missing: readonly ViewMissing[],
  rest: Pick<ChainColumns, 'focus' | 'large_traces' | 'truncated'>,
): ChainColumns<Flag> {
  const missingOf = new Map(missing.map(({ event_id }, index) => [event_id, -2 - index]))
  const types = new Dictionary<{ name: string; kind: ViewMember['kind'] }>()
  const versions = new Dictionary<string>()
  const owners = new Dictionary<string | null>()
  const producers = new Dictionary<string | null>()
  const traces = new Dictionary<string | null>()
  const states = new Dictionary<ChainColumns<Flag>['states'][number]>()
  const children: number[][] = missing.map(() => [])
  const ids: string[] = []
  const columns: ChainColumns<Flag> = {
    focus: rest.focus,
    event_ids: '',
    parents: [],
    depths: [],
    created: [],
    received: [],
    types: [],
    versions: [],
    owners: [],
    producers: [],
    traces: [],
    member_states: [],
    names: {
      types: types.values,
      versions: versions.values,
      owners: owners.values,
      producers: producers.values,
      traces: traces.values,
    },
    states: states.values,
    deliveries: [],
    missing: missing.map((parent, index) => ({ ...parent, children: children[index]! })),
    large_traces: rest.large_traces,
    truncated: rest.truncated,
  }
  let created = 0
  let received = 0
  for (let index = 0; index < chain.length; index++) {
    const member = describe(chain[index]!)
    const { status, joined_by, flags } = member
    let parent = member.parent
    if (parent === -1 && member.parent_event_id !== null) {
      parent = missingOf.get(member.parent_event_id) ?? -1
      children[-2 - parent]?.push(index)
    }
    ids.push(member.event_id)
    columns.parents.push(parent)
    columns.depths.push(member.depth)
    columns.created.push(member.created_us - created)
    columns.received.push(member.received_us - received)
    created = member.created_us
    received = member.received_us
    columns.types.push(
      types.index(member.type) ?? types.add(member.type, { name: member.type, kind: member.kind }),
    )
    columns.versions.push(versions.index(member.version) ?? versions.add(member.version, member.version))
    columns.owners.push(owners.index(member.owner) ?? owners.add(member.owner, member.owner))
    columns.producers.push(
      producers.index(member.producer) ?? producers.add(member.producer, member.producer),
    )
    columns.traces.push(traces.index(member.trace_id) ?? traces.add(member.trace_id, member.trace_id))
    const state = stateKey(member)
    columns.member_states.push(
      states.index(state) ?? states.add(state, { status, joined_by, flags: [...flags] }),
    )
    if (member.deliveries > 1) columns.deliveries.push({ member: index, count: member.deliveries })
  }
  columns.event_ids = ids.join('\n')
  return columns
}

/** Of a member without flags one that is a constant, as most are: a text that is put together is hashed each time. */
function stateKey({ status, joined_by, flags }: ColumnMember<string>): string {
  if (flags.length > 0) return `${status} ${joined_by} ${flags.join(' ')}`
  return status === 'valid' && joined_by === 'parent' ? 'valid parent' : `${status} ${joined_by}`
}

class Dictionary<T> {
  readonly values: T[] = []
  private readonly places = new Map<string | null, number>()
  private lastKey: string | null | undefined
  private last = 0

  index(key: string | null): number | undefined {
    // What stands side by side is often the same.
    if (key === this.lastKey) return this.last
    const known = this.places.get(key)
    if (known === undefined) return undefined
    this.lastKey = key
    return (this.last = known)
  }

  /** The place of a value that was not there yet. */
  add(key: string | null, value: T): number {
    this.places.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}

/** The chain that was packed. O(n), about 50 ms for 100,000 events. */
export function unpackChain(columns: ChainColumns): ViewChain {
  const { names, states } = columns
  const ids = columns.event_ids === '' ? [] : columns.event_ids.split('\n')
  const deliveries = new Map(columns.deliveries.map(({ member, count }) => [member, count]))
  const members: ViewMember[] = []
  let created = 0
  let received = 0
  for (let index = 0; index < ids.length; index++) {
    const event_id = ids[index]!
    created += columns.created[index]!
    received += columns.received[index]!
    const type = names.types[columns.types[index]!]!
    const state = states[columns.member_states[index]!]!
    const up = columns.parents[index]!
    const depth = columns.depths[index]!
    members.push({
      event_id,
      parent_event_id: up === -1 ? null : up >= 0 ? ids[up]! : columns.missing[-2 - up]!.event_id,
      trace_id: names.traces[columns.traces[index]!]!,
      type: type.name,
      version: names.versions[columns.versions[index]!]!,
      kind: type.kind,
      owner: names.owners[columns.owners[index]!]!,
      producer: names.producers[columns.producers[index]!]!,
      created: created / 1000,
      received: received / 1000,
      status: state.status,
      flags: state.flags,
      depth,
      joined_by: state.joined_by,
      deliveries: deliveries.get(index) ?? 1,
      // Its parent stands before it, but where the cycle that it is the start of was cut: that one is at depth 0.
      delay_ms: depth > 0 && up >= 0 ? created / 1000 - members[up]!.created : null,
    })
  }
  const chain: ViewChain = {
    focus: columns.focus,
    members,
    missing: columns.missing.map((parent) => ({
      ...parent,
      children: parent.children.map((child) => ids[child]!),
    })),
    large_traces: columns.large_traces,
    truncated: columns.truncated,
  }
  keepPlaces(chain, {
    placeOf: placesById(members),
    parents: Int32Array.from(columns.parents),
    joinedIds: () => columns.event_ids,
    types: { codes: Int32Array.from(columns.types), names: names.types.map(({ name }) => name) },
    versions: { codes: Int32Array.from(columns.versions), names: names.versions },
    owners: { codes: Int32Array.from(columns.owners), names: names.owners },
    producers: { codes: Int32Array.from(columns.producers), names: names.producers },
  })
  return chain
}
