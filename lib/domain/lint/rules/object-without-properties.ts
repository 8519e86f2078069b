import { hasAny, typesOf } from '../property-facts'
import type { Rule } from '../rule'

export const objectWithoutProperties: Rule = {
  id: 'object-without-properties',
  severity: 'warning',
  title: 'An object names its properties',
  explanation:
    'An object without properties accepts anything, so no version of it ever breaks on paper, and every one may break in practice.',
  bad: '{"address": {"type": "object"}}',
  good: '{"address": {"type": "object", "properties": {"city": {"type": "string"}}}}',
  checkNode({ schema, path, key, parent }) {
    if (typeof schema === 'boolean' || !typesOf(schema).includes('object')) return []
    const says = [
      'properties',
      'patternProperties',
      '$ref',
      '$dynamicRef',
      'allOf',
      'anyOf',
      'oneOf',
      'if',
      'enum',
      'const',
    ]
    if (hasAny(schema, ...says, 'propertyNames', 'dependentSchemas')) return []
    if (typeof schema['additionalProperties'] === 'object' || schema['maxProperties'] === 0) return []
    const what = key === null || parent === null ? 'This object' : `The object "${key}"`
    return [
      {
        path,
        message: `${what} names no properties and so accepts any. List them under "properties", or describe the values under "additionalProperties".`,
      },
    ]
  },
}
