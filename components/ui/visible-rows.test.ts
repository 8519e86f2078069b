import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexesOf, visibleRows } from './visible-rows'

const rowHeight = 32
const windowHeight = 320

describe('the rows in the document', () => {
  it('begin with the list and reach twelve rows below the window', () => {
    expect(visibleRows({ count: 1_000, rowHeight, above: 0, windowHeight })).toEqual({ first: 0, last: 21 })
  })

  it('move with the window', () => {
    expect(visibleRows({ count: 1_000, rowHeight, above: 3_200, windowHeight })).toEqual({
      first: 88,
      last: 121,
    })
    expect(visibleRows({ count: 1_000, rowHeight, above: 3_200, windowHeight, spare: 0 })).toEqual({
      first: 100,
      last: 109,
    })
  })

  it('end with the list, and are none where there is none', () => {
    expect(visibleRows({ count: 5, rowHeight, above: 0, windowHeight })).toEqual({ first: 0, last: 4 })
    expect(visibleRows({ count: 0, rowHeight, above: 0, windowHeight })).toEqual({ first: 0, last: -1 })
    expect(visibleRows({ count: 5, rowHeight, above: 100_000, windowHeight })).toEqual({ first: 4, last: 4 })
  })

  it('hold every row that touches the window, and the kept one, once and in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: -2_000, max: 200_000 }),
        fc.nat(6_000),
        (count, above, keep) => {
          const indexes = indexesOf(visibleRows({ count, rowHeight, above, windowHeight }), count, keep)
          const held = new Set(indexes)
          for (let index = 0; index < count; index++) {
            const top = index * rowHeight - above
            if (top < windowHeight && top + rowHeight > 0) expect(held.has(index)).toBe(true)
          }
          if (keep < count) expect(held.has(keep)).toBe(true)
          expect(indexes).toEqual([...held].sort((a, b) => a - b))
        },
      ),
    )
  })

  it('shrink at once with the list', () => {
    expect(indexesOf({ first: 0, last: 20 }, 3, 10)).toEqual([0, 1, 2])
  })
})
