import { pointAt, type Curve, type Point } from './edge-curve'
import type { Rectangle } from './graph-opening'

/** A line and the size that its label takes up. */
export interface LabelledLine {
  readonly curve: Curve
  readonly width: number
  readonly height: number
}

/** Parts of the way at which a label may stand: the middle first. */
const PLACES = [0.5, 0.4, 0.6, 0.32, 0.68, 0.24, 0.76]
/** Lines that are tried: more labels than this find no room either, and each is compared with all before. */
const MOST_TRIED = 400

/**
 * Where the labels of lines stand so that none lies over another or over a box: each on its own line, the first lines
 * first. null for those that find no room.
 */
export function placeLabels(lines: readonly LabelledLine[], boxes: readonly Rectangle[]): (Point | null)[] {
  const taken: Rectangle[] = [...boxes]
  return lines.map(({ curve, width, height }, index) => {
    if (index >= MOST_TRIED) return null
    for (const part of PLACES) {
      const middle = pointAt(curve, part)
      const label = { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
      if (taken.some((other) => overlap(label, other))) continue
      taken.push(label)
      return middle
    }
    return null
  })
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
