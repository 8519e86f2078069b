import fc from 'fast-check'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { isAtLeast, type Draft } from '@/lib/domain/compatibility/schema/drafts'
import { references } from './draw-references'
import { names, values } from './draw-values'

const patterns = fc.constantFrom(
  ...[
    '^a',
    'b',
    '^[ab]$',
    '^.{2}$',
    'c+',
    '^$',
    '[^a]',
    '^(a|b)*$',
    '\\d',
    '^a?b?c?$',
    'a$',
    '\\ba\\b',
    '^[^a-c]+$',
  ],
  ...[
    '^\\p{L}+$',
    '^\\S*$',
    '^(?:ab|c){1,2}$',
    '^.$',
    '\\u{1F600}',
    '^(a|ab)(c|bc)?$',
    '^[\\w-]{1,3}$',
    '\\Ba',
    '^é',
  ],
)
const numbers = fc.constantFrom(-2, -1, 0, 0.1, 0.3, 0.5, 1, 1.5, 2, 3, 5, 10)
const steps = fc.constantFrom(0.1, 0.25, 0.3, 0.5, 0.01, 1, 1.5, 2, 3, 4, 5, 7)
const counts = fc.integer({ min: 0, max: 3 })

type Keywords = fc.Arbitrary<JsonObject>

const one = (keyword: string, value: fc.Arbitrary<Json>): Keywords =>
  value.map((each) => ({ [keyword]: each }))
const map = (key: fc.Arbitrary<string>, value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.dictionary(key, value, { minKeys: 1, maxKeys: 3 })

/** Keywords that hold no schemas. */
function assertions(draft: Draft): Keywords[] {
  const types = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object')
  const listed = (least: number) => fc.uniqueArray(names, { minLength: least, maxLength: 2 })
  const found: Keywords[] = [
    one('type', types),
    one('type', fc.uniqueArray(types, { minLength: 1, maxLength: 4 })),
    one(
      'enum',
      fc.uniqueArray(values, { minLength: 1, maxLength: 4, selector: (value) => JSON.stringify(value) }),
    ),
    one('minimum', numbers),
    one('maximum', numbers),
    one('multipleOf', steps),
    fc.record({ minimum: numbers, maximum: numbers, multipleOf: steps }),
    one('minLength', counts),
    one('maxLength', counts),
    one('pattern', patterns),
    one('minItems', counts),
    one('maxItems', counts),
    one('uniqueItems', fc.boolean()),
    one('minProperties', counts),
    one('maxProperties', counts),
    one('required', listed(1)),
    // Says nothing; validators that assert formats are told not to.
    fc.constant({ format: 'date', title: 'A title', description: 'Words', default: 1 }),
  ]
  if (draft === 'draft-04') {
    found.push(
      fc.record({ minimum: numbers, exclusiveMinimum: fc.boolean() }),
      fc.record({ maximum: numbers, exclusiveMaximum: fc.boolean() }),
    )
  } else
    found.push(
      one('const', values),
      one('exclusiveMinimum', numbers),
      one('exclusiveMaximum', numbers),
      fc.constant({ examples: [1] }),
    )
  if (isAtLeast(draft, 'draft-07'))
    found.push(
      fc.constant({
        $comment: 'Words',
        readOnly: true,
        contentEncoding: 'base64',
        contentMediaType: 'text/plain',
      }),
    )
  if (isAtLeast(draft, '2019-09'))
    found.push(
      one('dependentRequired', map(names, listed(0))),
      fc.constant({ deprecated: true, contentSchema: false }),
    )
  else found.push(one('dependencies', map(names, listed(1))))
  return found
}

/** Keywords that hold schemas: `inner` for values inside, `same` for the value itself. */
function applicators(draft: Draft, inner: fc.Arbitrary<Json>, same: fc.Arbitrary<Json>): Keywords[] {
  const since = (first: Draft): boolean => isAtLeast(draft, first)
  const several = fc.array(same, { minLength: 1, maxLength: 3 })
  const tuple = fc.array(inner, { minLength: 1, maxLength: 3 })
  const additional = draft === 'draft-04' ? fc.oneof(fc.boolean(), inner) : inner
  const listed = fc.uniqueArray(names, { minLength: 1, maxLength: 2 })
  const found: Keywords[] = [
    one('properties', map(names, inner)),
    one('properties', map(names, inner)),
    one('patternProperties', map(patterns, inner)),
    fc.record({
      properties: map(names, inner),
      patternProperties: map(patterns, inner),
      additionalProperties: additional,
    }),
    one('additionalProperties', additional),
    one('additionalProperties', fc.constant(false)),
    one('items', inner),
    one('allOf', several),
    one('anyOf', several),
    one('oneOf', several),
    one('not', same),
    fc.record({ properties: map(names, inner), required: listed }),
  ]
  if (draft === '2020-12')
    found.push(one('prefixItems', tuple), fc.record({ prefixItems: tuple, items: inner }))
  else found.push(one('items', tuple), fc.record({ items: tuple, additionalItems: additional }))
  if (since('draft-06')) found.push(one('contains', inner), one('propertyNames', inner))
  if (since('draft-07'))
    found.push(
      fc.record({ if: same, then: same, else: same }),
      fc.record({ if: same, then: same }),
      fc.record({ if: same, else: same }),
      one('then', same),
    )
  if (!since('2019-09')) return [...found, one('dependencies', map(names, same))]
  return [
    ...found,
    one('dependentSchemas', map(names, same)),
    fc.record({ contains: inner, minContains: counts, maxContains: counts }),
    fc.record({ contains: inner, minContains: counts }),
    fc.record({ contains: inner, maxContains: counts }),
    one('unevaluatedProperties', inner),
    one('unevaluatedProperties', fc.constant(false)),
    one('unevaluatedItems', fc.oneof(inner, fc.constant(false))),
  ]
}

const cache = new Map<string, fc.Arbitrary<Json>>()

/** A schema in a draft, at most so deep. `guarded`: inside a value, where a reference may lead back up. */
export function schemas(draft: Draft, depth: number, guarded: boolean): fc.Arbitrary<Json> {
  const key = `${draft} ${depth} ${guarded}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const merged = fc
    .array(keywords(draft, depth, guarded), { minLength: 1, maxLength: 3 })
    .map((parts): Json => {
      const all = Object.assign({}, ...parts) as JsonObject
      // Older drafts ignore the neighbours of a reference, and one of the judges does not.
      return '$ref' in all && !isAtLeast(draft, '2019-09') ? { $ref: all['$ref'] } : all
    })
  const everything = draft === 'draft-04' ? fc.constant<Json>({}) : fc.constantFrom<Json[]>(true, false, {})
  const arbitrary = fc.oneof({ weight: 9, arbitrary: merged }, { weight: 1, arbitrary: everything })
  cache.set(key, arbitrary)
  return arbitrary
}

/** One keyword, or a few that belong together. */
function keywords(draft: Draft, depth: number, guarded: boolean): Keywords {
  const leaves = assertions(draft)
  if (depth <= 0) return fc.oneof(...leaves)
  const nested = applicators(draft, schemas(draft, depth - 1, true), schemas(draft, depth - 1, guarded))
  if (guarded) nested.push(references(draft), references(draft))
  return fc.oneof(
    { weight: leaves.length, arbitrary: fc.oneof(...leaves) },
    { weight: 2 * nested.length, arbitrary: fc.oneof(...nested) },
  )
}
