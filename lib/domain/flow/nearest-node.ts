import type { MapNode } from './flow-map'

export type Direction = 'left' | 'right' | 'above' | 'below'

/** The node one comes to from another in a direction: near, and rather straight ahead than aside. */
export function nearestNode(
  nodes: readonly MapNode[],
  from: MapNode,
  direction: Direction,
): MapNode | undefined {
  let best: MapNode | undefined
  let least = Infinity
  for (const node of nodes) {
    if (node === from) continue
    const [dx, dy] = [node.x - from.x, node.y - from.y]
    const ahead = { left: -dx, right: dx, above: -dy, below: dy }[direction]
    const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx)
    const cost = ahead + 2 * aside
    if (ahead > 0 && cost < least) {
      best = node
      least = cost
    }
  }
  return best
}
