import { columnsOf, compare, orderColumns, type WeightedStep } from './order-steps'

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
export interface MapEdge {
  from: string
  to: string
  /** An SVG path, and the point it ends at. */
  path: string
  end: { x: number; y: number }
  /** Where the arrow's head points. */
  points: 'right' | 'down' | 'up'
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
const ROW = NODE_HEIGHT + 8
const CHARACTER = 7.3
const NODE_PADDING = 48
const WIDEST_NODE = 270
const COLUMN_GAP = 56
const BOX_PADDING = 14
const BOX_TITLE = 26
const BOX_GAP = 44
/** A column of more names goes on beside itself. */
const MOST_ROWS = 9

/**
 * Places event types in boxes by group, so that steps run to the right within a box and downwards between boxes, and
 * draws the steps: the thicker, the more frequent. The same input gives the same map, whatever its order.
 * @param within width that rows of boxes are filled up to; a single box may be wider
 */
export function layoutFlowMap(
  types: readonly MapType[],
  steps: readonly WeightedStep[],
  within: number,
): FlowMap {
  const groups = new Map<string | null, string[]>()
  for (const { name, group } of types) groups.set(group, [...(groups.get(group) ?? []), name])
  const blocks = new Map([...groups].map(([group, names]) => [group, block(names.sort(compare), steps)]))
  const nodes = new Map<string, MapNode>()
  const boxes: MapBox[] = []
  let y = 0
  for (const row of shelves(orderGroups(types, steps), (group) => blocks.get(group)!.width, within)) {
    let x = 0
    for (const group of row) {
      const { nodes: inside, width, height } = blocks.get(group)!
      boxes.push({ group, x, y, width, height })
      for (const node of inside) nodes.set(node.name, { ...node, x: node.x + x, y: node.y + y })
      x += width + BOX_GAP
    }
    y += Math.max(...row.map((group) => blocks.get(group)!.height)) + BOX_GAP
  }
  return {
    width: Math.max(0, ...boxes.map((box) => box.x + box.width)),
    height: Math.max(0, ...boxes.map((box) => box.y + box.height)),
    boxes,
    nodes: [...nodes.values()],
    edges: drawEdges(nodes, steps, new Map(types.map(({ name, group }) => [name, group]))),
  }
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

/** The names of one group in their columns, from the box's upper left corner. */
function block(names: readonly string[], steps: readonly WeightedStep[]) {
  const nodes: MapNode[] = []
  let x = BOX_PADDING
  let rows = 0
  for (const column of orderColumns(columnsOf(names, steps), steps)) {
    for (let start = 0; start < column.length; start += MOST_ROWS) {
      const part = column.slice(start, start + MOST_ROWS)
      const width = Math.min(
        WIDEST_NODE,
        Math.ceil(Math.max(...part.map((name) => name.length)) * CHARACTER) + NODE_PADDING,
      )
      part.forEach((name, row) => nodes.push({ name, x, y: BOX_TITLE + BOX_PADDING / 2 + row * ROW, width }))
      rows = Math.max(rows, part.length)
      x += width + COLUMN_GAP
    }
  }
  return {
    nodes,
    width: x - COLUMN_GAP + BOX_PADDING,
    height: BOX_TITLE + BOX_PADDING / 2 + rows * ROW - (ROW - NODE_HEIGHT) + BOX_PADDING,
  }
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
  const names = [...new Set(groupOf.values())].sort(compare)
  const order = orderColumns(columnsOf(names, [...between.values()]), [...between.values()]).flat()
  return [...order.filter((name) => name !== ''), ...order.filter((name) => name === '')].map((name) =>
    name === '' ? null : name,
  )
}

function drawEdges(
  nodes: ReadonlyMap<string, MapNode>,
  steps: readonly WeightedStep[],
  groupOf: ReadonlyMap<string, string | null>,
): MapEdge[] {
  const most = Math.max(1, ...steps.map(({ count }) => count))
  return steps.flatMap(({ from, to, count }) => {
    const [a, b] = [nodes.get(from), nodes.get(to)]
    if (a === undefined || b === undefined) return []
    const isInside = groupOf.get(from) === groupOf.get(to)
    const line = isInside ? lineInside(a, b) : lineBetween(a, b)
    return [{ from, to, ...line, thickness: thicknessOf(count, most), isInside }]
  })
}

/** By the square root: a step a hundred times as frequent is ten times as thick, and the rarest still shows. */
function thicknessOf(count: number, most: number): number {
  return Math.round((1 + 6 * Math.sqrt(count / most)) * 10) / 10
}

type Line = Pick<MapEdge, 'path' | 'end' | 'points'>

/** From the right side of one to the left side of the other; a step back leaves and arrives the same way, in a loop. */
function lineInside(a: MapNode, b: MapNode): Line {
  const [x1, y1] = [a.x + a.width, a.y + NODE_HEIGHT / 2]
  const [x2, y2] = [b.x, b.y + NODE_HEIGHT / 2]
  const end = { x: x2, y: y2 }
  if (a.name === b.name) {
    const top = a.y - 14
    return { path: `M${x1} ${y1}C${x1 + 26} ${top} ${x2 - 26} ${top} ${x2} ${y2}`, end, points: 'right' }
  }
  const bend = x2 >= x1 ? Math.max(24, (x2 - x1) / 2) : Math.min(120, 40 + (x1 - x2) / 8)
  const path = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
  return { path, end, points: 'right' }
}

/** From one box to another: down from the foot of one to the head of the other, or up the other way round. */
function lineBetween(a: MapNode, b: MapNode): Line {
  const isDown = b.y >= a.y
  const [x1, y1] = [a.x + a.width / 2, isDown ? a.y + NODE_HEIGHT : a.y]
  const [x2, y2] = [b.x + b.width / 2, isDown ? b.y : b.y + NODE_HEIGHT]
  const bend = (isDown ? 1 : -1) * Math.max(36, Math.abs(y2 - y1) / 2.5)
  const path = `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`
  return { path, end: { x: x2, y: y2 }, points: isDown ? 'down' : 'up' }
}
