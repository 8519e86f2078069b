import type { Json, JsonObject } from '@/lib/domain/json/json'
import type { Draft } from '../schema/drafts'
import { isEqual, isWholeMultiple } from './equal'
import { patternMatches } from './pattern'
import { Unchecked } from './places'

/** The first keyword, of those that look at the value as a whole, that refuses it. */
export function checkAssertions(schema: JsonObject, value: Json, draft: Draft): string | undefined {
  if (schema['type'] !== undefined && ![schema['type']].flat().some((type) => isOfType(value, type)))
    return 'type'
  const { enum: values } = schema
  if (Array.isArray(values) && !values.some((each) => isEqual(each, value))) return 'enum'
  if (draft !== 'draft-04' && Object.hasOwn(schema, 'const') && !isEqual(schema['const'] as Json, value))
    return 'const'
  if (typeof value === 'number') return checkNumber(schema, value)
  if (typeof value === 'string') return checkString(schema, value)
  if (Array.isArray(value)) return checkArray(schema, value)
  return typeof value === 'object' && value !== null ? checkObject(schema, value) : undefined
}

function isOfType(value: Json, type: Json): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value)
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    default:
      return typeof value === type
  }
}

function checkNumber(schema: JsonObject, value: number): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
  if (typeof minimum === 'number' && (value < minimum || (exclusiveMinimum === true && value === minimum)))
    return 'minimum'
  if (typeof maximum === 'number' && (value > maximum || (exclusiveMaximum === true && value === maximum)))
    return 'maximum'
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum) return 'exclusiveMinimum'
  if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum) return 'exclusiveMaximum'
  if (typeof multipleOf === 'number' && !isWholeMultiple(value, multipleOf)) return 'multipleOf'
  return undefined
}

function checkString(schema: JsonObject, value: string): string | undefined {
  const { minLength, maxLength, pattern } = schema
  const length = Array.from(value).length
  if (typeof minLength === 'number' && length < minLength) return 'minLength'
  if (typeof maxLength === 'number' && length > maxLength) return 'maxLength'
  if (typeof pattern !== 'string') return undefined
  const matches = patternMatches(pattern, value)
  if (matches === undefined) throw new Unchecked(`the pattern ${pattern} could not be checked`)
  return matches ? undefined : 'pattern'
}

function checkArray(schema: JsonObject, value: Json[]): string | undefined {
  const { minItems, maxItems, uniqueItems } = schema
  if (typeof minItems === 'number' && value.length < minItems) return 'minItems'
  if (typeof maxItems === 'number' && value.length > maxItems) return 'maxItems'
  const hasTwins = (): boolean =>
    value.some((item, index) => value.slice(0, index).some((other) => isEqual(other, item)))
  return uniqueItems === true && hasTwins() ? 'uniqueItems' : undefined
}

function checkObject(schema: JsonObject, value: JsonObject): string | undefined {
  const { minProperties, maxProperties, required } = schema
  const count = Object.keys(value).length
  if (typeof minProperties === 'number' && count < minProperties) return 'minProperties'
  if (typeof maxProperties === 'number' && count > maxProperties) return 'maxProperties'
  if (Array.isArray(required) && !required.every((name) => Object.hasOwn(value, String(name))))
    return 'required'
  return undefined
}
