/**
 * A chain as its screen has it: what `GET /events/{event_id}/chain` says, unpacked from columns (chain-columns.ts). Members come in reading order: depth first, in time order among siblings. A missing parent is a root of
 * depth 0 that stands before the member with the index `before`; the events that name it follow at depth 1.
 */
export interface ViewMember {
  event_id: string
  parent_event_id: string | null
  trace_id: string | null
  type: string
  version: string
  kind: 'domain' | 'cud' | null
  owner: string | null
  producer: string | null
  /** Milliseconds since 1970, fractions among them. */
  created: number
  received: number
  status: 'valid' | 'invalid' | 'unknown'
  flags: readonly string[]
  depth: number
  joined_by: 'root' | 'parent' | 'trace'
  deliveries: number
  /** Since the parent's creation; negative where the clocks disagree; null for roots and below missing parents. */
  delay_ms: number | null
}

export interface ViewMissing {
  event_id: string
  before: number
  children: readonly string[]
  expired: boolean
}

export interface ViewChain {
  focus: string
  members: readonly ViewMember[]
  missing: readonly ViewMissing[]
  /** Trace ids on more events than a chain joins by, with their counts. */
  large_traces: readonly { trace_id: string; count: number }[]
  /** True where the chain holds more events than one answer carries. */
  truncated: boolean
}

/** Which of its two instants places an event: when its producer made it, or when it arrived here. */
export type TimeAxis = 'created' | 'received'

export function instantOf(member: ViewMember, axis: TimeAxis): number {
  return axis === 'created' ? member.created : member.received
}

/** By member. */
export function instantsOf({ members }: ViewChain, axis: TimeAxis): Float64Array {
  const instants = new Float64Array(members.length)
  for (let place = 0; place < members.length; place++) instants[place] = instantOf(members[place]!, axis)
  return instants
}

/** An instant as the wire writes it. */
export function instantText(instant: number): string {
  return new Date(instant).toISOString()
}
