import { isObject, own } from '../../json/json'
import { appendPointer } from '../../json/pointer'
import type { Complaint, Rule } from '../rule'

export const nameCaseCollision: Rule = {
  id: 'name-case-collision',
  severity: 'warning',
  title: 'No two names differ only in case',
  explanation:
    'Languages and databases that ignore case, and people, take `orderId` and `OrderID` for one. It holds for event types and for properties that stand side by side.',
  bad: '{"orderId": …, "OrderID": …}',
  good: '{"order_id": …, "parent_order_id": …}',
  checkEvent({ name, catalogNames = [] }) {
    if (name === undefined) return []
    const other = catalogNames.find((one) => one !== name && one.toLowerCase() === name.toLowerCase())
    if (other === undefined) return []
    return [
      {
        path: '',
        message: `"${name}" differs only in case from the event type "${other}". Choose another name.`,
      },
    ]
  },
  checkNode({ schema, path }) {
    const properties = typeof schema === 'object' ? own(schema, 'properties') : undefined
    if (!isObject(properties)) return []
    const firstSpellings = new Map<string, string>()
    const complaints: Complaint[] = []
    for (const name of Object.keys(properties)) {
      const first = firstSpellings.get(name.toLowerCase())
      if (first === undefined) firstSpellings.set(name.toLowerCase(), name)
      else {
        complaints.push({
          path: appendPointer(path, 'properties', name),
          message: `"${name}" differs only in case from its sibling "${first}". Rename or remove one of them.`,
        })
      }
    }
    return complaints
  },
}
