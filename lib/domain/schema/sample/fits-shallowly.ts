import { isObject, type Json } from '@/lib/domain/json/json'
import { requiredNames, valuesOf, type MergedNode } from '../merged-node'
import { enumeratedOf, typesOf } from '../type-words'
import { hasMatch } from './sample-pattern'

/**
 * Whether a value an author gave (an example, a default) can be taken at a place: its type, enumeration, bounds,
 * length, pattern and required fields. What is inside it is trusted; authors' examples are checked when they publish.
 * Made once a place: an enumeration may hold thousands of values, and each is asked about.
 */
export function fitsShallowly(node: MergedNode): (value: Json) => boolean {
  if (node.impossible) return () => false
  const types = typesOf(node)
  const required = [...requiredNames(node)]
  const enumerated = enumeratedOf(node)
  const texts = enumerated && new Set(enumerated.map((value) => JSON.stringify(value)))
  return (value) => {
    if (types !== undefined && !types.some((type) => isOfType(value, type))) return false
    if (texts !== undefined && !texts.has(JSON.stringify(value))) return false
    if (typeof value === 'number') return fitsNumber(node, value)
    if (typeof value === 'string') return fitsString(node, value)
    if (isObject(value)) return required.every((name) => Object.hasOwn(value, name))
    if (Array.isArray(value)) return within(node, 'minItems', 'maxItems', value.length)
    return true
  }
}

function isOfType(value: Json, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

function fitsNumber(node: MergedNode, value: number): boolean {
  return node.parts.every(({ schema }) => {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
    if (typeof minimum === 'number' && (exclusiveMinimum === true ? value <= minimum : value < minimum))
      return false
    if (typeof maximum === 'number' && (exclusiveMaximum === true ? value >= maximum : value > maximum))
      return false
    if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum) return false
    if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum) return false
    if (typeof multipleOf !== 'number') return true
    const times = value / multipleOf
    return Math.abs(times - Math.round(times)) < 1e-9
  })
}

function fitsString(node: MergedNode, value: string): boolean {
  if (!within(node, 'minLength', 'maxLength', [...value].length)) return false
  return valuesOf(node, 'pattern').every(
    (pattern) => typeof pattern !== 'string' || hasMatch(pattern, value) !== false,
  )
}

function within(node: MergedNode, least: string, most: string, count: number): boolean {
  return (
    valuesOf(node, least).every((bound) => typeof bound !== 'number' || count >= bound) &&
    valuesOf(node, most).every((bound) => typeof bound !== 'number' || count <= bound)
  )
}
