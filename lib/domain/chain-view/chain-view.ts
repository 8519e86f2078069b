/**
 * What the arithmetic of the chain screen reads of the chain answer (`GET /events/{event_id}/chain`); the wire type has
 * more fields. Members come in reading order: depth first, in time order among siblings. A missing parent is a root of
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
  created_at: string
  received_at: string
  status: 'valid' | 'invalid' | 'unknown'
  flags: readonly string[]
  depth: number
  joined_by: 'root' | 'parent' | 'trace'
  deliveries: number
  /** Since the parent's created_at; negative where the clocks disagree; null for roots and below missing parents. */
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
}

/** Which of its two instants places an event: when its producer made it, or when it arrived here. */
export type TimeAxis = 'created' | 'received'

export function instantOf(member: ViewMember, axis: TimeAxis): number {
  return Date.parse(axis === 'created' ? member.created_at : member.received_at)
}
