import { hasAny, typesOf } from '../property-facts'
import type { Rule } from '../rule'

export const unboundedArray: Rule = {
  id: 'unbounded-array',
  severity: 'hint',
  title: 'An array has a largest number of items',
  explanation:
    'An event that grows with its list meets the limits of brokers and of memory on the busiest day. `maxItems` says what consumers must be ready for.',
  bad: '{"type": "array", "items": …}',
  good: '{"type": "array", "items": …, "maxItems": 500}',
  checkNode({ schema, path, key }) {
    if (typeof schema === 'boolean' || !typesOf(schema).includes('array')) return []
    const isTuple =
      schema['items'] === false || (Array.isArray(schema['items']) && schema['additionalItems'] === false)
    if (isTuple || hasAny(schema, 'maxItems', 'enum', 'const', '$ref')) return []
    return [
      {
        path,
        message: `${key === null ? 'This array' : `"${key}"`} may hold any number of items. Give it a "maxItems".`,
      },
    ]
  },
}
