export interface Point {
  x: number
  y: number
}

/** A cubic Bézier curve: where it begins, the two points it bends towards, where it ends. */
export type Curve = readonly [Point, Point, Point, Point]

/** Pixels by which a line leaves a box before it turns, at the least and, running back, at the most. */
const LEAST_REACH = 40
const MOST_REACH = 160
/** How far a line that runs back hangs below the boxes it passes, and one of a box to itself rises above it. */
const HANG = 90
const LOOP = 70

/**
 * The line from the right side of one box to the left side of another. One that runs back hangs below, so that it is
 * not taken for the line that led there; one from a box to itself goes around it.
 */
export function edgeCurve(start: Point, end: Point, isLoop: boolean): Curve {
  const across = end.x - start.x
  const reach =
    across > 0 ? Math.max(LEAST_REACH, across / 2) : Math.min(MOST_REACH, LEAST_REACH - across / 8)
  const down = isLoop ? -LOOP : across > 0 ? 0 : HANG
  return [start, { x: start.x + reach, y: start.y + down }, { x: end.x - reach, y: end.y + down }, end]
}

/** As the `d` of an SVG path. */
export function curvePath([start, one, two, end]: Curve): string {
  return `M${start.x} ${start.y}C${one.x} ${one.y} ${two.x} ${two.y} ${end.x} ${end.y}`
}

/** The point of a curve at a part of its way, 0 to 1. */
export function pointAt([a, b, c, d]: Curve, part: number): Point {
  const rest = 1 - part
  const [wa, wb, wc, wd] = [rest ** 3, 3 * rest ** 2 * part, 3 * rest * part ** 2, part ** 3]
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y }
}
