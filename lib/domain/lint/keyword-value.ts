import { isObject, type Json } from '../json/json'
import type { Draft, ValueKind } from './draft-keywords'
import { patternSyntaxError } from './pattern-syntax'

const simpleTypes = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']

/** What a keyword's value should have been, as the end of "… must be", or null where it is well formed. */
export function wrongValue(kind: ValueKind, value: Json, draft: Draft): string | null {
  return checks[kind](value, draft)
}

function unless(isRight: boolean, wanted: string): string | null {
  return isRight ? null : wanted
}

function isSchemaIn(value: Json, draft: Draft): boolean {
  return isObject(value) || (typeof value === 'boolean' && draft !== 4)
}

function areDistinctStrings(value: Json): boolean {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'string') &&
    new Set(value).size === value.length
  )
}

function everyMember(value: Json, test: (member: Json) => boolean): boolean {
  return isObject(value) && Object.keys(value).every((key) => test(value[key] ?? null))
}

function schemas(value: Json, draft: Draft): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => isSchemaIn(one, draft))
}

const checks: Record<ValueKind, (value: Json, draft: Draft) => string | null> = {
  schema: (value, draft) =>
    unless(isSchemaIn(value, draft), draft === 4 ? 'an object' : 'a schema: an object or a boolean'),
  schemas: (value, draft) => unless(schemas(value, draft), 'a list of at least one schema'),
  'schema-or-schemas': (value, draft) =>
    unless(isSchemaIn(value, draft) || schemas(value, draft), 'a schema, or a list of schemas'),
  'schema-map': (value, draft) =>
    unless(
      everyMember(value, (one) => isSchemaIn(one, draft)),
      'an object whose values are schemas',
    ),
  'pattern-map': (value, draft) => patternMap(value, draft),
  'schema-or-strings-map': (value, draft) =>
    unless(
      everyMember(value, (one) => isSchemaIn(one, draft) || areDistinctStrings(one)),
      'an object of schemas or lists of names',
    ),
  'strings-map': (value) =>
    unless(everyMember(value, areDistinctStrings), 'an object whose values are lists of names, each once'),
  type: (value) => unless(isType(value), `one of ${simpleTypes.join(', ')}, or a list of them, each once`),
  number: (value) => unless(typeof value === 'number', 'a number'),
  positive: (value) => unless(typeof value === 'number' && value > 0, 'a number above 0'),
  count: (value) =>
    unless(typeof value === 'number' && Number.isInteger(value) && value >= 0, 'a whole number of 0 or more'),
  string: (value) => unless(typeof value === 'string', 'a string'),
  pattern: (value) =>
    typeof value === 'string' ? patternSyntaxError(value) : 'a regular expression as a string',
  boolean: (value) => unless(typeof value === 'boolean', 'true or false'),
  strings: (value, draft) =>
    unless(
      areDistinctStrings(value) && !(draft === 4 && Array.isArray(value) && value.length === 0),
      'a list of property names, each once',
    ),
  array: (value) => unless(Array.isArray(value), 'a list'),
  enum: (value) => unless(Array.isArray(value) && value.length > 0, 'a list of at least one value'),
  object: (value) => unless(isObject(value), 'an object'),
  any: () => null,
}

function isType(value: Json): boolean {
  if (typeof value === 'string') return simpleTypes.includes(value)
  return areDistinctStrings(value) && Array.isArray(value) && value.length > 0 && value.every(isType)
}

function patternMap(value: Json, draft: Draft): string | null {
  if (!isObject(value)) return 'an object whose names are regular expressions'
  if (!everyMember(value, (one) => isSchemaIn(one, draft))) return 'an object whose values are schemas'
  for (const pattern of Object.keys(value)) {
    const wrong = patternSyntaxError(pattern)
    if (wrong !== null) return wrong
  }
  return null
}
