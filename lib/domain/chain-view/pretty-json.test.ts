import fc from 'fast-check'
import { expect, it } from 'vitest'
import { prettyJson } from './pretty-json'

it('reads like JSON.stringify with an indent', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
    }),
  )
})

it('keeps numbers and repeated keys to the letter', () => {
  expect(prettyJson('{"id":9007199254740993, "a":1.0,"a":2e400}')).toBe(
    '{\n  "id": 9007199254740993,\n  "a": 1.0,\n  "a": 2e400\n}',
  )
})

it('comes back from text that is no JSON, however deep', () => {
  expect(prettyJson('{"a": "never ends')).toBe('{\n  "a": "never ends')
  expect(prettyJson('['.repeat(50_000))).toHaveLength(50_000 * 2 + (2 * (40 * 41)) / 2 + (50_000 - 40) * 80)
})
