import fc from 'fast-check'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { drafts, isAtLeast, type Draft } from '@/lib/domain/compatibility/schema/drafts'
import { malformedAt } from '@/lib/domain/compatibility/schema/well-formed'

/** A drawn question: schemas share a small vocabulary, so that they meet often. */
export interface DrawnPair {
  readonly draft: Draft
  readonly writer: Json
  readonly reader: Json
}

const uris: Record<Draft, string> = {
  'draft-04': 'http://json-schema.org/draft-04/schema#',
  'draft-06': 'http://json-schema.org/draft-06/schema#',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
}

const names = fc.constantFrom('a', 'b', 'c', 'ab', 'd')
const patterns = fc.constantFrom(
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
)
const numbers = fc.constantFrom(-2, -1, 0, 0.5, 1, 1.5, 2, 3, 5, 10)
/** Fractions that binary floats say exactly: the judges divide floats. */
const steps = fc.constantFrom(0.5, 1, 1.5, 2, 3, 4, 5)
const counts = fc.integer({ min: 0, max: 3 })
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json; leaf: Json }>((tie) => ({
  leaf: fc.constantFrom<Json[]>(
    null,
    true,
    false,
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    -1,
    0.5,
    1.5,
    12,
    '',
    'a',
    'b',
    'c',
    'ab',
    'ba',
    'aa',
    'abc',
    'd',
    'é',
    '1',
  ),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: tie('leaf') },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 3, arbitrary: fc.dictionary(names, tie('value'), { maxKeys: 4 }) },
  ),
})).value

type Keywords = fc.Arbitrary<JsonObject>

/** One keyword, or a few that belong together. `guarded`: inside a value, where a reference may lead back up. */
function keywords(draft: Draft, depth: number, guarded: boolean): Keywords {
  const since = (first: Draft): boolean => isAtLeast(draft, first)
  const one = (keyword: string, value: fc.Arbitrary<Json>): Keywords =>
    value.map((each) => ({ [keyword]: each }))
  const map = (key: fc.Arbitrary<string>, value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
    fc.dictionary(key, value, { minKeys: 1, maxKeys: 3 })
  const types = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object')
  const leaves: Keywords[] = [
    one('type', types),
    one('type', fc.uniqueArray(types, { minLength: 1, maxLength: 4 })),
    one(
      'enum',
      fc.uniqueArray(values, { minLength: 1, maxLength: 4, selector: (value) => JSON.stringify(value) }),
    ),
    one('minimum', numbers),
    one('maximum', numbers),
    one('multipleOf', steps),
    one('minLength', counts),
    one('maxLength', counts),
    one('pattern', patterns),
    one('minItems', counts),
    one('maxItems', counts),
    one('uniqueItems', fc.boolean()),
    one('minProperties', counts),
    one('maxProperties', counts),
    one('required', fc.uniqueArray(names, { minLength: 1, maxLength: 2 })),
  ]
  if (draft === 'draft-04') {
    leaves.push(
      fc.record({ minimum: numbers, exclusiveMinimum: fc.boolean() }),
      fc.record({ maximum: numbers, exclusiveMaximum: fc.boolean() }),
    )
  } else leaves.push(one('const', values), one('exclusiveMinimum', numbers), one('exclusiveMaximum', numbers))
  if (since('2019-09'))
    leaves.push(one('dependentRequired', map(names, fc.uniqueArray(names, { maxLength: 2 }))))
  else leaves.push(one('dependencies', map(names, fc.uniqueArray(names, { minLength: 1, maxLength: 2 }))))
  if (depth <= 0) return fc.oneof(...leaves)
  const inner = schemas(draft, depth - 1, true)
  const same = schemas(draft, depth - 1, guarded)
  const several = fc.array(same, { minLength: 1, maxLength: 3 })
  const nested: Keywords[] = [
    one('properties', map(names, inner)),
    one('properties', map(names, inner)),
    one('patternProperties', map(patterns, inner)),
    one('additionalProperties', draft === 'draft-04' ? fc.oneof(fc.boolean(), inner) : inner),
    one('additionalProperties', fc.constant(false)),
    one('items', inner),
    one('allOf', several),
    one('anyOf', several),
    one('oneOf', several),
    one('not', same),
    fc.record({
      properties: map(names, inner),
      required: fc.uniqueArray(names, { minLength: 1, maxLength: 2 }),
    }),
  ]
  if (draft === '2020-12') {
    nested.push(one('prefixItems', fc.array(inner, { minLength: 1, maxLength: 3 })))
    nested.push(fc.record({ prefixItems: fc.array(inner, { minLength: 1, maxLength: 2 }), items: inner }))
  } else
    nested.push(fc.record({ items: fc.array(inner, { minLength: 1, maxLength: 3 }), additionalItems: inner }))
  if (since('draft-06')) nested.push(one('contains', inner), one('propertyNames', inner))
  if (since('draft-07'))
    nested.push(fc.record({ if: same, then: same, else: same }), fc.record({ if: same, then: same }))
  if (since('2019-09')) {
    nested.push(
      one('dependentSchemas', map(names, same)),
      fc.record({ contains: inner, minContains: counts, maxContains: counts }),
      fc.record({ contains: inner, minContains: counts }),
      one('unevaluatedProperties', inner),
      one('unevaluatedProperties', fc.constant(false)),
      one('unevaluatedItems', fc.oneof(inner, fc.constant(false))),
    )
  } else nested.push(one('dependencies', map(names, same)))
  if (guarded) nested.push(references(draft), references(draft))
  return fc.oneof(
    { weight: leaves.length, arbitrary: fc.oneof(...leaves) },
    { weight: 2 * nested.length, arbitrary: fc.oneof(...nested) },
  )
}

/** Marks a schema that is nothing but this reference: older drafts ignore neighbours, and one of the judges does not. */
function references(draft: Draft): Keywords {
  const targets = ['#/definitions/d', '#/definitions/e', '#']
  const plain = fc.constantFrom(...targets).map(($ref) => ({ $ref }))
  if (draft === '2019-09') return fc.oneof(plain, fc.constant({ $recursiveRef: '#' }))
  return draft === '2020-12' ? fc.oneof(plain, fc.constant({ $dynamicRef: '#node' })) : plain
}

const cache = new Map<string, fc.Arbitrary<Json>>()

function schemas(draft: Draft, depth: number, guarded: boolean): fc.Arbitrary<Json> {
  const key = `${draft} ${depth} ${guarded}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const merged = fc
    .array(keywords(draft, depth, guarded), { minLength: 1, maxLength: 3 })
    .map((parts): Json => {
      const all = Object.assign({}, ...parts) as JsonObject
      return '$ref' in all && !isAtLeast(draft, '2019-09') ? { $ref: all['$ref'] } : all
    })
  const plain = draft === 'draft-04' ? fc.constant<Json>({}) : fc.constantFrom<Json[]>(true, false, {})
  const arbitrary = fc.oneof({ weight: 9, arbitrary: merged }, { weight: 1, arbitrary: plain })
  cache.set(key, arbitrary)
  return arbitrary
}

function documents(draft: Draft, depth: number): fc.Arbitrary<JsonObject> {
  const root = schemas(draft, depth, false).filter(
    (schema): schema is JsonObject => typeof schema === 'object',
  )
  return fc
    .record({ root, d: schemas(draft, 1, false), e: schemas(draft, 1, false) })
    .map(({ root: schema, d, e }) => {
      const isUsed =
        JSON.stringify([schema, d, e]).includes('Ref"') || JSON.stringify([schema, d, e]).includes('$ref"')
      const marks =
        { '2019-09': { $recursiveAnchor: true }, '2020-12': { $dynamicAnchor: 'node' } }[
          draft as '2019-09'
        ] ?? {}
      return {
        $schema: uris[draft],
        ...schema,
        ...(isUsed ? { ...marks, definitions: { d, e } } : {}),
      }
    })
}

/** One place of a schema changed: a keyword gone, a value changed, an inner schema put in its place. */
function mutations(draft: Draft, document: JsonObject): fc.Arbitrary<JsonObject> {
  const places: (string | number)[][] = []
  const visit = (value: Json, path: (string | number)[]): void => {
    if (path.length > 0) places.push(path)
    if (typeof value !== 'object' || value === null) return
    for (const key of Object.keys(value)) {
      if (!key.startsWith('$') && key !== 'definitions')
        visit((value as JsonObject)[key] as Json, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
  visit(document, [])
  const extra = schemas(draft, 1, false).map((schema): JsonObject =>
    typeof schema === 'object' ? { ...document, ...(schema as JsonObject) } : document,
  )
  if (places.length === 0) return extra
  const changed = fc
    .tuple(
      fc.constantFrom(...places),
      fc.constantFrom('drop', 'value', 'schema'),
      values,
      schemas(draft, 1, false),
    )
    .map(([path, how, value, schema]) => {
      const copy = structuredClone(document)
      let parent: JsonObject = copy
      for (const key of path.slice(0, -1)) parent = parent[key] as JsonObject
      const last = String(path.at(-1))
      const old = parent[last]
      if (how === 'drop') {
        if (Array.isArray(parent)) parent.splice(Number(last), 1)
        else delete parent[last]
      } else if (how === 'schema' && typeof old === 'object' && !Array.isArray(old)) parent[last] = schema
      else if (typeof old === 'number' && typeof value === 'number') parent[last] = Math.abs(value)
      else if (typeof old === 'boolean') parent[last] = !old
      return copy
    })
  return fc.oneof({ weight: 4, arbitrary: changed }, { weight: 1, arbitrary: extra })
}

/** Pairs that are independent, or one or two edits apart, so that both verdicts are common. */
export function drawPairs(depth: number): fc.Arbitrary<DrawnPair> {
  return fc.constantFrom(...drafts).chain((draft) =>
    documents(draft, depth).chain((writer) => {
      const mutated = mutations(draft, writer)
      const reader = fc.oneof(
        { weight: 3, arbitrary: documents(draft, depth) },
        { weight: 5, arbitrary: mutated },
        { weight: 2, arbitrary: mutated.chain((once) => mutations(draft, once)) },
      )
      return fc.tuple(reader, fc.boolean()).map(([drawn, swap]) => {
        const other = malformedAt(drawn, draft) === undefined ? drawn : { $schema: uris[draft] }
        return plain(swap ? { draft, writer: other, reader: writer } : { draft, writer, reader: other })
      })
    }),
  )
}

/** Drawn objects have no prototype, which one of the judges takes for a difference. */
export function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}
