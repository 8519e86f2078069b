import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalizeText } from './canonical'
import { numbersWithin, readExact, writeExact } from './exact-numbers'

it('keeps the numbers that no double holds as they were written, by their places', () => {
  const text = `{"a": 9007199254740993, "b": [1, {"c/d": -1e400 }], "e": 0.1, "f": "9007199254740993", "g": 1e2}`
  const { value, numbers } = readExact(text)
  expect([...numbers]).toEqual([
    ['/a', '9007199254740993'],
    ['/b/1/c~1d', '-1e400'],
  ])
  expect(writeExact({ value, numbers })).toBe(
    '{"a":9007199254740993,"b":[1,{"c/d":-1e400}],"e":0.1,"f":"9007199254740993","g":100}',
  )
  expect([...numbersWithin(numbers, '/b/1')]).toEqual([['/c~1d', '-1e400']])
  expect([...numbersWithin(numbers, '')]).toEqual([...numbers])
})

it('takes of a name that stands twice the last one', () => {
  const { value, numbers } = readExact('{"a": 9007199254740993, "a": 1}')
  expect(writeExact({ value, numbers })).toBe('{"a":1}')
})

it('writes what it read, whatever that is', () => {
  const big = fc.bigInt().map((digits) => `${digits}`)
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(big, { maxLength: 3 }), (value, digits) => {
      const text = `{"big": [${digits.join(', ')}], "other": ${JSON.stringify(value)}}`
      expect(canonicalizeText(writeExact(readExact(text)))).toBe(canonicalizeText(text))
    }),
  )
})
