import type { ChainShape, ShapeNode } from './chain-shape'

/** A step of one chain or of both: a type below the same types. */
export interface ShapeStep {
  readonly type: string
  readonly depth: number
  /** `more` is in the chain and not in the usual one, `missing` the other way round; `often` and `once` differ in how many. */
  readonly is: 'same' | 'more' | 'missing' | 'often' | 'once'
}

/** Places by type below the same types: what differs only in what is below becomes one. */
interface Step {
  many: boolean
  readonly children: ShapeNode[]
}

/**
 * A chain beside a usual one, step by step in reading order. Steps are matched by the types that lead to them, so siblings
 * of one type are one step, however they go on. Iterative.
 */
export function compareShapes(chain: ChainShape, usual: ChainShape): ShapeStep[] {
  const steps: ShapeStep[] = []
  const left: { type: string; depth: number; own: Step | undefined; other: Step | undefined }[] = []
  const push = (own: readonly ShapeNode[], other: readonly ShapeNode[], depth: number) => {
    const mine = byType(own)
    const theirs = byType(other)
    const types = [...new Set([...mine.keys(), ...theirs.keys()])].sort()
    for (const type of types.reverse())
      left.push({ type, depth, own: mine.get(type), other: theirs.get(type) })
  }
  push(chain.roots, usual.roots, 0)
  for (let next = left.pop(); next; next = left.pop()) {
    const { type, depth, own, other } = next
    steps.push({ type, depth, is: verdict(own, other) })
    push(own?.children ?? [], other?.children ?? [], depth + 1)
  }
  return steps
}

function verdict(own: Step | undefined, other: Step | undefined): ShapeStep['is'] {
  if (!own) return 'missing'
  if (!other) return 'more'
  if (own.many === other.many) return 'same'
  return own.many ? 'often' : 'once'
}

function byType(nodes: readonly ShapeNode[]): Map<string, Step> {
  const steps = new Map<string, Step>()
  for (const { type, many, children } of nodes) {
    const same = steps.get(type)
    if (!same) {
      steps.set(type, { many, children: [...children] })
      continue
    }
    same.many = true
    for (const child of children) same.children.push(child)
  }
  return steps
}

/** How far two shapes are apart: the steps that differ. */
export function shapeDistance(a: ChainShape, b: ChainShape): number {
  return a.hash === b.hash ? 0 : compareShapes(a, b).filter(({ is }) => is !== 'same').length
}

/** The usual shape that a chain is nearest to; of equally near ones the first. Null where there is none. */
export function nearestShape<T extends { readonly shape: ChainShape }>(
  chain: ChainShape,
  usual: readonly T[],
): T | null {
  let nearest: T | null = null
  let least = Infinity
  for (const each of usual) {
    const distance = shapeDistance(chain, each.shape)
    if (distance >= least) continue
    nearest = each
    least = distance
  }
  return nearest
}
