import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'

/** What the table has no cells for, in words. */
const WORDS: Record<string, (value: Json) => string | undefined> = {
  oneOf: (value) => `exactly one of ${count(value, 'shape')}`,
  anyOf: (value) => `at least one of ${count(value, 'shape')}`,
  allOf: (value) => `all of ${count(value, 'shape')}`,
  not: () => 'must not be of a certain shape',
  if: () => 'a condition: if, then, else',
  prefixItems: (value) => `${count(value, 'element')} by position`,
  items: (value) => (Array.isArray(value) ? `${count(value, 'element')} by position` : undefined),
  contains: () => 'must contain a certain element',
  patternProperties: (value) => `${count(value, 'pattern')} of field names`,
  propertyNames: () => 'what field names look like',
  additionalProperties: (value) => (isObject(value) ? 'any other field' : undefined),
  unevaluatedProperties: (value) => (isObject(value) ? 'any other field' : undefined),
  unevaluatedItems: (value) => (isObject(value) ? 'any other element' : undefined),
  dependentRequired: (value) => `${count(value, 'field')} that need others`,
  dependentSchemas: (value) => `${count(value, 'field')} that bring more rules`,
  dependencies: (value) => `${count(value, 'field')} that need others`,
  $dynamicRef: () => 'a dynamic reference',
}

/** The keywords of a schema that only the text can edit, in the order they are written. */
export function textRows(schema: JsonObject): { keyword: string; words: string }[] {
  const rows = Object.keys(schema).flatMap((keyword) => {
    const words = Object.hasOwn(WORDS, keyword) ? WORDS[keyword]?.(schema[keyword] as Json) : undefined
    return words === undefined ? [] : [{ keyword, words }]
  })
  const undeclared = undeclaredNames(schema)
  if (undeclared.length === 0) return rows
  const words = `required, but not declared: ${undeclared.slice(0, 5).join(', ')}${undeclared.length > 5 ? ' …' : ''}`
  return [...rows, { keyword: 'required', words }]
}

function undeclaredNames(schema: JsonObject): string[] {
  const required = own(schema, 'required')
  const properties = own(schema, 'properties')
  if (!Array.isArray(required)) return []
  return required.filter(
    (name): name is string =>
      typeof name === 'string' && !(isObject(properties) && Object.hasOwn(properties, name)),
  )
}

function count(value: Json, noun: string): string {
  const many = Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : 0
  return `${many} ${noun}${many === 1 ? '' : 's'}`
}
