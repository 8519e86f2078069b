import type { Json, JsonObject } from '@/lib/domain/json/json'

/** A question meant to hurt: whoever may send a schema may send this one. */
export interface HostilePair {
  readonly name: string
  readonly writer: Json
  readonly reader: Json
}

const count = <Item>(length: number, item: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, index) => item(index))
const record = (length: number, entry: (index: number) => [string, Json]): JsonObject =>
  Object.fromEntries(count(length, entry))
/** `wrap` around `core`, so often. */
function nested(depth: number, core: Json, wrap: (inner: Json) => Json): Json {
  let schema = core
  for (let level = 0; level < depth; level += 1) schema = wrap(schema)
  return schema
}
/** Each definition names the next one twice: as a tree it has 2^n leaves. */
const ladder = (length: number, rung: (next: Json, index: number) => Json, end: Json): Json => ({
  $ref: '#/$defs/d0',
  $defs: {
    ...record(length, (index) => [`d${index}`, rung({ $ref: `#/$defs/d${index + 1}` }, index)]),
    [`d${length}`]: end,
  },
})
const object = (properties: JsonObject, more: JsonObject = {}): Json => ({
  type: 'object',
  properties,
  ...more,
})
const requires = (...required: string[]): Json => ({ required })
const text: Json = { type: 'string' }
const both = (name: string, a: Json, b: Json): HostilePair[] => [
  { name, writer: a, reader: b },
  { name: `${name}, turned round`, writer: b, reader: a },
]

const deep: HostilePair[] = [
  ...[100, 1_000, 10_000].flatMap((depth) => [
    ...both(
      `properties ${depth} deep`,
      nested(depth, { type: 'string' }, (a) => object({ a })),
      nested(depth, { type: 'number' }, (a) => object({ a })),
    ),
    ...both(
      `allOf ${depth} deep`,
      nested(depth, { type: 'string' }, (a) => ({ allOf: [a, {}] })),
      { type: 'string' },
    ),
    ...both(
      `not ${depth} deep`,
      nested(depth, { type: 'string' }, (not) => ({ not })),
      { type: 'string' },
    ),
    ...both(
      `items ${depth} deep`,
      nested(depth, { minimum: 1 }, (items) => ({ type: 'array', minItems: 1, items })),
      nested(depth, { minimum: 2 }, (items) => ({ type: 'array', minItems: 1, items })),
    ),
    ...both(
      `a constant ${depth} deep`,
      { const: nested(depth, 1, (a) => ({ a })) },
      { const: nested(depth, 2, (a) => ({ a })) },
    ),
    ...both(`an enum value ${depth} deep`, { enum: [nested(depth, 1, (a) => [a])] }, { type: 'object' }),
    ...both(
      `unevaluatedProperties under allOf ${depth} deep`,
      {
        ...(nested(depth, object({ a: {} }), (a) => ({ allOf: [a] })) as JsonObject),
        unevaluatedProperties: false,
      },
      object({ a: {} }, { additionalProperties: false }),
    ),
  ]),
  ...both(
    'anyOf of two, 150 deep',
    nested(150, { minLength: 1 }, (a) => ({ anyOf: [a, { maxLength: 1 }] })),
    nested(150, { minLength: 2 }, (a) => ({ anyOf: [a, { maxLength: 1 }] })),
  ),
  ...both(
    'oneOf of two, 25 deep',
    nested(25, { minLength: 1 }, (a) => ({ oneOf: [a, { maxLength: 1 }] })),
    nested(25, { minLength: 2 }, (a) => ({ oneOf: [a, { maxLength: 1 }] })),
  ),
  ...both(
    'if and else, 60 deep',
    nested(60, { minLength: 1 }, (a) => ({ if: a, then: { maxLength: 5 }, else: { not: a } })),
    { type: 'string' },
  ),
]

const cyclic: HostilePair[] = [
  ...both('a reference to itself', { $ref: '#' }, { type: 'string' }),
  ...both(
    'references in a ring of 500',
    {
      $ref: '#/$defs/d0',
      $defs: record(500, (index) => [`d${index}`, { $ref: `#/$defs/d${(index + 1) % 500}` }]),
    },
    { type: 'string' },
  ),
  ...both(
    'properties in a ring of 300',
    {
      $ref: '#/$defs/d0',
      $defs: record(300, (index) => [
        `d${index}`,
        object({ next: { $ref: `#/$defs/d${(index + 1) % 300}` }, v: { minimum: index } }),
      ]),
    },
    {
      $ref: '#/$defs/d0',
      $defs: record(299, (index) => [
        `d${index}`,
        object({ next: { $ref: `#/$defs/d${(index + 1) % 299}` }, v: { minimum: 0 } }),
      ]),
    },
  ),
  ...both('rings of 7, 11 and 13', ring(7), {
    allOf: [{ $ref: '#/$defs/x' }, { $ref: '#/$defs/y' }],
    $defs: { x: inline(ring(11), 'x'), y: inline(ring(13), 'y') },
  }),
  ...both(
    'a tree of every field',
    { type: 'object', additionalProperties: { $ref: '#' }, minProperties: 1 },
    { type: 'object', additionalProperties: { $ref: '#' } },
  ),
  ...both('a schema that is its own not', { not: { $ref: '#' } }, { type: 'string' }),
  ...both(
    'anyOf of itself and more',
    { anyOf: [{ $ref: '#' }, { type: 'array', items: { $ref: '#' } }, object({ a: { $ref: '#' } })] },
    { anyOf: [{ type: 'array', items: { $ref: '#' } }, object({ a: { $ref: '#' } }, { required: ['a'] })] },
  ),
  ...both('200 kinds that hold all kinds', kinds(200, 'a'), kinds(200, 'b')),
]

function ring(length: number): JsonObject {
  return {
    $ref: '#/$defs/r0',
    $defs: record(length, (index) => [
      `r${index}`,
      object({ next: { $ref: `#/$defs/r${(index + 1) % length}` } }, index === 0 ? { required: ['id'] } : {}),
    ]),
  }
}

function inline(schema: JsonObject, name: string): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('#/$defs/', `#/$defs/${name}/$defs/`)) as Json
}

function kinds(length: number, tag: string): Json {
  return {
    $ref: '#/$defs/any',
    $defs: {
      any: { oneOf: count(length, (index) => ({ $ref: `#/$defs/k${index}` })) },
      ...record(length, (index) => [
        `k${index}`,
        object(
          {
            kind: { const: `k${index}` },
            [tag]: { $ref: '#/$defs/any' },
            children: { type: 'array', items: { $ref: '#/$defs/any' } },
          },
          { required: ['kind'] },
        ),
      ]),
    },
  }
}

const exponential: HostilePair[] = [
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

const patterned: HostilePair[] = [
  ...[
    '(a+)+$',
    '^(a|a)*$',
    '^(a|ab|b)*c$',
    '(x+x+)+y',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '^(.*a){12}$',
    '^(a?){40}a{40}$',
    '.*.*.*.*=.*',
  ].map((pattern) => ({
    name: `catastrophic ${pattern}`,
    writer: { type: 'string', minLength: 1 },
    reader: { pattern },
  })),
  ...both(
    '(a|b)*a(a|b){11} twice',
    { type: 'string', pattern: '^(a|b)*a(a|b){11}$' },
    { pattern: '^(a|b)*b(a|b){11}$' },
  ),
  ...both(
    '(a|b)*a(a|b){20}',
    { type: 'string', pattern: '^(a|b)*a(a|b){20}$' },
    { pattern: 'b', minLength: 22 },
  ),
  ...both('.*a.{14} and .*b.{15}', { type: 'string', pattern: '^.*a.{14}$' }, { pattern: '^.*b.{15}$' }),
  ...both('a{1,5000} and a{1,4999}', { type: 'string', pattern: '^a{1,5000}$' }, { pattern: '^a{1,4999}$' }),
  ...both(
    '(a{1,100}){1,100}',
    { type: 'string', pattern: '^(a{1,100}){1,100}$' },
    { pattern: '^a{1,10000}$' },
  ),
  ...both('a{2000000000}', { type: 'string', pattern: '^a{2000000000}$' }, { minLength: 1 }),
  ...both(
    '(((a{99}){99}){99}){99}',
    { type: 'string', pattern: '^(((a{99}){99}){99}){99}$' },
    { minLength: 1 },
  ),
  ...both(
    '[a-z]{1,64} with dots, four times',
    { type: 'string', pattern: '^([a-z]{1,64}\\.){1,4}[a-z]{2,64}$' },
    { pattern: '^[a-z.]{3,320}$' },
  ),
  ...both(
    '\\p{L} words',
    { type: 'string', pattern: '^\\p{L}+(\\s\\p{L}+){0,20}$' },
    { pattern: '^[\\p{L}\\s]+$', maxLength: 1000 },
  ),
  ...both(
    'grids of lengths 7, 11, 13 and 17',
    {
      type: 'string',
      allOf: [7, 11, 13, 17].map((length) => ({ pattern: `^(a{${length}})*$` })),
      minLength: 1,
    },
    { minLength: 17_017 },
  ),
  ...both(
    'grids of lengths 31 to 47',
    {
      type: 'string',
      allOf: [31, 37, 41, 43, 47].map((length) => ({ pattern: `^(a{${length}})*$` })),
      minLength: 1,
    },
    { type: 'number' },
  ),
  ...both(
    '20 words anywhere',
    { type: 'string', allOf: count(20, (index) => ({ pattern: `w${index}x` })) },
    { maxLength: 30 },
  ),
  ...both(
    'groups 2,000 deep',
    { type: 'string', pattern: '('.repeat(2_000) + 'a' + ')'.repeat(2_000) },
    { minLength: 1 },
  ),
  ...both(
    'a choice of 5,000 words',
    { type: 'string', pattern: `^(${count(5_000, (index) => `word${index}`).join('|')})$` },
    { pattern: '^word\\d+$' },
  ),
  ...both(
    'a class of 20,000 characters',
    {
      type: 'string',
      pattern: `^[${count(20_000, (index) => String.fromCodePoint(0x4e00 + index)).join('')}]+$`,
    },
    { minLength: 1 },
  ),
  ...both(
    'a class of 10,000 islands',
    {
      type: 'string',
      pattern: `^[${count(10_000, (index) => String.fromCodePoint(0x4e00 + 2 * index)).join('')}]{2}$`,
    },
    { pattern: '^[^a]{2}$' },
  ),
  ...both(
    '50 properties of Unicode',
    {
      type: 'string',
      pattern: `^(${['L', 'Lu', 'Ll', 'N', 'Nd', 'P', 'S', 'Sc', 'Z', 'M', 'Script=Greek', 'Script=Latin', 'Script=Cyrillic', 'Script=Han', 'Emoji', 'Alphabetic'].map((name) => `\\p{${name}}`).join('|')})+$`,
    },
    { pattern: '^[^\\p{Cc}]+$' },
  ),
  ...both(
    'a pattern of 100,000 characters',
    { type: 'string', pattern: 'ab?'.repeat(33_333) },
    { minLength: 33_333 },
  ),
  ...both(
    'propertyNames with counting',
    { type: 'object', propertyNames: { pattern: '^(a|b|ab)*c{3,40}$' }, minProperties: 30 },
    { patternProperties: { 'a.{12}$': { type: 'null' } }, minProperties: 31 },
  ),
]

const large: HostilePair[] = [
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

const counted: HostilePair[] = [
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

const named: HostilePair[] = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '',
  '\u0000',
  '$ref',
  'length',
].flatMap((name) =>
  both(`a field called ${JSON.stringify(name)}`, field(name, 'string'), field(name, 'number')),
)

/** Through JSON, so that `__proto__` is a name. */
function field(name: string, type: string): Json {
  return JSON.parse(
    `{"type":"object","properties":{${JSON.stringify(name)}:{"type":"${type}"}},"required":[${JSON.stringify(name)}]}`,
  ) as Json
}

/** Deep, cyclic, exponential, with patterns that others choke on, large, with huge counts, and with names that are traps. */
export const hostilePairs: readonly HostilePair[] = [
  ...deep,
  ...cyclic,
  ...exponential,
  ...patterned,
  ...large,
  ...counted,
  ...named,
]
