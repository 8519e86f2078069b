import { own } from '../../json/json'
import { propertyAt, spelling, typesOf } from '../property-facts'
import type { Rule } from '../rule'

const money =
  /(?:^|-)(?:amount|price|cost|costs|fee|fees|subtotal|balance|salary|wage|wages|tax|vat|discount|revenue|surcharge|fare|rent|premium|deposit|payout|refund|turnover|total-(?:due|paid|net|gross)|(?:order|grand|cart|basket|invoice)-total|credit-limit)$/

export const moneyAsNumber: Rule = {
  id: 'money-as-number',
  severity: 'warning',
  title: 'Money is no floating-point number',
  explanation:
    '0.1 + 0.2 is not 0.3 in most languages. A decimal as text keeps every digit; an integer of the smallest unit (cents) does too, if its name says so.',
  bad: '{"amount": {"type": "number"}}',
  good: '{"amount": {"type": "string", "pattern": "^-?[0-9]+(\\\\.[0-9]+)?$"}, "currency": …}',
  checkNode(node) {
    const property = propertyAt(node)
    if (!property || !typesOf(property.schema).includes('number') || !money.test(spelling(property.name)))
      return []
    // In whole steps of 1 it is an integer by another name.
    const step = own(property.schema, 'multipleOf')
    if (typeof step === 'number' && Number.isInteger(step)) return []
    return [
      {
        path: node.path,
        message: `"${property.name}" holds money as a floating-point number, which loses cents. Make it a decimal as text, or an integer of the smallest unit ("${property.name}_cents").`,
      },
    ]
  },
}
