import type { Json, JsonObject } from '@/lib/domain/json/json'
import type { Draft } from '../schema/drafts'
import { hasTwins, isEqual, isWholeMultiple } from './equal'
import { patternMatches } from './pattern'
import { Unchecked } from './places'

/** Told of the work, in steps of about a microsecond; throws when there has been too much. */
export type Spend = (steps: number) => void

/** The first keyword, of those that look at the value as a whole, that refuses it. */
export function checkAssertions(
  schema: JsonObject,
  value: Json,
  draft: Draft,
  spend: Spend,
): string | undefined {
  if (schema['type'] !== undefined && ![schema['type']].flat().some((type) => isOfType(value, type)))
    return 'type'
  const { enum: values } = schema
  if (Array.isArray(values)) {
    spend(values.length >> 3)
    if (!values.some((each) => isEqual(each, value))) return 'enum'
  }
  if (draft !== 'draft-04' && Object.hasOwn(schema, 'const') && !isEqual(schema['const'] as Json, value))
    return 'const'
  if (typeof value === 'number') return checkNumber(schema, value)
  if (typeof value === 'string') return checkString(schema, value, spend)
  if (Array.isArray(value)) return checkArray(schema, value, spend)
  return typeof value === 'object' && value !== null ? checkObject(schema, value, spend) : undefined
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

function checkString(schema: JsonObject, value: string, spend: Spend): string | undefined {
  const { minLength, maxLength, pattern } = schema
  spend(value.length >> 7)
  const length = Array.from(value).length
  if (typeof minLength === 'number' && length < minLength) return 'minLength'
  if (typeof maxLength === 'number' && length > maxLength) return 'maxLength'
  if (typeof pattern !== 'string') return undefined
  const matches = patternMatches(pattern, value, spend)
  if (matches === undefined) throw new Unchecked(`the pattern ${pattern} could not be checked`)
  return matches ? undefined : 'pattern'
}

function checkArray(schema: JsonObject, value: Json[], spend: Spend): string | undefined {
  const { minItems, maxItems, uniqueItems } = schema
  if (typeof minItems === 'number' && value.length < minItems) return 'minItems'
  if (typeof maxItems === 'number' && value.length > maxItems) return 'maxItems'
  if (uniqueItems !== true) return undefined
  spend(value.length)
  return hasTwins(value) ? 'uniqueItems' : undefined
}

function checkObject(schema: JsonObject, value: JsonObject, spend: Spend): string | undefined {
  const { minProperties, maxProperties, required } = schema
  const count = Object.keys(value).length
  spend((count + (Array.isArray(required) ? required.length : 0)) >> 3)
  if (typeof minProperties === 'number' && count < minProperties) return 'minProperties'
  if (typeof maxProperties === 'number' && count > maxProperties) return 'maxProperties'
  if (Array.isArray(required) && !required.every((name) => Object.hasOwn(value, String(name))))
    return 'required'
  return undefined
}
