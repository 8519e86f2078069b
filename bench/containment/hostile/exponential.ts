import type { Json } from '@/lib/domain/json/json'
import { both, count, ladder, object, record, requires, type HostilePair } from './make'

export const exponential: HostilePair[] = [
  ...both(
    'allOf twice, 40 rungs',
    ladder(40, (next) => ({ allOf: [next, next] }), { type: 'string' }),
    { type: 'number' },
  ),
  ...both(
    'anyOf twice, 40 rungs',
    ladder(40, (next, index) => ({ anyOf: [next, { allOf: [next, { minLength: index }] }] }), {
      type: 'string',
    }),
    { type: 'string', maxLength: 5 },
  ),
  ...both(
    'oneOf twice, 40 rungs',
    ladder(40, (next, index) => ({ oneOf: [next, { allOf: [next, { minLength: index }] }] }), {
      type: 'string',
    }),
    { type: 'string', maxLength: 5 },
  ),
  ...both(
    'two fields, 40 rungs',
    ladder(40, (next) => object({ a: next, b: next }, { required: ['a', 'b'] }), { type: 'string' }),
    ladder(40, (next) => object({ a: next, b: next }, { required: ['a', 'b'] }), { type: 'number' }),
  ),
  ...both(
    'two elements, 40 rungs',
    ladder(40, (next) => ({ type: 'array', prefixItems: [next, next], minItems: 2 }), { minimum: 1 }),
    ladder(40, (next) => ({ type: 'array', prefixItems: [next, next], minItems: 2 }), { minimum: 0 }),
  ),
  ...both(
    '20 choices of two fields',
    { allOf: count(20, (index) => ({ anyOf: [{ required: [`a${index}`] }, { required: [`b${index}`] }] })) },
    { minProperties: 21 },
  ),
  ...both(
    '30 dependent fields',
    {
      type: 'object',
      dependentSchemas: record(30, (index) => [
        `p${index}`,
        { anyOf: [requires(`p${index + 1}`), { maxProperties: index }] },
      ]),
      minProperties: 15,
    },
    { maxProperties: 14 },
  ),
  ...both(
    'satisfiability, 40 clauses over 14 names',
    { type: 'object', allOf: clauses(40, 14) },
    { type: 'object', required: ['x0'] },
  ),
  ...both('pigeons, 7 in 6 holes', pigeons(7, 6), false),
  ...both(
    '30 conditions',
    {
      allOf: count(30, (index) => ({
        if: object({ [`a${index}`]: { const: 1 } }, { required: [`a${index}`] }),
        then: { required: [`a${(index * 7 + 1) % 30}`] },
        else: { required: [`a${(index * 11 + 3) % 30}`] },
      })),
    },
    { required: ['a1', 'a2'] },
  ),
  ...both(
    'unevaluatedProperties over 20 choices',
    {
      anyOf: count(20, (index) => object({ [`p${index}`]: { type: 'string' } })),
      unevaluatedProperties: false,
    },
    object({}, { maxProperties: 3 }),
  ),
  ...both(
    'unevaluatedProperties over 12 conditions',
    {
      allOf: count(12, (index) => ({
        if: { required: [`p${index}`] },
        then: object({ [`q${index}`]: {} }),
        else: object({ [`r${index}`]: {} }),
      })),
      unevaluatedProperties: false,
    },
    { type: 'object' },
  ),
  ...both(
    'unevaluatedItems over 10 choices',
    {
      anyOf: count(10, (index) => ({
        prefixItems: count(index + 1, () => ({ type: 'string' })),
        contains: { minLength: index },
      })),
      unevaluatedItems: false,
    },
    { maxItems: 3 },
  ),
  ...both(
    'contains nine things',
    { type: 'array', allOf: count(9, (index) => ({ contains: { multipleOf: index + 2 } })), maxItems: 5 },
    { contains: { multipleOf: 30 } },
  ),
  ...both(
    'contains seven things, each counted',
    {
      type: 'array',
      allOf: count(7, (index) => ({ contains: { multipleOf: index + 2 }, minContains: 2, maxContains: 5 })),
      uniqueItems: true,
      minItems: 20,
    },
    { contains: { multipleOf: 30 } },
  ),
  ...both(
    '12 field patterns that overlap',
    {
      type: 'object',
      patternProperties: record(12, (index) => [
        `^.{${index}}.*[${String.fromCharCode(97 + index)}]`,
        { minLength: index },
      ]),
      minProperties: 5,
      maxProperties: 5,
    },
    {
      patternProperties: record(12, (index) => [
        `[${String.fromCharCode(97 + index)}].{${index}}`,
        { minLength: 11 - index },
      ]),
    },
  ),
]

/** Three literals each, spread without randomness. */
function clauses(length: number, names: number): Json[] {
  const literal = (seed: number): Json =>
    (seed >> 3) % 2 === 0 ? { required: [`x${seed % names}`] } : { not: { required: [`x${seed % names}`] } }
  return count(length, (index) => ({
    anyOf: count(3, (part) => literal((index * 7919 + part * 104_729 + index * index * 31) % 10_007)),
  }))
}

function pigeons(birds: number, holes: number): Json {
  const sits = (bird: number, hole: number): Json => ({ required: [`p${bird}h${hole}`] })
  const shared = count(holes, (hole) =>
    count(birds, (a) => count(a, (b): Json => ({ not: { required: [`p${a}h${hole}`, `p${b}h${hole}`] } }))),
  ).flat(2)
  return {
    type: 'object',
    allOf: [
      ...count(birds, (bird): Json => ({ anyOf: count(holes, (hole) => sits(bird, hole)) })),
      ...shared,
    ],
  }
}
