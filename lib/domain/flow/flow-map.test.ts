import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutFlowMap, NODE_HEIGHT, type FlowMap, type MapType } from './flow-map'
import { columnsOf } from './order-steps'
import type { Point } from './route-steps'

const names = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{2,30}ed$/), { minLength: 1, maxLength: 40 })
const drawn = names.chain((all) =>
  fc.record({
    types: fc.tuple(
      ...all.map((name) =>
        fc.record({ name: fc.constant(name), group: fc.constantFrom('a', 'b', 'c', null) }),
      ),
    ),
    steps: fc.array(
      fc.record({
        from: fc.constantFrom(...all),
        to: fc.constantFrom(...all),
        count: fc.integer({ min: 1, max: 9_999 }),
      }),
      { maxLength: 80 },
    ),
  }),
)

describe('the map of flows', () => {
  test('names every type once, inside the box of its group, and no two of them overlap', () => {
    fc.assert(
      fc.property(drawn, ({ types, steps }) => {
        const map = layoutFlowMap(types, steps, 1_200)
        expect(map.nodes.map(({ name }) => name).sort()).toEqual(types.map(({ name }) => name).sort())
        expect(new Set(map.boxes.map(({ group }) => group))).toEqual(new Set(types.map(({ group }) => group)))
        for (const node of map.nodes) expect(isInItsBox(map, types, node.name)).toBe(true)
        expect(overlaps(map.nodes.map((node) => ({ ...node, height: NODE_HEIGHT })))).toBe(false)
        expect(overlaps(map.boxes)).toBe(false)
        expect(map.edges).toHaveLength(steps.length)
      }),
      { numRuns: 60 },
    )
  })

  test('leads every line from its one end to its other, behind no name and through no box but theirs', () => {
    fc.assert(
      fc.property(drawn, ({ types, steps }) => {
        const map = layoutFlowMap(types, steps, 1_200)
        const groupOf = new Map(types.map(({ name, group }) => [name, group]))
        const nodeOf = new Map(map.nodes.map((node) => [node.name, node]))
        for (const { from, to, points } of map.edges) {
          const [a, b] = [nodeOf.get(from)!, nodeOf.get(to)!]
          expect(points[0]).toEqual({ x: a.x + a.width, y: a.y + NODE_HEIGHT / 2 })
          expect(points.at(-1)).toEqual({ x: b.x, y: b.y + NODE_HEIGHT / 2 })
          const strokes = points.slice(1).map((point, i) => between(points[i]!, point))
          const others = map.boxes.filter(
            ({ group }) => group !== groupOf.get(from) && group !== groupOf.get(to),
          )
          for (const stroke of strokes) {
            expect(map.nodes.some((node) => touch(stroke, { ...node, height: NODE_HEIGHT }))).toBe(false)
            expect(others.some((box) => touch(stroke, box))).toBe(false)
            expect(stroke.x >= 0 && stroke.y >= 0).toBe(true)
            expect(stroke.x + stroke.width <= map.width && stroke.y + stroke.height <= map.height).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('does not depend on the order in which types and steps come', () => {
    fc.assert(
      fc.property(drawn, ({ types, steps }) => {
        const turned = layoutFlowMap([...types].reverse(), [...steps].reverse(), 1_200)
        const places = (map: FlowMap) => [...map.nodes].sort((a, b) => (a.name < b.name ? -1 : 1))
        expect(places(turned)).toEqual(places(layoutFlowMap(types, steps, 1_200)))
        const lines = ({ edges }: FlowMap) => new Map(edges.map((e) => [`${e.from} ${e.to}`, e.points]))
        expect(lines(turned)).toEqual(lines(layoutFlowMap(types, steps, 1_200)))
      }),
      { numRuns: 30 },
    )
  })

  test('lets steps run to the right; in a circle the rarest one runs back', () => {
    const step = (from: string, to: string, count: number) => ({ from, to, count })
    const columns = columnsOf(
      ['Cancelled', 'Paid', 'Placed', 'Shipped'],
      [
        step('Placed', 'Paid', 90),
        step('Paid', 'Shipped', 80),
        step('Shipped', 'Placed', 2),
        step('Placed', 'Cancelled', 5),
      ],
    )
    expect(Object.fromEntries(columns)).toEqual({ Placed: 0, Paid: 1, Shipped: 2, Cancelled: 1 })
  })

  test('draws the more frequent step thicker, and lays out 300 types with 900 steps', () => {
    const types = Array.from({ length: 300 }, (_, i): MapType => ({
      name: `Thing${i}Happened`,
      group: `g${i % 12}`,
    }))
    const steps = Array.from({ length: 900 }, (_, i) => ({
      from: types[(i * 7) % 300]!.name,
      to: types[(i * 13 + 5 + Math.floor(i / 300)) % 300]!.name,
      count: 1 + i,
    }))
    const map = layoutFlowMap(types, steps, 1_600)
    expect(map.nodes).toHaveLength(300)
    // Readable at that many: each name in full in a box of its own, those of a domain together.
    const rectangles = map.nodes.map((node) => ({ ...node, height: NODE_HEIGHT }))
    expect(overlaps(rectangles)).toBe(false)
    for (const { name, width } of rectangles)
      expect(width).toBeGreaterThanOrEqual(name.length * LEAST_CHARACTER)
    expect(map.boxes.map(({ group }) => group).sort()).toEqual(
      [...new Set(types.map(({ group }) => group))].sort(),
    )
    for (const { name } of types) expect(isInItsBox(map, types, name)).toBe(true)
    const thickness = ({ from, to }: (typeof steps)[number]) =>
      map.edges.find((edge) => edge.from === from && edge.to === to)!.thickness
    expect(thickness(steps[899]!)).toBeGreaterThan(thickness(steps[0]!))
  })
})

/** Pixels of a character on the map: Geist Mono of 12 px. */
const LEAST_CHARACTER = 7.2

interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

function overlaps(all: readonly Rectangle[]): boolean {
  return all.some((a, i) => all.slice(i + 1).some((b) => touch(a, b)))
}

function touch(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** What a stroke takes up at the most; of a curve, what lies between the points that it bends towards. */
function between(a: Point, b: Point): Rectangle {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { x, y, width: Math.max(a.x, b.x) - x, height: Math.max(a.y, b.y) - y }
}

function isInItsBox({ nodes, boxes }: FlowMap, types: readonly MapType[], name: string): boolean {
  const node = nodes.find((one) => one.name === name)!
  const box = boxes.find(({ group }) => group === types.find((type) => type.name === name)!.group)!
  return (
    node.x >= box.x &&
    node.y >= box.y &&
    node.x + node.width <= box.x + box.width &&
    node.y + NODE_HEIGHT <= box.y + box.height
  )
}
