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
  /** By member: the place of its parent among the members; -1 where it names none, -2 where that is missing. */
  parents: Int32Array
}

/** No event type has this name: names have no space at their start. */
export const MISSING = ' missing'

/** How the types of a chain follow one another. O(n log n) for the medians. */
export function typeGraph(chain: ViewChain): TypeGraph {
  const nodes = new Map<string, TypeNode & { owners: Map<string | null, number> }>()
  const edges = new Map<string, Map<string, { count: number; delays: number[] }>>()
  for (const member of chain.members) {
    let node = nodes.get(member.type)
    if (node === undefined) {
      node = { id: member.type, kind: member.kind, count: 0, invalid: 0, owner: null, owners: new Map() }
      nodes.set(member.type, node)
    }
    node.count++
    if (member.status === 'invalid') node.invalid++
    node.owners.set(member.owner, (node.owners.get(member.owner) ?? 0) + 1)
  }
  const parents = parentsOf(chain)
  for (const [index, { type, delay_ms }] of chain.members.entries()) {
    const from = causeOf(chain, parents[index]!)
    if (from === null) continue
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
    parents,
  }
}

function parentsOf({ members }: ViewChain): Int32Array {
  const places = new Map<string, number>()
  for (const [index, { event_id }] of members.entries()) places.set(event_id, index)
  return Int32Array.from(members, ({ parent_event_id: id }) => (id === null ? -1 : (places.get(id) ?? -2)))
}

/** The type that an event follows from; null where it names no parent. @param parent as `TypeGraph.parents` has it */
function causeOf({ members }: ViewChain, parent: number): string | null {
  return parent === -1 ? null : (members[parent]?.type ?? MISSING)
}

/** Which events of each type match a filter, and which arrows an event that matches stands at either end of. */
export interface GraphMatches {
  /** Matching events by type; types without any have no entry. */
  types: ReadonlyMap<string, number>
  isArrow: (edge: Pick<TypeEdge, 'from' | 'to'>) => boolean
}

/**
 * Apart from the graph, whose layout stays while one types. O(n).
 * @param graph of the chain @param matched by member
 */
export function matchGraph(
  chain: ViewChain,
  { parents }: Pick<TypeGraph, 'parents'>,
  matched: Uint8Array,
): GraphMatches {
  const types = new Map<string, number>()
  const arrows = new Map<string, Set<string>>()
  for (const [index, { type }] of chain.members.entries()) {
    const parent = parents[index]!
    if (matched[index] === 1) types.set(type, (types.get(type) ?? 0) + 1)
    else if (matched[parent] !== 1) continue
    const from = causeOf(chain, parent)
    if (from === null) continue
    const reached = arrows.get(from)
    if (reached === undefined) arrows.set(from, new Set([type]))
    else reached.add(type)
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
