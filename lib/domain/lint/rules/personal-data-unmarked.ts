import { appendPointer } from '../../json/pointer'
import { propertyAt, spelling, typesOf } from '../property-facts'
import type { Rule } from '../rule'

const personal =
  /(?:^|-)(?:e-?mail(?:-address)?|(?:tele)?phone(?:-number|-no)?|mobile(?:-number|-phone)?|fax(?:-number)?|first-?name|last-?name|sur-?name|given-?name|family-?name|full-?name|middle-?name|maiden-?name|birth-?(?:date|day|place)|date-of-birth|dob|ssn|social-security-number|national-id|passport(?:-number|-no)?|driv(?:er|ing)s?-licen[cs]e(?:-number)?|tax-(?:id|number)|iban|card-number|pan|cvv|cvc|street(?:-?address|-name|-line)?|(?:postal|home|billing|shipping|delivery|mailing|residential)-address|address(?:-line(?:-\d+)?)?|ip(?:-?address)?|gender|religion|ethnicity|nationality|marital-status|health-status|password|(?:customer|recipient|holder|cardholder|patient|employee|contact|passenger|guest|beneficiary)-name)$/

/** Addresses nobody lives at. */
const technical = /(?:^|-)(?:memory|contract|server|queue|return|bus|base|web|host)-address$/

export const personalDataUnmarked: Rule = {
  id: 'personal-data-unmarked',
  severity: 'warning',
  title: 'Personal data is marked with x-sensitive',
  explanation:
    'Screens mask, and erasure finds, what carries the mark `"x-sensitive": true` on the property or on an object around it. What is not marked is shown to everybody who may read the event.',
  bad: '{"email": {"type": "string"}}',
  good: '{"email": {"type": "string", "x-sensitive": true}}',
  checkNode(node) {
    const property = propertyAt(node)
    if (!property || node.isSensitive || Object.hasOwn(property.schema, 'x-sensitive')) return []
    const word = spelling(property.name)
    if (!personal.test(word) || technical.test(word)) return []
    const types = typesOf(property.schema)
    if (types.length > 0 && types.every((type) => type === 'boolean' || type === 'null')) return []
    return [
      {
        path: node.path,
        message: `"${property.name}" is likely personal data and not marked. Add "x-sensitive": true, or false if it is nobody's.`,
        fix: {
          title: 'Mark as sensitive',
          patch: [{ op: 'add', path: appendPointer(node.path, 'x-sensitive'), value: true }],
        },
      },
    ]
  },
}
