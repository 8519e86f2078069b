import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfValue } from './end-of-value'

test('a value ends where its text does, whatever stands behind it', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom('', ',', ']', '}', ', "more"'), (text, behind) => {
      expect(endOfValue(`[${text}${behind}`, 1)).toBe(1 + text.length)
    }),
  )
})

test.each(['"', '"a', '"a\\', '"a\\"', '{"a', '[["'])(
  'the text %s, which is cut off, ends with itself',
  (text) => {
    expect(endOfValue(text, 0)).toBe(text.length)
  },
)
