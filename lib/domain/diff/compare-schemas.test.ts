import { expect, test } from 'vitest'
import { compareSchemas } from './compare-schemas'

const text = { type: 'string' }
const before = { type: 'object', properties: { a: text }, required: ['a'] }
const after = { ...before, properties: { a: text, b: text } }

test('an added optional field is compatible, and the others say why they refuse it', () => {
  const { verdict, changes, differences } = compareSchemas(before, after)
  expect(verdict).toBe('compatible')
  expect(changes).toHaveLength(1)
  expect(differences.map(({ policy, direction, verdict }) => `${policy} ${direction} ${verdict}`)).toEqual([
    'strict backward breaking',
    'confluent backward breaking',
  ])
  expect(differences[0]!.message).toMatch(
    /^Policy strict says breaking: \{.*"b".*\} is valid for the writer and not for the reader\.$/,
  )
})

test('a change on which all policies agree has no differences', () => {
  const required = { ...before, properties: { a: { type: 'number' } } }
  expect(compareSchemas(before, required).differences).toEqual([])
  expect(compareSchemas(before, before).differences).toEqual([])
})

test('mode none asks nothing of either direction, and still says both', () => {
  const broken = compareSchemas(before, { ...before, required: ['a', 'c'] }, { mode: 'none' })
  expect(broken.verdict).toBe('compatible')
  expect(broken.backward.verdict).toBe('breaking')
})
