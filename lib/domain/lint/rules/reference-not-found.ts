import { own } from '../../json/json'
import { appendPointer, valueAt } from '../../json/pointer'
import { localPointer } from '../property-facts'
import type { Rule } from '../rule'

export const referenceNotFound: Rule = {
  id: 'reference-not-found',
  severity: 'error',
  title: 'A reference leads somewhere',
  explanation: 'A `$ref` to nothing makes the whole schema unusable: validators refuse to compile it.',
  bad: '{"$ref": "#/$defs/adress"}',
  good: '{"$ref": "#/$defs/address"}',
  // Left out on purpose: anchors, and pointers below a nested $id, which start at another root.
  checkNode(node, { schema: root }) {
    const { schema, path } = node
    const reference = typeof schema === 'object' ? own(schema, '$ref') : undefined
    const pointer = typeof reference === 'string' ? localPointer(reference) : null
    if (pointer === null || root === undefined) return []
    for (let at = node; at.parent; at = at.parent) {
      if (
        typeof at.schema === 'object' &&
        (Object.hasOwn(at.schema, '$id') || Object.hasOwn(at.schema, 'id'))
      )
        return []
    }
    if (valueAt(root, pointer) !== undefined) return []
    return [
      {
        path: appendPointer(path, '$ref'),
        message: `Nothing stands at "#${pointer}" in this schema. Correct the reference, or add the definition.`,
      },
    ]
  },
}
