import { isObject, own, type Json, type JsonObject } from '../../json/json'
import { appendPointer } from '../../json/pointer'
import { hasAny, typesOf } from '../property-facts'
import type { Complaint, Rule } from '../rule'
import type { SchemaNode } from '../walk-schema'

const bounds = [
  ['minLength', 'maxLength', 'string'],
  ['minItems', 'maxItems', 'array'],
  ['minProperties', 'maxProperties', 'object'],
  ['minimum', 'maximum', 'number'],
] as const

export const unsatisfiable: Rule = {
  id: 'unsatisfiable',
  severity: 'error',
  title: 'Some value satisfies the schema',
  explanation:
    'A schema that nothing satisfies rejects every event. Found are the plain contradictions: crossed bounds, a required property that may not be there, a constant of another type.',
  bad: '{"type": "string", "minLength": 10, "maxLength": 5}',
  good: '{"type": "string", "minLength": 5, "maxLength": 10}',
  checkNode(node) {
    if (isNegated(node)) return []
    const { schema, path } = node
    if (schema === false && node.parent === null) {
      return [
        {
          path,
          message:
            'The schema is false, so no event can be valid. Replace it by one that describes the data.',
        },
      ]
    }
    if (typeof schema === 'boolean') return []
    return [
      ...crossedBounds(schema, path),
      ...impossibleValues(schema, path),
      ...impossibleRequired(schema, path),
      ...impossibleBranches(schema, path),
    ]
  },
}

/** What stands under `not`, or decides an `if`, may well match nothing. */
function isNegated(node: SchemaNode): boolean {
  return node.keyword === 'not' || node.keyword === 'if'
}

function crossedBounds(schema: JsonObject, path: string): Complaint[] {
  const types = typesOf(schema)
  return bounds.flatMap(([low, high, type]) => {
    const concerns =
      types.length === 0 || types.includes(type) || (type === 'number' && types.includes('integer'))
    const least = boundOf(schema, low, 'exclusiveMinimum', (one, other) => one > other)
    const most = boundOf(schema, high, 'exclusiveMaximum', (one, other) => one < other)
    if (!concerns || !least || !most || least.value < most.value) return []
    if (least.value === most.value && !least.isOpen && !most.isOpen) return []
    return [
      {
        path: appendPointer(path, least.keyword),
        message: `"${least.keyword}" ${String(least.value)} and "${most.keyword}" ${String(most.value)} leave no ${type} that is valid. Swap or correct them.`,
      },
    ]
  })
}

interface Bound {
  keyword: string
  value: number
  isOpen: boolean
}

/** The tighter of a bound and, for numbers, its exclusive form: a number since draft-06, a boolean in draft-04. */
function boundOf(
  schema: JsonObject,
  keyword: string,
  exclusive: string,
  isTighter: (one: number, other: number) => boolean,
): Bound | null {
  const isNumeric = keyword === 'minimum' || keyword === 'maximum'
  const value = own(schema, keyword)
  const open = isNumeric ? own(schema, exclusive) : undefined
  const closedBound = typeof value === 'number' ? { keyword, value, isOpen: open === true } : null
  if (typeof open !== 'number' || (closedBound && isTighter(closedBound.value, open))) return closedBound
  return { keyword: exclusive, value: open, isOpen: true }
}

function impossibleValues(schema: JsonObject, path: string): Complaint[] {
  const types = typesOf(schema)
  if (types.length === 0) return []
  const fits = (value: Json) => types.some((type) => isOfType(value, type))
  const constant = own(schema, 'const')
  if (constant !== undefined && !fits(constant)) {
    return [
      {
        path: appendPointer(path, 'const'),
        message: `The constant is no ${types.join(' or ')}, so no value is valid. Correct "const" or "type".`,
      },
    ]
  }
  const values = own(schema, 'enum')
  if (Array.isArray(values) && values.length > 0 && !values.some(fits)) {
    return [
      {
        path: appendPointer(path, 'enum'),
        message: `No value of the enum is of type ${types.join(' or ')}, so none is valid. Correct "enum" or "type".`,
      },
    ]
  }
  return []
}

function isOfType(value: Json, type: string): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'null') return value === null
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value)
  return typeof value === type
}

function impossibleRequired(schema: JsonObject, path: string): Complaint[] {
  const required = own(schema, 'required')
  const types = typesOf(schema)
  if (!Array.isArray(required) || (types.length > 0 && !types.includes('object'))) return []
  const properties = own(schema, 'properties')
  const isClosed = own(schema, 'additionalProperties') === false && !hasAny(schema, 'patternProperties')
  const complaints = required.flatMap((name, index): Complaint[] => {
    if (typeof name !== 'string') return []
    const declared = isObject(properties) ? own(properties, name) : undefined
    if (declared !== false && (declared !== undefined || !isClosed)) return []
    const why =
      declared === false
        ? 'its schema is false'
        : 'additional properties are forbidden and it is not declared'
    return [
      {
        path: appendPointer(path, 'required', index),
        message: `"${name}" is required, but ${why}, so no object is valid. Declare it, or stop requiring it.`,
      },
    ]
  })
  const most = own(schema, 'maxProperties')
  if (typeof most === 'number' && new Set(required).size > most) {
    complaints.push({
      path: appendPointer(path, 'maxProperties'),
      message: `${String(required.length)} properties are required and at most ${String(most)} allowed, so no object is valid. Raise "maxProperties".`,
    })
  }
  return complaints
}

function impossibleBranches(schema: JsonObject, path: string): Complaint[] {
  const complaints: Complaint[] = []
  const not = own(schema, 'not')
  if (not === true || (isObject(not) && Object.keys(not).length === 0)) {
    complaints.push({
      path: appendPointer(path, 'not'),
      message: 'Everything is excluded by "not", so no value is valid. Exclude something narrower.',
    })
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = own(schema, keyword)
    if (Array.isArray(branches) && branches.length > 0 && branches.every((branch) => branch === false)) {
      complaints.push({
        path: appendPointer(path, keyword),
        message: `Every branch of "${keyword}" is false, so no value is valid. Add one that can match.`,
      })
    }
  }
  const all = own(schema, 'allOf')
  let types = typesOf(schema)
  for (const branch of Array.isArray(all) ? all : []) {
    const isEmpty = branch === false || (isObject(branch) && !overlap(types, typesOf(branch)))
    if (isEmpty) {
      complaints.push({
        path: appendPointer(path, 'allOf'),
        message:
          'The branches of "allOf" exclude one another, so no value is valid. Give them one type in common.',
      })
      break
    }
    if (isObject(branch) && types.length === 0) types = typesOf(branch)
  }
  return complaints
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  if (some.length === 0 || others.length === 0) return true
  const widened = (types: readonly string[]) => types.map((type) => (type === 'integer' ? 'number' : type))
  return widened(some).some((type) => widened(others).includes(type))
}
