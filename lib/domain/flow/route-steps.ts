import { byCodeUnits } from '../json/by-code-units'
import type { WeightedStep } from './order-steps'

export interface Point {
  x: number
  y: number
}

/** A name in its place, with where that is in the box of its group. */
export interface Spot extends Point {
  name: string
  width: number
  group: string | null
  column: number
  row: number
}
/** What of a box the lines run along. */
export interface Ways {
  /** The row of boxes it stands in. */
  shelf: number
  /** The middle of the free strip left of each column, and right of the last one. */
  gaps: readonly number[]
  /** Where the first row of names begins. */
  top: number
}
export interface Gutter {
  /** Its middle, and how far lines may spread from there. */
  at: number
  spread: number
}

export interface Plan {
  ways: ReadonlyMap<string | null, Ways>
  /** Of each row of boxes the middles of the free strips beside and between them. */
  crossings: readonly (readonly number[])[]
  /** The free strips above each row of boxes, and below the last one. */
  gutters: readonly Gutter[]
  rowHeight: number
  nodeHeight: number
}

export interface Route {
  from: string
  to: string
  count: number
  /** Corners of a line of level and upright strokes; of a curve, its two ends and what they bend towards. */
  points: Point[]
  isCurve: boolean
}

/** Pixels that lines keep from one another where there is room, and how far they spread from the middle of a strip. */
const LANE = 6
const SPREAD = { gap: 15, edge: 7, row: 2, crossing: 12 }

interface Strip extends Gutter {
  key: string
}

/**
 * Leads each step through the free strips between columns, rows and boxes, so that no line runs behind a name: from the
 * right side of one to the left side of the other. Lines of one strip lie beside each other. What goes on in the next
 * column needs no strip: a curve.
 */
export function routeSteps(
  steps: readonly WeightedStep[],
  spots: ReadonlyMap<string, Spot>,
  plan: Plan,
): Route[] {
  const lanes = new Map<string, string[]>()
  const routed = steps.flatMap((step) => {
    const [a, b] = [spots.get(step.from), spots.get(step.to)]
    if (!a || !b) return []
    const strips = stripsOf(a, b, plan, (key) => lanes.get(key)?.length ?? 0)
    for (const { key } of strips) lanes.set(key, [...(lanes.get(key) ?? []), laneName(step)])
    return [{ step, a, b, strips }]
  })
  // By name, not by the order they came in: the same steps give the same map.
  const laneOf = new Map<string, ReadonlyMap<string, number>>()
  for (const [key, names] of lanes)
    laneOf.set(key, new Map([...new Set(names)].sort(byCodeUnits).map((name, lane) => [name, lane])))
  return routed.map(({ step, a, b, strips }) => {
    const start = { x: a.x + a.width, y: a.y + plan.nodeHeight / 2 }
    const end = { x: b.x, y: b.y + plan.nodeHeight / 2 }
    if (strips.length === 0) return { ...step, points: bend(start, end), isCurve: true }
    const at = strips.map(({ key, at, spread }) => {
      const lane = laneOf.get(key)!
      return at + offset(lane.get(laneName(step))!, lane.size, spread)
    })
    return { ...step, points: corners(start, at, end), isCurve: false }
  })
}

function laneName({ from, to }: WeightedStep): string {
  return `${from}\n${to}`
}

/** Lanes lie around the middle, closer together where they are many. */
function offset(lane: number, lanes: number, spread: number): number {
  const between = Math.min(LANE, (2 * spread) / Math.max(1, lanes - 1))
  return Math.round((lane - (lanes - 1) / 2) * between * 10) / 10
}

/**
 * Upright and level strips in turn, the first and the last upright; none where the one stands right before the other.
 * @param taken how many lines a strip has already
 */
function stripsOf(a: Spot, b: Spot, plan: Plan, taken: (key: string) => number): Strip[] {
  const [first, last] = [gapAt(a.group, a.column + 1, plan), gapAt(b.group, b.column, plan)]
  if (a.group !== b.group) return [first, ...between(first.at, last.at, a.group, b.group, plan), last]
  if (first.key === last.key) return []
  const rows = b.y > a.y ? [a.row + 1] : b.y < a.y ? [a.row] : [a.row, a.row + 1]
  const strips = rows.map((row) => rowAbove(row, a.group, plan))
  return [first, strips.reduce((one, other) => (taken(other.key) < taken(one.key) ? other : one)), last]
}

function rowAbove(row: number, group: string | null, { ways, rowHeight, nodeHeight }: Plan): Strip {
  const at = ways.get(group)!.top + row * rowHeight - (rowHeight - nodeHeight) / 2
  return { key: `row ${row} of ${group ?? ''}`, at, spread: SPREAD.row }
}

function gapAt(group: string | null, index: number, { ways }: Plan): Strip {
  const { gaps } = ways.get(group)!
  const isEdge = index === 0 || index === gaps.length - 1
  const key = `gap ${index} of ${group ?? ''}`
  return { key, at: gaps[index]!, spread: isEdge ? SPREAD.edge : SPREAD.gap }
}

/** From box to box: along a gutter, and through each row of boxes that lies between to the next one. */
function between(x: number, goal: number, a: string | null, b: string | null, plan: Plan): Strip[] {
  const gutters = guttersBetween(plan.ways.get(a)!.shelf, plan.ways.get(b)!.shelf)
  const strips: Strip[] = []
  gutters.forEach((gutter, i) => {
    strips.push({ key: `gutter ${gutter}`, ...plan.gutters[gutter]! })
    const next = gutters[i + 1]
    if (next === undefined) return
    const shelf = Math.min(gutter, next)
    const at = nearest(plan.crossings[shelf]!, x, goal)
    strips.push({ key: `crossing ${at} of ${shelf}`, at, spread: SPREAD.crossing })
  })
  return strips
}

/** Which gutters lead from one row of boxes to another, in order: gutter i lies above row i. */
export function guttersBetween(from: number, to: number): number[] {
  if (from === to) return [from === 0 ? 1 : from]
  const count = Math.abs(to - from)
  return Array.from({ length: count }, (_, i) => (from < to ? from + 1 + i : from - i))
}

function nearest(crossings: readonly number[], x: number, goal: number): number {
  const way = (at: number) => Math.abs(at - x) + Math.abs(at - goal)
  return crossings.reduce((best, at) => (way(at) < way(best) ? at : best))
}

function corners(start: Point, at: readonly number[], end: Point): Point[] {
  const points = [start]
  let { y } = start
  at.forEach((value, i) => {
    if (i % 2 === 0) points.push({ x: value, y })
    else {
      points.push({ x: at[i - 1]!, y: value })
      y = value
    }
  })
  return [...points, { x: at.at(-1)!, y: end.y }, end]
}

function bend(start: Point, end: Point): Point[] {
  const middle = (start.x + end.x) / 2
  return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end]
}
