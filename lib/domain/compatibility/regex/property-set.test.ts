import { expect, it } from 'vitest'
import { contains } from './char-set'
import { propertySet } from './property-set'

it.each(['L', 'Lu', 'Script=Greek', 'Emoji', 'Cs', 'Any', 'White_Space'])(
  '%s holds what the engine says it holds',
  (name) => {
    const set = propertySet(name, false) ?? []
    const member = new RegExp(`^\\p{${name}}$`, 'u')
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 37) {
      if (contains(set, codePoint) !== member.test(String.fromCodePoint(codePoint)))
        expect(codePoint).toBe('as the engine says')
    }
    expect(set.length).toBeGreaterThan(0)
  },
)

it('knows no other name, and no more of an expression than a name', () => {
  expect([propertySet('Nope', false), propertySet('L}+(a+', false)]).toEqual([undefined, undefined])
})
