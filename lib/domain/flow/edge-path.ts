import type { Point, Route } from './route-steps'

/** Pixels by which a corner is rounded, where the strokes are long enough. */
const RADIUS = 8

/** The line of a route, as the `d` of an SVG path. */
export function edgePath({ points, isCurve }: Pick<Route, 'points' | 'isCurve'>): string {
  const [start, ...rest] = points
  if (start === undefined) return ''
  if (isCurve) return `M${text(start)}C${rest.map(text).join(' ')}`
  const strokes = rest.map((point, i) => {
    const [before, after] = [points[i]!, rest[i + 1]]
    if (after === undefined) return `L${text(point)}`
    const radius = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2)
    return `L${text(towards(point, before, radius))}Q${text(point)} ${text(towards(point, after, radius))}`
  })
  return `M${text(start)}${strokes.join('')}`
}

function text({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  if (length === 0) return from
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length }
}
