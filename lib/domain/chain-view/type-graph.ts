import { placesOf, type Coded } from './chain-places'
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

/** How the types of a chain follow one another. O(n log n) for the medians; types are numbers while they are counted. */
export function typeGraph(chain: ViewChain): TypeGraph {
  const { parents, types, owners } = placesOf(chain)
  const kinds = countKinds(chain)
  const edges = new Map<number, { count: number; delays: number[] }>()
  for (let place = 0; place < chain.members.length; place++) {
    if (parents[place] === -1) continue
    const arrow = arrowOf(types, parents[place]!, place)
    let edge = edges.get(arrow)
    if (edge === undefined) edges.set(arrow, (edge = { count: 0, delays: [] }))
    edge.count++
    const { delay_ms } = chain.members[place]!
    if (delay_ms !== null) edge.delays.push(delay_ms)
  }
  const typed = [...kinds].map(([type, { kind, count, invalid, byOwner }]): TypeNode => {
    const owner = mostOf(byOwner)
    return {
      id: types.names[type]!,
      kind,
      count,
      invalid,
      owner: owner === null ? null : owners.names[owner]!,
    }
  })
  const missing = chain.missing.length
  return {
    nodes:
      missing === 0
        ? typed
        : [{ id: MISSING, kind: null, count: missing, invalid: 0, owner: null }, ...typed],
    edges: [...edges]
      .map(([arrow, { count, delays }]) => ({ ...endsOf(types, arrow), count, delay_ms: median(delays) }))
      .sort((a, b) => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1)),
  }
}

interface KindCount {
  kind: ViewMember['kind']
  count: number
  invalid: number
  byOwner: Map<number, number>
}

/** By the type's number, in the order of their first events. */
function countKinds(chain: ViewChain): Map<number, KindCount> {
  const { types, owners } = placesOf(chain)
  const kinds = new Map<number, KindCount>()
  for (let place = 0; place < chain.members.length; place++) {
    const { kind, status } = chain.members[place]!
    const type = types.codes[place]!
    let one = kinds.get(type)
    if (one === undefined) kinds.set(type, (one = { kind, count: 0, invalid: 0, byOwner: new Map() }))
    one.count++
    if (status === 'invalid') one.invalid++
    const owner = owners.codes[place]!
    one.byOwner.set(owner, (one.byOwner.get(owner) ?? 0) + 1)
  }
  return kinds
}

/** A number for an arrow between two types, of which the first may be what is missing. */
function arrowOf({ codes, names }: Coded, parent: number, place: number): number {
  return (parent < 0 ? names.length : codes[parent]!) * (names.length + 1) + codes[place]!
}

function endsOf({ names }: Coded, arrow: number): { from: string; to: string } {
  const from = Math.floor(arrow / (names.length + 1))
  return { from: names[from] ?? MISSING, to: names[arrow % (names.length + 1)]! }
}

/** Which events of each type match a filter, and which arrows an event that matches stands at either end of. */
export interface GraphMatches {
  /** Matching events by type; types without any have no entry. */
  types: ReadonlyMap<string, number>
  isArrow: (edge: Pick<TypeEdge, 'from' | 'to'>) => boolean
}

/**
 * Apart from the graph, whose layout stays while one types. O(n).
 * @param matched by member
 */
export function matchGraph(chain: ViewChain, matched: Uint8Array): GraphMatches {
  const { parents, types } = placesOf(chain)
  const counts = new Int32Array(types.names.length)
  const arrows = new Set<number>()
  for (let place = 0; place < matched.length; place++) {
    const parent = parents[place]!
    if (matched[place] === 1) counts[types.codes[place]!]!++
    else if (matched[parent] !== 1) continue
    if (parent !== -1) arrows.add(arrowOf(types, parent, place))
  }
  const found = new Set([...arrows].map((arrow) => arrowKey(endsOf(types, arrow))))
  const matching = types.names.flatMap((name, type): [string, number][] =>
    counts[type] === 0 ? [] : [[name!, counts[type]!]],
  )
  return { types: new Map(matching), isArrow: (edge) => found.has(arrowKey(edge)) }
}

/** Names hold no line ends. */
function arrowKey({ from, to }: Pick<TypeEdge, 'from' | 'to'>): string {
  return `${from}\n${to}`
}

function mostOf(counts: ReadonlyMap<number, number>): number | null {
  let most: number | null = null
  let highest = 0
  for (const [value, count] of counts) if (count > highest) [most, highest] = [value, count]
  return most
}

function median(values: number[]): number | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.floor((sorted.length - 1) / 2)]!
}
