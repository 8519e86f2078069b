import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainShape, type ShapeEvent } from './chain-shape'
import { compareShapes, nearestShape, shapeDistance } from './compare-shapes'

/** An indented text as reading order. */
const read = (drawing: string): ShapeEvent[] =>
  drawing
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: line.trim(), depth: line.search(/\S/) / 2 }))
const shape = (drawing: string) => chainShape(read(drawing))

interface Tree {
  type: string
  children: Tree[]
}
const type = fc.constantFrom('A', 'B', 'C')
const leaf = type.map((name): Tree => ({ type: name, children: [] }))
const above = (below: fc.Arbitrary<Tree>) => fc.record({ type, children: fc.array(below, { maxLength: 3 }) })
const forest = fc.array(above(above(leaf)), { maxLength: 3 })
const flat = (trees: readonly Tree[], depth = 0): ShapeEvent[] =>
  trees.flatMap(({ type, children }) => [{ type, depth }, ...flat(children, depth + 1)])
const turned = (trees: readonly Tree[]): Tree[] =>
  trees.map(({ type, children }) => ({ type, children: turned(children) })).reverse()
const doubled = (trees: readonly Tree[]): Tree[] =>
  trees.flatMap(({ type, children }) =>
    Array.from({ length: 3 }, () => ({ type, children: doubled(children) })),
  )

describe('the shape of a chain', () => {
  it('does not depend on the order of siblings', () => {
    fc.assert(
      fc.property(forest, (trees) => {
        expect(chainShape(flat(turned(trees)))).toEqual(chainShape(flat(trees)))
      }),
    )
  })

  it('folds equal siblings: three of each are as large as one of each folded, and as three again', () => {
    fc.assert(
      fc.property(forest, (trees) => {
        const three = chainShape(flat(doubled(trees)))
        expect(chainShape(flat([...doubled(trees), ...doubled(trees)]))).toEqual(three)
        expect(three.roots.every(({ many }) => many)).toBe(true)
      }),
      // Three of each at every level are many.
      { numRuns: 30 },
    )
  })

  it('tells apart what follows what, and once from many', () => {
    const drawings = ['A\n  B', 'A\nB', 'A\n  B\n  B', 'A\n  B\n    B', 'A', 'B\n  A', 'A\n  B\n  C', '']
    expect(new Set(drawings.map((each) => shape(each).hash)).size).toBe(drawings.length)
  })

  it('is found of a line of 100,000 events, and compared', () => {
    const line = (length: number) =>
      chainShape(Array.from({ length }, (_, depth) => ({ type: depth % 2 ? 'A' : 'B', depth })))
    const long = line(100_000)
    expect(long.size).toBe(100_000)
    expect(shapeDistance(long, line(99_990))).toBe(10)
  })
})

describe('two shapes compared', () => {
  const draw = (a: string, b: string) =>
    compareShapes(shape(a), shape(b)).map(({ type, depth, is }) => `${'  '.repeat(depth)}${type} ${is}`)

  it('ends for very many siblings, of which none folds', () => {
    // Each goes on otherwise: its number, bit by bit. Each looked for among all others, this would not end in time.
    const wide = chainShape(
      Array.from({ length: 60_000 }, (_, i) => [
        { type: 'A', depth: 0 },
        ...Array.from({ length: 16 }, (_, bit) => ({ type: (i >> bit) & 1 ? 'B' : 'C', depth: bit + 1 })),
      ]).flat(),
    )
    expect(compareShapes(wide, wide).every(({ is }) => is === 'same')).toBe(true)
  })

  it('say what is missing and what is more, step by step', () => {
    expect(
      draw('Placed\n  Paid\n  Reminded\n  Reminded\n    Read', 'Placed\n  Paid\n    Shipped\n  Reminded'),
    ).toEqual(['Placed same', '  Paid same', '    Shipped missing', '  Reminded often', '    Read more'])
  })

  it('are equally far from one another both ways, and not at all from themselves', () => {
    fc.assert(
      fc.property(forest, forest, (a, b) => {
        const [one, other] = [chainShape(flat(a)), chainShape(flat(b))]
        expect(shapeDistance(one, other)).toBe(shapeDistance(other, one))
        expect(compareShapes(one, one).every(({ is }) => is === 'same')).toBe(true)
      }),
    )
  })

  it('name the nearest', () => {
    const usual = [{ shape: shape('A\n  B\n    C') }, { shape: shape('A\n  B') }]
    expect(nearestShape(shape('A\n  B\n  D'), usual)).toBe(usual[1])
    expect(nearestShape(shape('A'), [])).toBeNull()
  })
})
