import { isObject, type Json } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'
import { canonical } from '../algebra/canonical'
import { isAtLeast, type Draft } from './drafts'
import { keywordsOf, type ValueForm } from './keywords'
import { subschemas } from './subschemas'

const typeNames = new Set<Json>(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'])

/**
 * The place of the first value that the draft's metaschema refuses, or undefined for a valid schema. It says what the
 * metaschemas say, without carrying them; formats (uri, regex) are annotations there too.
 */
export function malformedAt(root: Json, draft: Draft): string | undefined {
  const open = [{ schema: root, pointer: '' }]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { schema, pointer } = at
    if (!isObject(schema)) {
      // Draft-04 has booleans only where the keyword allows them, which `schemaOrBoolean` has said already.
      const allowed = isAtLeast(draft, 'draft-06') || /\/additional(Items|Properties)$/.test(pointer)
      if (typeof schema === 'boolean' && allowed) continue
      return pointer
    }
    const rules = keywordsOf(draft)
    for (const [keyword, value] of Object.entries(schema)) {
      const rule = rules.get(keyword)
      if (rule !== undefined && !fits(value, rule.form, schema)) return appendPointer(pointer, keyword)
    }
    open.push(...subschemas(schema, pointer, draft))
  }
  return undefined
}

function fits(value: Json, form: ValueForm, schema: { [key: string]: Json }): boolean {
  switch (form) {
    case 'any':
      return true
    case 'array':
      return Array.isArray(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'booleanWithMinimum':
      return typeof value === 'boolean' && Object.hasOwn(schema, 'minimum')
    case 'booleanWithMaximum':
      return typeof value === 'boolean' && Object.hasOwn(schema, 'maximum')
    case 'string':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number'
    case 'positiveNumber':
      return typeof value === 'number' && value > 0
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0
    case 'names':
      return isNames(value)
    case 'someNames':
      return isNames(value) && value.length > 0
    case 'typeNames':
      return (
        typeNames.has(value) ||
        (isDistinct(value) && value.length > 0 && value.every((each) => typeNames.has(each)))
      )
    case 'values':
      return Array.isArray(value)
    case 'someValues':
      return isDistinct(value) && value.length > 0
    case 'schema':
    case 'schemaOrBoolean':
      return isObject(value) || typeof value === 'boolean'
    case 'schemas':
      return Array.isArray(value) && value.length > 0
    case 'schemaOrSchemas':
      return isObject(value) || typeof value === 'boolean' || (Array.isArray(value) && value.length > 0)
    case 'schemaMap':
      return isObject(value)
    case 'dependencies':
    case 'someDependencies':
      return isObject(value) && Object.values(value).every((each) => isDependency(each, form))
    case 'identity':
      return typeof value === 'string' && /^[^#]*#?$/.test(value)
    case 'anchor':
      // The colon is for 2019-09 only; no reader minds it later.
      return typeof value === 'string' && /^[A-Za-z_][-A-Za-z0-9._:]*$/.test(value)
    case 'switches':
      return isObject(value) && Object.values(value).every((each) => typeof each === 'boolean')
    case 'nameLists':
      return isObject(value) && Object.values(value).every(isNames)
  }
}

function isDependency(value: Json, form: ValueForm): boolean {
  if (!Array.isArray(value)) return true
  return isNames(value) && (form === 'dependencies' || value.length > 0)
}

function isDistinct(value: Json): value is Json[] {
  return Array.isArray(value) && new Set(value.map(canonical)).size === value.length
}

function isNames(value: Json): value is string[] {
  return isDistinct(value) && value.every((each) => typeof each === 'string')
}
