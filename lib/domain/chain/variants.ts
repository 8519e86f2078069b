import { buildChain, type BuiltChain, type ChainEvent } from './build-chain'
import { chainShape, type ChainShape, type ShapeEvent, type ShapeNode } from './chain-shape'

/** Chains of one shape. Times in milliseconds since 1970, of the chains' first events. */
export interface Variant {
  readonly shape: ChainShape
  readonly count: number
  /** Part of all chains that were looked at: 0 to 1. */
  readonly share: number
  readonly first: number
  readonly last: number
  /** The event that the latest of them begins with. */
  readonly example: string
}

/** A shape that so many chains have is usual. */
export const USUAL_SHARE = 0.05

/** The shape of a built chain without what only a trace id joined; a missing parent is a place without a type. */
export function shapeOfChain<E extends ChainEvent>(
  { members, missing }: BuiltChain<E>,
  typeOf: (event: E) => string,
): ChainShape {
  const before = new Map(missing.map((each) => [each.before, each]))
  const events: ShapeEvent[] = []
  members.forEach(({ event, depth }, index) => {
    if (!event.own) return
    if (before.has(index)) events.push({ type: '', depth: 0 })
    events.push({ type: typeOf(event), depth })
  })
  return chainShape(events)
}

/**
 * Chains by shape, the most frequent first. Those to which something came within `quiet` milliseconds may still go on and
 * are left out.
 */
export function variantsOf<E extends ChainEvent & { readonly type: string }>(
  chains: ReadonlyMap<string, readonly E[]>,
  { now, quiet }: { now: number; quiet: number },
): { chains: number; variants: Variant[] } {
  const found = new Map<string, { -readonly [K in keyof Variant]: Variant[K] }>()
  let total = 0
  for (const [begin, events] of chains) {
    if (events.some(({ received }) => received > now - quiet)) continue
    total++
    const shape = shapeOfChain(buildChain(events), ({ type }) => type)
    const at = events.find(({ event_id }) => event_id === begin)?.created ?? 0
    const same = found.get(shape.hash)
    if (!same) {
      found.set(shape.hash, { shape, count: 1, share: 0, first: at, last: at, example: begin })
      continue
    }
    same.count++
    same.first = Math.min(same.first, at)
    if (at > same.last) [same.last, same.example] = [at, begin]
  }
  const variants = [...found.values()].map((each) => ({ ...each, share: each.count / total }))
  variants.sort((a, b) => b.count - a.count || b.last - a.last || (a.shape.hash < b.shape.hash ? -1 : 1))
  return { chains: total, variants }
}

/** Those that are usual, the most frequent of all at least. */
export function usualOf(variants: readonly Variant[]): Variant[] {
  return variants.filter(({ share }, index) => index === 0 || share >= USUAL_SHARE)
}

/** The first places of a shape in reading order, to be drawn. Iterative. */
export function outlineOf(shape: ChainShape, most: number): { type: string; depth: number; many: boolean }[] {
  const lines: { type: string; depth: number; many: boolean }[] = []
  const left: { node: ShapeNode; depth: number }[] = []
  const push = (nodes: readonly ShapeNode[], depth: number) => {
    for (let i = nodes.length - 1; i >= 0; i--) left.push({ node: nodes[i]!, depth })
  }
  push(shape.roots, 0)
  for (let next = left.pop(); next && lines.length < most; next = left.pop()) {
    lines.push({ type: next.node.type, depth: next.depth, many: next.node.many })
    push(next.node.children, next.depth + 1)
  }
  return lines
}
