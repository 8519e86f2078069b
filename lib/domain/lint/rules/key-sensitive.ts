import { appendPointer } from '../../json/pointer'
import { propertyAt } from '../property-facts'
import type { Rule } from '../rule'

export const keySensitive: Rule = {
  id: 'key-sensitive',
  severity: 'warning',
  title: 'A key is not sensitive',
  explanation:
    'Events are found by what `x-key` marks, and by it a page has its address. What `x-sensitive` marks, on the property or on an object around it, is never used so: the mark as a key would do nothing. Identify by something that is no personal data.',
  bad: '{"email": {"type": "string", "x-key": true, "x-sensitive": true}}',
  good: '{"customer_id": {"type": "string", "x-key": true}}',
  checkNode(node) {
    const property = propertyAt(node)
    if (!property || !node.isSensitive) return []
    const { schema } = property
    if (!Object.hasOwn(schema, 'x-key') || schema['x-key'] === false) return []
    return [
      {
        path: appendPointer(node.path, 'x-key'),
        message: `"${property.name}" is marked as a key and is sensitive, so events cannot be found by it. Take one of the marks away.`,
        fix: {
          title: 'Take the mark as a key away',
          patch: [{ op: 'remove', path: appendPointer(node.path, 'x-key') }],
        },
      },
    ]
  },
}
