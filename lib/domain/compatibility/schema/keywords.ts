import { drafts, type Draft } from './drafts'

/** What a keyword's value has to look like, as the draft's metaschema says. */
export type ValueForm =
  | 'any'
  | 'array'
  | 'boolean'
  | 'booleanWithMinimum'
  | 'booleanWithMaximum'
  | 'string'
  | 'number'
  | 'positiveNumber'
  | 'count'
  | 'names'
  | 'someNames'
  | 'typeNames'
  | 'values'
  | 'someValues'
  | 'schema'
  | 'schemaOrBoolean'
  | 'schemas'
  | 'schemaOrSchemas'
  | 'schemaMap'
  | 'dependencies'
  | 'someDependencies'
  | 'identity'
  | 'anchor'
  | 'switches'
  | 'nameLists'

export interface KeywordRule {
  readonly keyword: string
  readonly first: Draft
  readonly last: Draft
  readonly form: ValueForm
  /** How the prover treats it; the README's table is tested against this. */
  readonly handling: string
}

const newest: Draft = '2020-12'
function rule(
  keyword: string,
  form: ValueForm,
  handling: string,
  first: Draft = 'draft-04',
  last = newest,
): KeywordRule {
  return { keyword, form, handling, first, last }
}

const identity = 'names a schema for references'
const note = 'annotation: no part in a verdict'

export const keywordRules: readonly KeywordRule[] = [
  rule('$schema', 'string', 'chooses the draft'),
  rule('id', 'string', identity, 'draft-04', 'draft-04'),
  rule('$id', 'string', identity, 'draft-06', 'draft-07'),
  rule('$id', 'identity', identity, '2019-09'),
  rule('$anchor', 'anchor', identity, '2019-09'),
  rule('$dynamicAnchor', 'anchor', identity, '2020-12'),
  rule('$recursiveAnchor', 'boolean', identity, '2019-09', '2019-09'),
  rule(
    '$ref',
    'string',
    'the schema it names; hides its neighbours up to draft-07; recursion by coinduction',
  ),
  rule('$dynamicRef', 'string', 'resolved in the dynamic scope it is met in', '2020-12'),
  rule('$recursiveRef', 'string', 'resolved in the dynamic scope it is met in', '2019-09', '2019-09'),
  rule('$defs', 'schemaMap', 'holds schemas for references', '2019-09'),
  rule('definitions', 'schemaMap', 'holds schemas for references'),
  rule('$recursiveAnchor', 'anchor', note, '2020-12'),
  rule('$recursiveRef', 'string', note, '2020-12'),
  rule('$vocabulary', 'switches', note, '2019-09'),
  rule('$comment', 'string', note, 'draft-07'),
  rule('type', 'typeNames', 'set of types; an integer is a multiple of 1'),
  rule('enum', 'values', 'finite set; numbers by value', '2019-09'),
  rule('enum', 'values', 'finite set; numbers by value', 'draft-07', 'draft-07'),
  rule('enum', 'someValues', 'finite set; numbers by value', 'draft-04', 'draft-06'),
  rule('const', 'any', 'finite set; numbers by value', 'draft-06'),
  rule('multipleOf', 'positiveNumber', 'exact fractions'),
  rule('maximum', 'number', 'exact fractions'),
  rule('minimum', 'number', 'exact fractions'),
  rule('exclusiveMaximum', 'booleanWithMaximum', 'exact fractions', 'draft-04', 'draft-04'),
  rule('exclusiveMinimum', 'booleanWithMinimum', 'exact fractions', 'draft-04', 'draft-04'),
  rule('exclusiveMaximum', 'number', 'exact fractions', 'draft-06'),
  rule('exclusiveMinimum', 'number', 'exact fractions', 'draft-06'),
  rule('maxLength', 'count', 'length in code points, with the patterns in one automaton'),
  rule('minLength', 'count', 'length in code points, with the patterns in one automaton'),
  rule(
    'pattern',
    'string',
    'regular language (ECMA-262, flag u); look-around and back-references are unknown',
  ),
  rule('items', 'schemaOrSchemas', 'positions and the rest', 'draft-04', '2019-09'),
  rule('items', 'schema', 'positions and the rest', '2020-12'),
  rule('prefixItems', 'schemas', 'positions and the rest', '2020-12'),
  rule('additionalItems', 'schemaOrBoolean', 'positions and the rest', 'draft-04', 'draft-04'),
  rule('additionalItems', 'schema', 'positions and the rest', 'draft-06', '2019-09'),
  rule('unevaluatedItems', 'schema', 'case split over the applicators that evaluate', '2019-09'),
  rule('contains', 'schema', 'counted per position', 'draft-06'),
  rule('minContains', 'count', 'counted per position', '2019-09'),
  rule('maxContains', 'count', 'counted per position', '2019-09'),
  rule('maxItems', 'count', 'bounds of the length'),
  rule('minItems', 'count', 'bounds of the length'),
  rule('uniqueItems', 'boolean', 'distinct values by matching; its negation by an equal pair'),
  rule('properties', 'schemaMap', 'value at a name'),
  rule('patternProperties', 'schemaMap', 'value at every name of a regular language'),
  rule(
    'additionalProperties',
    'schemaOrBoolean',
    'value at every name outside a regular language',
    'draft-04',
    'draft-04',
  ),
  rule('additionalProperties', 'schema', 'value at every name outside a regular language', 'draft-06'),
  rule('unevaluatedProperties', 'schema', 'case split over the applicators that evaluate', '2019-09'),
  rule('propertyNames', 'schema', 'no name outside a regular language', 'draft-06'),
  rule('required', 'someNames', 'a property at the name', 'draft-04', 'draft-04'),
  rule('required', 'names', 'a property at the name', 'draft-06'),
  rule('maxProperties', 'count', 'number of names, against how many a language has'),
  rule('minProperties', 'count', 'number of names, against how many a language has'),
  rule('dependencies', 'someDependencies', 'no such property, or the rest', 'draft-04', 'draft-04'),
  rule('dependencies', 'dependencies', 'no such property, or the rest', 'draft-06', 'draft-07'),
  rule('dependencies', 'dependencies', note, '2019-09'),
  rule('dependentRequired', 'nameLists', 'no such property, or the rest', '2019-09'),
  rule('dependentSchemas', 'schemaMap', 'no such property, or the rest', '2019-09'),
  rule('allOf', 'schemas', 'and'),
  rule('anyOf', 'schemas', 'or'),
  rule('oneOf', 'schemas', 'one and none of the others'),
  rule('not', 'schema', 'complement'),
  rule('if', 'schema', 'if and then, or not if and else', 'draft-07'),
  rule('then', 'schema', 'if and then, or not if and else', 'draft-07'),
  rule('else', 'schema', 'if and then, or not if and else', 'draft-07'),
  rule('format', 'string', note),
  rule('contentEncoding', 'string', note, 'draft-07'),
  rule('contentMediaType', 'string', note, 'draft-07'),
  rule('contentSchema', 'schema', note, '2019-09'),
  rule('title', 'string', note),
  rule('description', 'string', note),
  rule('default', 'any', note),
  rule('examples', 'array', note, 'draft-06'),
  rule('deprecated', 'boolean', note, '2019-09'),
  rule('readOnly', 'boolean', note, 'draft-07'),
  rule('writeOnly', 'boolean', note, 'draft-07'),
]

const byDraft = new Map<Draft, ReadonlyMap<string, KeywordRule>>(
  drafts.map((draft, index) => [
    draft,
    new Map(
      keywordRules
        .filter(({ first, last }) => drafts.indexOf(first) <= index && index <= drafts.indexOf(last))
        .map((each) => [each.keyword, each]),
    ),
  ]),
)

/** The keywords a draft knows; every other is an annotation. */
export function keywordsOf(draft: Draft): ReadonlyMap<string, KeywordRule> {
  return byDraft.get(draft) ?? new Map<string, KeywordRule>()
}
