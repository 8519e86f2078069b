import { byCodeUnits } from '../json/by-code-units'
import { columnsOf, orderColumns, type WeightedStep } from './order-steps'
import { guttersBetween, routeSteps, type Gutter, type Route, type Spot } from './route-steps'

/** What the map draws: an event type and the group it stands in (its domain; null for none). */
export interface MapType {
  readonly name: string
  readonly group: string | null
}

export interface MapNode {
  name: string
  x: number
  y: number
  width: number
}
export interface MapBox {
  group: string | null
  x: number
  y: number
  width: number
  height: number
}
export interface MapEdge extends Pick<Route, 'from' | 'to' | 'points' | 'isCurve'> {
  /** Stroke in pixels. */
  thickness: number
  /** Both ends are in one box. */
  isInside: boolean
}
export interface FlowMap {
  width: number
  height: number
  boxes: MapBox[]
  nodes: MapNode[]
  edges: MapEdge[]
}

/** Pixels at 100 %. */
export const NODE_HEIGHT = 26
const ROW = NODE_HEIGHT + 10
const CHARACTER = 7.3
const NODE_PADDING = 48
const WIDEST_NODE = 270
const COLUMN_GAP = 56
const BOX_PADDING = 14
/** Left and right of the names of a box, where lines come in and go out. */
export const BOX_SIDE = 34
/** Of it, where those lines stand: the rest is for the arrows' heads. */
const BOX_LANES = 13
const BOX_TITLE = 26
const FIRST_ROW = BOX_TITLE + BOX_PADDING / 2
const BOX_GAP = 44
/** Free beside and between the rows of boxes; a row's gap grows with the lines that run along it. */
const LARGEST_GAP = 160
const GAP_A_LINE = 4
const AROUND_LINES = 8
/** A column of more names goes on beside itself. */
const MOST_ROWS = 9

/**
 * Places event types in boxes by group, so that steps run to the right within a box and downwards between boxes, and
 * leads the steps between them, behind no name and through no other box: the thicker, the more frequent. The same input
 * gives the same map, whatever its order.
 * @param within width that rows of boxes are filled up to; a single box may be wider
 */
export function layoutFlowMap(
  types: readonly MapType[],
  unordered: readonly WeightedStep[],
  within: number,
): FlowMap {
  // Sums of fractions depend on their order, too.
  const steps = [...unordered].sort(
    (a, b) => byCodeUnits(a.from, b.from) || byCodeUnits(a.to, b.to) || a.count - b.count,
  )
  const groups = new Map<string | null, string[]>()
  for (const { name, group } of types) groups.set(group, [...(groups.get(group) ?? []), name])
  const blocks = new Map([...groups].map(([group, names]) => [group, block(names.sort(byCodeUnits), steps)]))
  const rows = shelves(orderGroups(types, steps), (group) => blocks.get(group)!.width, within)
  const shelfOf = new Map(rows.flatMap((row, shelf) => row.map((group) => [group, shelf] as const)))
  const groupOf = new Map(types.map(({ name, group }) => [name, group]))
  const outside = steps.filter(({ from, to }) => groupOf.get(from) !== groupOf.get(to))
  const gaps = gapsBelow(outside, (name) => shelfOf.get(groupOf.get(name)!), rows.length)

  const spots = new Map<string, Spot>()
  const boxes: MapBox[] = []
  const ways = new Map<string | null, { shelf: number; gaps: number[]; top: number }>()
  const crossings: number[][] = []
  const gutters: Gutter[] = [{ at: 0, spread: 0 }]
  let y = 0
  for (const [shelf, row] of rows.entries()) {
    let x = 0
    const beside = [-BOX_GAP / 2]
    for (const group of row) {
      const { nodes, gaps, width, height } = blocks.get(group)!
      boxes.push({ group, x, y, width, height })
      ways.set(group, { shelf, gaps: gaps.map((gap) => gap + x), top: y + FIRST_ROW })
      for (const node of nodes) spots.set(node.name, { ...node, group, x: node.x + x, y: node.y + y })
      x += width + BOX_GAP
      beside.push(x - BOX_GAP / 2)
    }
    crossings.push(beside)
    const foot = y + Math.max(...row.map((group) => blocks.get(group)!.height))
    gutters.push({ at: foot + gaps[shelf]! / 2, spread: gaps[shelf]! / 2 - AROUND_LINES })
    y = foot + gaps[shelf]!
  }
  const plan = { ways, crossings, gutters, rowHeight: ROW, nodeHeight: NODE_HEIGHT }
  const most = Math.max(1, ...steps.map(({ count }) => count))
  const edges = routeSteps(steps, spots, plan).map(({ count, ...route }) => ({
    ...route,
    thickness: thicknessOf(count, most),
    isInside: groupOf.get(route.from) === groupOf.get(route.to),
  }))
  const nodes = [...spots.values()].map(({ name, x, y, width }) => ({ name, x, y, width }))
  return fitted(boxes, nodes, edges)
}

/** Moves all of it so that nothing lies left of 0, and measures it. */
function fitted(boxes: MapBox[], nodes: MapNode[], edges: MapEdge[]): FlowMap {
  const points = edges.flatMap(({ points }) => points)
  const left = Math.min(0, ...boxes.map(({ x }) => x), ...points.map(({ x }) => x - AROUND_LINES))
  for (const thing of [...boxes, ...nodes, ...points]) thing.x -= left
  return {
    width: Math.max(0, ...boxes.map(({ x, width }) => x + width), ...points.map(({ x }) => x + AROUND_LINES)),
    height: Math.max(
      0,
      ...boxes.map(({ y, height }) => y + height),
      ...points.map(({ y }) => y + AROUND_LINES),
    ),
    boxes,
    nodes,
    edges,
  }
}

/** How much room each row of boxes needs below it for the lines that run there. */
function gapsBelow(
  steps: readonly WeightedStep[],
  shelfOf: (name: string) => number | undefined,
  rows: number,
): number[] {
  const lines = new Array<number>(rows + 1).fill(0)
  for (const { from, to } of steps) {
    const [a, b] = [shelfOf(from), shelfOf(to)]
    if (a !== undefined && b !== undefined) for (const gutter of guttersBetween(a, b)) lines[gutter]!++
  }
  return lines
    .slice(1)
    .map((count) => Math.min(LARGEST_GAP, Math.max(BOX_GAP, BOX_GAP / 2 + count * GAP_A_LINE)))
}

/** Rows of boxes: in each the next one in order, and beside it what comes soonest and still fits. */
function shelves<T>(order: readonly T[], widthOf: (item: T) => number, within: number): T[][] {
  const left = [...order]
  const rows: T[][] = []
  while (left.length > 0) {
    const row: T[] = []
    let x = 0
    for (let i = 0; i < left.length;) {
      const width = widthOf(left[i]!)
      if (row.length > 0 && x + width > within) {
        i++
        continue
      }
      row.push(...left.splice(i, 1))
      x += width + BOX_GAP
    }
    rows.push(row)
  }
  return rows
}

/** The names of one group in their columns, and the free strips beside these, from the box's upper left corner. */
function block(names: readonly string[], steps: readonly WeightedStep[]) {
  const nodes: Omit<Spot, 'group'>[] = []
  const gaps = [BOX_LANES]
  let x = BOX_SIDE
  let rows = 0
  for (const ordered of orderColumns(columnsOf(names, steps), steps)) {
    for (let start = 0; start < ordered.length; start += MOST_ROWS) {
      const part = ordered.slice(start, start + MOST_ROWS)
      const width = Math.min(
        WIDEST_NODE,
        Math.ceil(Math.max(...part.map((name) => name.length)) * CHARACTER) + NODE_PADDING,
      )
      const column = gaps.length - 1
      part.forEach((name, row) => nodes.push({ name, x, y: FIRST_ROW + row * ROW, width, column, row }))
      rows = Math.max(rows, part.length)
      x += width + COLUMN_GAP
      gaps.push(x - COLUMN_GAP / 2)
    }
  }
  const width = x - COLUMN_GAP + BOX_SIDE
  gaps[gaps.length - 1] = width - BOX_LANES
  return { nodes, gaps, width, height: FIRST_ROW + rows * ROW - (ROW - NODE_HEIGHT) + BOX_PADDING }
}

/** Groups as the flow passes through them; what belongs to no group comes last. */
function orderGroups(types: readonly MapType[], steps: readonly WeightedStep[]): (string | null)[] {
  // The empty name stands for "no group": no slug is empty.
  const groupOf = new Map(types.map(({ name, group }) => [name, group ?? '']))
  const between = new Map<string, WeightedStep>()
  for (const { from, to, count } of steps) {
    const [a, b] = [groupOf.get(from), groupOf.get(to)]
    if (a === undefined || b === undefined || a === b) continue
    const key = JSON.stringify([a, b])
    between.set(key, { from: a, to: b, count: (between.get(key)?.count ?? 0) + count })
  }
  const names = [...new Set(groupOf.values())].sort(byCodeUnits)
  const order = orderColumns(columnsOf(names, [...between.values()]), [...between.values()]).flat()
  return [...order.filter((name) => name !== ''), ...order.filter((name) => name === '')].map((name) =>
    name === '' ? null : name,
  )
}

/** By the square root: a step a hundred times as frequent is ten times as thick, and the rarest still shows. */
function thicknessOf(count: number, most: number): number {
  return Math.round((1 + 6 * Math.sqrt(count / most)) * 10) / 10
}
