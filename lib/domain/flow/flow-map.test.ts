import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutFlowMap, NODE_HEIGHT, type FlowMap, type MapType } from './flow-map'
import { columnsOf } from './order-steps'

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

  test('does not depend on the order in which types and steps come', () => {
    fc.assert(
      fc.property(drawn, ({ types, steps }) => {
        const turned = layoutFlowMap([...types].reverse(), [...steps].reverse(), 1_200)
        const places = (map: FlowMap) => [...map.nodes].sort((a, b) => (a.name < b.name ? -1 : 1))
        expect(places(turned)).toEqual(places(layoutFlowMap(types, steps, 1_200)))
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
      to: types[(i * 13 + 5) % 300]!.name,
      count: 1 + i,
    }))
    const map = layoutFlowMap(types, steps, 1_600)
    expect(map.nodes).toHaveLength(300)
    expect(map.edges[899]!.thickness).toBeGreaterThan(map.edges[0]!.thickness)
  })
})

interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

function overlaps(all: readonly Rectangle[]): boolean {
  return all.some((a, i) =>
    all
      .slice(i + 1)
      .some(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      ),
  )
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
