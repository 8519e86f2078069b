import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edgeCurve, pointAt } from './edge-curve'
import { placeLabels } from './edge-labels'

const BOX = { width: 208, height: 48 }
const spot = fc.record({ x: fc.integer({ min: 0, max: 2_000 }), y: fc.integer({ min: 0, max: 800 }) })
const graph = fc
  .uniqueArray(spot, { minLength: 1, maxLength: 30, selector: ({ x, y }) => `${x} ${y}` })
  .chain((spots) => {
    const end = fc.integer({ min: 0, max: spots.length - 1 })
    return fc.record({
      boxes: fc.constant(spots.map((one) => ({ ...one, ...BOX }))),
      ends: fc.array(fc.tuple(end, end), { maxLength: 120 }),
      widths: fc.array(fc.integer({ min: 24, max: 120 }), { minLength: 120, maxLength: 120 }),
    })
  })

test('of many lines no label lies over another or over a box, and each stands on its line', () => {
  fc.assert(
    fc.property(graph, ({ boxes, ends, widths }) => {
      const lines = ends.map(([from, to], index) => ({
        curve: curveOf(boxes[from]!, boxes[to]!),
        width: widths[index]!,
        height: 18,
      }))
      const places = placeLabels(lines, boxes)
      const labels = places.flatMap((place, index) => {
        if (place === null) return []
        const { width, height, curve } = lines[index]!
        const ways = Array.from({ length: 101 }, (_, i) => pointAt(curve, i / 100))
        expect(ways.some(({ x, y }) => Math.hypot(x - place.x, y - place.y) < 1e-6)).toBe(true)
        return [{ x: place.x - width / 2, y: place.y - height / 2, width, height }]
      })
      for (const [index, label] of labels.entries())
        for (const other of [...boxes, ...labels.slice(index + 1)])
          expect(
            label.x + label.width <= other.x ||
              other.x + other.width <= label.x ||
              label.y + label.height <= other.y ||
              other.y + other.height <= label.y,
          ).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('the first lines have the first choice, and a free line has its label in the middle', () => {
  const [left, right] = [
    { x: 0, y: 0, ...BOX },
    { x: 400, y: 0, ...BOX },
  ]
  const line = { curve: curveOf(left, right), width: 60, height: 18 }
  expect(placeLabels([line], [left, right])).toEqual([{ x: 304, y: 24 }])
  const many = placeLabels(
    Array.from({ length: 9 }, () => line),
    [left, right],
  )
  expect(many[0]).toEqual({ x: 304, y: 24 })
  expect(many.at(-1)).toBeNull()
})

test('a line of a box to itself, and one that runs back, find room for their labels beside the boxes', () => {
  const [left, right] = [
    { x: 0, y: 200, ...BOX },
    { x: 304, y: 200, ...BOX },
  ]
  const labels = [curveOf(left, left), curveOf(right, left)].map((curve) => ({
    curve,
    width: 90,
    height: 18,
  }))
  for (const place of placeLabels(labels, [left, right])) expect(place).not.toBeNull()
})

function curveOf(from: { x: number; y: number }, to: { x: number; y: number }) {
  const middle = BOX.height / 2
  return edgeCurve({ x: from.x + BOX.width, y: from.y + middle }, { x: to.x, y: to.y + middle }, from === to)
}
