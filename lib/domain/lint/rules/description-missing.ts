import { own } from '../../json/json'
import { propertyAt } from '../property-facts'
import type { Rule } from '../rule'

export const descriptionMissing: Rule = {
  id: 'description-missing',
  severity: 'warning',
  title: 'The schema and every property are described',
  explanation:
    'A consumer who has to ask what `status` means, in which unit or since when, cannot use the event without its producer. One sentence is enough.',
  bad: '{"amount": {"type": "string"}}',
  good: '{"amount": {"type": "string", "description": "Gross, in the currency of the order."}}',
  checkNode(node, { description }) {
    if (typeof node.schema === 'boolean') return []
    const property = propertyAt(node)
    if (node.parent !== null && !property) return []
    if (node.parent === null && hasText(description)) return []
    if (hasText(own(node.schema, 'description'))) return []
    // Beside a reference the description stands at its target.
    if (typeof own(node.schema, '$ref') === 'string') return []
    const what = property ? `"${property.name}"` : 'The schema'
    return [{ path: node.path, message: `${what} has no description. Say in a sentence what it holds.` }]
  },
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
