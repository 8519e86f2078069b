import type { ViewChain, ViewMember } from './chain-view'

/** A type of the chain with its events; the missing parents of the chain stand as one node without a type. */
export interface TypeNode {
  /** The type's name; `MISSING` for what was never received. */
  id: string
  kind: ViewMember['kind']
  count: number
  invalid: number
  /** Owner of most of its events. */
  owner: string | null
}

export interface TypeEdge {
  from: string
  to: string
  count: number
  /** Median of the delays in this chain; null below missing parents. */
  delay_ms: number | null
}

export interface TypeGraph {
  /** In the order of their first event. */
  nodes: TypeNode[]
  /** Most frequent first. */
  edges: TypeEdge[]
}

/** No event type has this name: names have no space at their start. */
export const MISSING = ' missing'

/** How the types of a chain follow one another. O(n log n) for the medians. */
export function typeGraph(chain: ViewChain): TypeGraph {
  const nodes = new Map<string, TypeNode & { owners: Map<string | null, number> }>()
  const edges = new Map<string, Map<string, { count: number; delays: number[] }>>()
  const typeOf = new Map<string, string>()
  for (const member of chain.members) {
    typeOf.set(member.event_id, member.type)
    let node = nodes.get(member.type)
    if (node === undefined) {
      node = { id: member.type, kind: member.kind, count: 0, invalid: 0, owner: null, owners: new Map() }
      nodes.set(member.type, node)
    }
    node.count++
    if (member.status === 'invalid') node.invalid++
    node.owners.set(member.owner, (node.owners.get(member.owner) ?? 0) + 1)
  }
  for (const { parent_event_id: parent, type, delay_ms } of chain.members) {
    if (parent === null) continue
    const from = typeOf.get(parent) ?? MISSING
    let outgoing = edges.get(from)
    if (outgoing === undefined)
      edges.set(from, (outgoing = new Map<string, { count: number; delays: number[] }>()))
    let edge = outgoing.get(type)
    if (edge === undefined) outgoing.set(type, (edge = { count: 0, delays: [] }))
    edge.count++
    if (delay_ms !== null) edge.delays.push(delay_ms)
  }
  const typed = [...nodes.values()].map(({ owners, ...node }) => ({ ...node, owner: mostOf(owners) }))
  const missing = chain.missing.length
  return {
    nodes:
      missing === 0
        ? typed
        : [{ id: MISSING, kind: null, count: missing, invalid: 0, owner: null }, ...typed],
    edges: [...edges]
      .flatMap(([from, outgoing]) =>
        [...outgoing].map(([to, { count, delays }]) => ({ from, to, count, delay_ms: median(delays) })),
      )
      .sort((a, b) => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1)),
  }
}

/** Which events of each type match a filter, and which arrows an event that matches stands at either end of. */
export interface GraphMatches {
  /** Matching events by type; types without any have no entry. */
  types: ReadonlyMap<string, number>
  isArrow: (edge: Pick<TypeEdge, 'from' | 'to'>) => boolean
}

/** Apart from the graph, whose layout stays while one types. O(n). @param matched by member */
export function matchGraph(chain: ViewChain, matched: Uint8Array): GraphMatches {
  const types = new Map<string, number>()
  const hits = new Set<string>()
  for (const [index, member] of chain.members.entries()) {
    if (matched[index] !== 1) continue
    hits.add(member.event_id)
    types.set(member.type, (types.get(member.type) ?? 0) + 1)
  }
  const typeOf = new Map(chain.members.map(({ event_id, type }) => [event_id, type]))
  const arrows = new Map<string, Set<string>>()
  for (const { event_id, parent_event_id: parent, type } of chain.members) {
    if (parent === null || !(hits.has(event_id) || hits.has(parent))) continue
    const from = typeOf.get(parent) ?? MISSING
    arrows.set(from, (arrows.get(from) ?? new Set<string>()).add(type))
  }
  return { types, isArrow: ({ from, to }) => arrows.get(from)?.has(to) ?? false }
}

function mostOf(counts: ReadonlyMap<string | null, number>): string | null {
  let most: string | null = null
  let highest = 0
  for (const [value, count] of counts) if (count > highest) [most, highest] = [value, count]
  return most
}

function median(values: number[]): number | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.floor((sorted.length - 1) / 2)]!
}
