import { own, type JsonObject } from '../../json/json'
import { hasAny } from '../property-facts'
import type { Rule } from '../rule'

export const exampleMissing: Rule = {
  id: 'example-missing',
  severity: 'hint',
  title: 'The schema has an example',
  explanation:
    'One real example says more than ten constraints, feeds the sample event, and tests consumers.',
  bad: '{"type": "object", "properties": …}',
  good: '{"type": "object", "properties": …, "examples": [{"order_id": "o-17"}]}',
  checkNode({ schema, path, parent }, { examples = [] }) {
    if (examples.length > 0 || parent !== null || typeof schema === 'boolean' || isGiven(schema)) return []
    return [{ path, message: 'The schema has no example. Add a real event\'s data under "examples".' }]
  },
}

function isGiven(schema: JsonObject): boolean {
  const examples = own(schema, 'examples')
  return (Array.isArray(examples) && examples.length > 0) || hasAny(schema, 'example', 'const', 'default')
}
