import { byCodeUnits } from '../json/by-code-units'
import { hashText } from './hash-text'

/** One place of a chain's shape: a type, and what follows it. Equal siblings are one place, with `many`. */
export interface ShapeNode {
  /** Empty for a missing parent. */
  readonly type: string
  readonly many: boolean
  readonly children: readonly ShapeNode[]
  /** Of the type and all that is below, whatever the order of siblings; 16 hex digits. */
  readonly hash: string
  /** Places, this one and all below. */
  readonly size: number
}

/** The shape of a whole chain: its roots, folded like siblings. */
export interface ChainShape {
  readonly hash: string
  readonly roots: readonly ShapeNode[]
  readonly size: number
}

/** An event as reading order gives it; depth 0 is a root. */
export interface ShapeEvent {
  readonly type: string
  readonly depth: number
}

interface Open {
  readonly type: string
  readonly children: ShapeNode[]
}

/**
 * The shape of a chain. Iterative: a chain may be 100,000 deep.
 * @param events in reading order, depth first; a missing parent is an event without a type
 */
export function chainShape(events: Iterable<ShapeEvent>): ChainShape {
  const roots: ShapeNode[] = []
  const open: Open[] = []
  const close = (depth: number) => {
    while (open.length > depth) {
      const { type, children } = open.pop()!
      const below = fold(children)
      const node = {
        type,
        many: false,
        children: below,
        hash: hashText(`${type}\n${childrenText(below)}`),
        size: 1 + sizeOf(below),
      }
      ;(open.at(-1)?.children ?? roots).push(node)
    }
  }
  for (const { type, depth } of events) {
    close(depth)
    open.push({ type, children: [] })
  }
  close(0)
  const folded = fold(roots)
  return { hash: hashText(childrenText(folded)), roots: folded, size: sizeOf(folded) }
}

/** Equal ones as one, in an order that does not depend on the one they came in. */
function fold(nodes: readonly ShapeNode[]): readonly ShapeNode[] {
  if (nodes.length < 2) return nodes
  const byHash = new Map<string, ShapeNode>()
  for (const node of nodes) {
    const same = byHash.get(node.hash)
    if (!same) byHash.set(node.hash, node)
    else if (!same.many) byHash.set(node.hash, { ...same, many: true })
  }
  return [...byHash.values()].sort((a, b) => byCodeUnits(a.type, b.type) || byCodeUnits(a.hash, b.hash))
}

function childrenText(nodes: readonly ShapeNode[]): string {
  return nodes.map(({ hash, many }) => hash + (many ? '*' : '')).join(' ')
}

function sizeOf(nodes: readonly ShapeNode[]): number {
  return nodes.reduce((sum, { size }) => sum + size, 0)
}
