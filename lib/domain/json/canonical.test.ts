import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalize, canonicalizeText } from './canonical'
import type { Json } from './json'

test('writes the example of RFC 8785 as the RFC does', () => {
  const text = `{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
    "literals": [null, true, false]
  }`
  const expected =
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
    '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
  expect(canonicalize(JSON.parse(text) as Json)).toBe(expected)
})

test('orders names by UTF-16 code units', () => {
  const text = '{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude00":5,"\\u0080":6,"\\u00f6":7}'
  const names = Object.keys(JSON.parse(text) as object)
  const canonical = canonicalizeText(text)
  const order = [...names].sort(
    (a, b) => canonical.indexOf(JSON.stringify(a)) - canonical.indexOf(JSON.stringify(b)),
  )
  expect(order).toEqual(['\r', '1', '\u0080', 'ö', '€', '\ud83d\ude00', '\ufb33'])
})

test('does not call two ids equal that only a double confuses', () => {
  expect(canonicalizeText('9007199254740993')).not.toBe(canonicalizeText('9007199254740992'))
  expect(canonicalizeText('1.0')).toBe(canonicalizeText('1e0'))
})

test('a text and its value have one canonical form, however it is spaced', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\t'), (value, space) => {
      const canonical = canonicalize(value as Json)
      expect(canonicalizeText(JSON.stringify(value, null, space))).toBe(canonical)
      expect(canonicalizeText(canonical)).toBe(canonical)
    }),
  )
})
