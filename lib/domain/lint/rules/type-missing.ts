import { hasAny, isValuePlace } from '../property-facts'
import type { Rule } from '../rule'

const says = [
  'type',
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
  'enum',
  'const',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'extends',
] as const

export const typeMissing: Rule = {
  id: 'type-missing',
  severity: 'warning',
  title: 'Every value has a type',
  explanation:
    'Without `type` a keyword like `maxLength` only speaks about strings and lets every number and object pass; generated code ends in `any`.',
  bad: '{"amount": {"maxLength": 20}}',
  good: '{"amount": {"type": "string", "maxLength": 20}}',
  checkNode({ schema, path, ...node }) {
    const isRoot = node.parent === null
    if (!isRoot && !isValuePlace({ schema, path, ...node })) return []
    if (schema === true && node.keyword === 'properties') {
      return [{ path, message: `${named(node.key)} accepts any value. Give it a schema with a type.` }]
    }
    if (typeof schema === 'boolean' || hasAny(schema, ...says)) return []
    const type = typeBySiblings(Object.keys(schema))
    return [
      {
        path,
        message: `${isRoot ? 'The schema' : named(node.key)} has no type, so values of every type pass. Add "type".`,
        ...(type && {
          fix: {
            title: `Add type ${type}`,
            patch: [{ op: 'add' as const, path: `${path}/type`, value: type }],
          },
        }),
      },
    ]
  },
}

function named(key: string | null): string {
  return key === null ? 'This value' : `"${key}"`
}

/** The type the other keywords speak about, where they agree on one. */
function typeBySiblings(keywords: readonly string[]): string | null {
  const object = keywords.some((keyword) =>
    /^(?:properties|required|patternProperties|additionalProperties|(?:min|max)Properties)$/.test(keyword),
  )
  const array = keywords.some((keyword) =>
    /^(?:items|prefixItems|(?:min|max)Items|uniqueItems|contains)$/.test(keyword),
  )
  const string = keywords.some((keyword) => /^(?:(?:min|max)Length|pattern)$/.test(keyword))
  const found = [object && 'object', array && 'array', string && 'string'].filter((type) => type !== false)
  return found.length === 1 ? (found[0] ?? null) : null
}
