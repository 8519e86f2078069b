import { both, count, object, record, text, type HostilePair } from './make'

export const large: HostilePair[] = [
  ...both(
    'enums of 20,000',
    { enum: count(20_000, (index) => `v${index}`) },
    { enum: count(20_000, (index) => `v${index + 1}`) },
  ),
  ...both(
    'enums of 10,000 numbers',
    { enum: count(10_000, (index) => index * 3) },
    { multipleOf: 3, maximum: 29_996 },
  ),
  ...both(
    'an enum of 2,000 objects',
    { enum: count(2_000, (index) => ({ id: index, tags: [index, `${index}`] })) },
    object(
      { id: { type: 'integer' }, tags: { type: 'array', maxItems: 2 } },
      { additionalProperties: false },
    ),
  ),
  ...both(
    'enums of 2,000 objects',
    { enum: count(2_000, (index) => ({ id: index })) },
    { enum: count(2_000, (index) => ({ id: 1_999 - index })) },
  ),
  ...both(
    'an enum of one value of 30,000 elements',
    { enum: [count(30_000, (index) => index)] },
    { type: 'array', uniqueItems: true },
  ),
  ...both(
    'an enum of 200 arrays of 200',
    { enum: count(200, (index) => count(200, (at) => at * index)) },
    { type: 'array', items: { type: 'integer' }, uniqueItems: true },
  ),
  ...both(
    'oneOf of 200 constants',
    { oneOf: count(200, (index) => ({ const: index })) },
    { type: 'integer', maximum: 198 },
  ),
  ...both(
    'oneOf of 200 kinds',
    {
      oneOf: count(200, (index) =>
        object({ kind: { const: `k${index}` }, [`f${index}`]: { type: 'string' } }, { required: ['kind'] }),
      ),
    },
    { oneOf: count(199, (index) => object({ kind: { const: `k${index}` } }, { required: ['kind'] })) },
  ),
  ...both(
    'anyOf of 1,000 kinds',
    { anyOf: count(1_000, (index) => object({ kind: { const: `k${index}` } }, { required: ['kind'] })) },
    object({ kind: { enum: count(999, (index) => `k${index}`) } }),
  ),
  ...both(
    'anyOf of 2,000 kinds with a field each',
    {
      anyOf: count(2_000, (index) =>
        object({ kind: { const: index }, [`f${index}`]: { type: 'string' } }, { required: ['kind'] }),
      ),
    },
    object({ a: { type: 'string' } }),
  ),
  ...both(
    'oneOf of 120 overlapping ranges',
    { oneOf: count(120, (index) => ({ type: 'integer', minimum: index, maximum: index + 60 })) },
    { type: 'integer' },
  ),
  ...both(
    '5,000 fields',
    object(record(5_000, (index) => [`field${index}`, { type: 'string' }])),
    object(
      record(5_000, (index) => [
        `field${index}`,
        { type: 'string', ...(index === 4_999 && { maxLength: 5 }) },
      ]),
    ),
  ),
  ...both(
    '3,000 fields, all required',
    object(
      record(3_000, (index) => [`field${index}`, { type: 'string' }]),
      { required: count(3_000, (index) => `field${index}`), additionalProperties: false },
    ),
    object(
      record(3_000, (index) => [`field${index}`, { type: 'string' }]),
      { required: count(2_999, (index) => `field${index}`) },
    ),
  ),
  ...both(
    '2,000 fields and 40 patterns',
    object(
      record(2_000, (index) => [`field${index}`, {}]),
      {
        patternProperties: record(40, (index) => [`^field\\d*${index}$`, { minimum: index }]),
        additionalProperties: false,
      },
    ),
    { patternProperties: { '^field': { minimum: 1 } } },
  ),
  ...both(
    '700 field patterns',
    { type: 'object', patternProperties: record(700, (index) => [`^p${index}_`, { minimum: index }]) },
    {
      type: 'object',
      patternProperties: record(700, (index) => [`^p${index}_`, { minimum: index - 1 }]),
      additionalProperties: true,
    },
  ),
  ...both(
    'a tuple of 5,000',
    { type: 'array', prefixItems: count(5_000, (index) => ({ minimum: index })), items: false },
    { type: 'array', prefixItems: count(5_000, (index) => ({ minimum: index - 1 })) },
  ),
  ...both('required 20,000', { required: count(20_000, (index) => `f${index}`) }, { minProperties: 20_001 }),
  ...both(
    'dependentRequired 3,000',
    { dependentRequired: record(3_000, (index) => [`f${index}`, [`f${index + 1}`]]), required: ['f0'] },
    { required: ['f2999'] },
  ),
  ...both(
    'a description of 500,000 characters',
    { type: 'string', description: 'x'.repeat(500_000) },
    { type: 'string', maxLength: 4 },
  ),
  ...both('a constant of 500,000 characters', { const: 'x'.repeat(500_000) }, { pattern: '^x*$' }),
  ...both(
    '5,000 definitions',
    {
      $ref: '#/$defs/d4999',
      $defs: record(5_000, (index) => [`d${index}`, index === 0 ? text : { $ref: `#/$defs/d${index - 1}` }]),
    },
    { type: 'string' },
  ),
  ...both(
    '5,000 definitions nobody uses',
    { type: 'string', $defs: record(5_000, (index) => [`d${index}`, object({ a: { minimum: index } })]) },
    { type: 'number' },
  ),
]
