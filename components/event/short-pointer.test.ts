import { describe, expect, it } from 'vitest'
import { shortPointer } from './short-pointer'

describe('a pointer where there is little room', () => {
  const deep = (depth: number) => '/properties/a'.repeat(depth)

  it('stands as it is where it is short', () => {
    for (const pointer of ['', '/', '/properties/order~1id', deep(5)])
      expect(shortPointer(pointer)).toBe(pointer)
  })

  it('loses what is in its middle, and keeps whole names at both ends', () => {
    expect(shortPointer(`/properties/order${deep(300)}/properties/amount`)).toMatch(
      /^\/properties\/order\/properties(\/a)?\/…(\/\w+)+\/a\/properties\/amount$/,
    )
    for (const depth of [9, 12, 40, 390])
      expect([depth, shortPointer(deep(depth)).length <= 112]).toEqual([depth, true])
  })

  it('cuts through a name that is longer than the room', () => {
    const long = `/properties/${'x'.repeat(400)}`
    expect(shortPointer(long)).toHaveLength(110)
    expect(shortPointer(long)).toMatch(/^\/properties\/x+…x+$/)
  })
})
