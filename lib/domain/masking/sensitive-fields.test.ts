import { expect, it } from 'vitest'
import { UndeclaredFields } from '@/lib/domain/review/undeclared-fields'
import { fieldPaths, type FieldPath } from '@/lib/domain/schema/field-names'
import { sensitiveFields } from './sensitive-fields'
import { planOf } from './testing/plan-of'

const inside = { type: 'object', properties: { known: {} } }

it.each([
  ['a mark', { properties: { by: { ...inside, 'x-sensitive': true } } }],
  ['a mark of names', { properties: { by: { ...inside, propertyNames: { 'x-sensitive': true } } } }],
  [
    'a mark by a pattern',
    { properties: { by: inside }, patternProperties: { '^b': { 'x-sensitive': true } } },
  ],
  [
    'a mark of one branch',
    { properties: { by: inside }, then: { properties: { by: { 'x-sensitive': 'pii' } } } },
  ],
  ['a mark around a list', { properties: { by: { 'x-sensitive': true, items: inside } } }],
  ['a mark of the names of all', { properties: { by: inside }, propertyNames: { 'x-sensitive': true } }],
])('%s hides the names in it where undeclared fields are counted', (_, schema) => {
  const fields = fieldPaths(schema)
  const counted = (sensitive: FieldPath[]) => {
    const undeclared = new UndeclaredFields(fields, sensitive)
    for (const by of [{ 'ada@example.org': 1 }, [{ 'ada@example.org': 1 }]]) undeclared.add({ by })
    return undeclared.result().fields
  }
  expect(counted([])).toEqual([{ field: 'by.ada@example.org', count: 2 }])
  expect(counted(sensitiveFields(planOf(schema), fields))).toEqual([])
})

it('are no others than those', () => {
  const schema = {
    properties: { a: { properties: { b: { 'x-sensitive': true }, c: {} } }, 'd.e': { 'x-sensitive': true } },
  }
  expect(sensitiveFields(planOf(schema), fieldPaths(schema))).toEqual([['a', 'b'], ['d.e']])
})
