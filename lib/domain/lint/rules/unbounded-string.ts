import { hasAny, typesOf } from '../property-facts'
import type { Rule } from '../rule'

export const unboundedString: Rule = {
  id: 'unbounded-string',
  severity: 'hint',
  title: 'A string has a longest length',
  explanation:
    'Consumers store what they receive in columns of some width. Without `maxLength` (or `enum`, `format`, `pattern`) the first long value fails in production, not in review.',
  bad: '{"type": "string"}',
  good: '{"type": "string", "maxLength": 200}',
  checkNode({ schema, path, key }) {
    if (typeof schema === 'boolean' || !typesOf(schema).includes('string')) return []
    if (hasAny(schema, 'maxLength', 'enum', 'const', 'format', 'pattern', '$ref')) return []
    return [
      {
        path,
        message: `${key === null ? 'This string' : `"${key}"`} may be of any length. Give it a "maxLength".`,
      },
    ]
  },
}
