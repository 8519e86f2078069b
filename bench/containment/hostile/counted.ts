import { both, count, type HostilePair } from './make'

export const counted: HostilePair[] = [
  ...both('minItems of 10^15', { type: 'array', minItems: 1e15 }, { minItems: 1e15 + 1 }),
  ...both(
    'minLength of 10^9 and a pattern',
    { type: 'string', minLength: 1e9, pattern: '^a*$' },
    { maxLength: 1e9 },
  ),
  ...both('maxProperties of 10^6', { type: 'object', minProperties: 1e6 }, { maxProperties: 1e6 }),
  ...both(
    'uniqueItems, 3,000 of them',
    {
      type: 'array',
      uniqueItems: true,
      minItems: 3_000,
      items: { type: 'integer', minimum: 0, maximum: 2_999 },
    },
    { maxItems: 3_000 },
  ),
  ...both(
    'uniqueItems, one too few values',
    { type: 'array', uniqueItems: true, minItems: 300, items: { enum: count(299, (index) => index) } },
    false,
  ),
  ...both(
    'uniqueItems over tuples',
    {
      type: 'array',
      uniqueItems: true,
      items: { type: 'array', minItems: 6, maxItems: 6, items: { type: 'boolean' } },
      minItems: 65,
    },
    false,
  ),
  ...both(
    'distinct names, 2^12 and one more',
    { type: 'object', propertyNames: { pattern: '^[ab]{12}$' }, minProperties: 4_097 },
    false,
  ),
  ...both(
    'minContains of 2,000',
    { type: 'array', contains: { multipleOf: 3 }, minContains: 2_000, maxItems: 2_001 },
    { contains: { multipleOf: 6 }, minContains: 1_000 },
  ),
  ...both(
    'multiples of large primes',
    {
      type: 'integer',
      allOf: [99_991, 99_989, 99_971, 99_961].map((multipleOf) => ({ multipleOf })),
      minimum: 1,
    },
    { maximum: 1e15 },
  ),
  ...both(
    'no multiple of 40 primes',
    {
      type: 'integer',
      minimum: 1,
      maximum: 1e12,
      not: { anyOf: primes(40).map((multipleOf) => ({ multipleOf })) },
    },
    { maximum: 178 },
  ),
  ...both('decimals of 300 places', { type: 'number', multipleOf: 1e-300 }, { multipleOf: 1e300 }),
  ...both('10^308 and 10^-308', { type: 'number', minimum: 1e308, multipleOf: 1e-308 }, { maximum: 1.5e308 }),
  ...both(
    'a narrow range',
    { type: 'number', minimum: 0.1, maximum: 0.10000000000000002, multipleOf: 1e-17 },
    { enum: [0.1] },
  ),
  ...both(
    'integers off a long list',
    { type: 'integer', minimum: 0, maximum: 30_000, not: { enum: count(15_000, (index) => index * 2) } },
    { not: { multipleOf: 2 } },
  ),
]

function primes(length: number): number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < length; candidate += 1)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  return found
}
