import { blocksOf, declaredProperties, spelling } from '../property-facts'
import type { Rule } from '../rule'
import { metaFields } from '../meta-fields'

export const metaFieldInData: Rule = {
  id: 'meta-field-in-data',
  severity: 'warning',
  title: 'What is said about the event stays out of its data',
  explanation:
    'The data block says what happened, `meta` says when it was written down, by whom and why. A field in both places disagrees with itself one day, and tools that follow ids only look into `meta`. Other spellings count too: `createdAt`, `eventId`, `correlation_id`.',
  bad: '{"order_id": …, "eventId": …, "trace_id": …}',
  good: '{"order_id": …}, with event_id and trace_id in meta',
  checkEvent({ schema }) {
    if (schema === undefined) return []
    const { properties } = declaredProperties(schema, blocksOf(schema).data)
    return [...properties].flatMap(([name, declared]) => {
      const field = metaFields.get(spelling(name))
      if (field === undefined || declared.schema === false) return []
      return [
        {
          path: declared.path,
          message: `"${name}" says something about the event, not about what happened: it is ${field} of the envelope. Take it out of the data; if it is the business's own, give it a name that says so.`,
        },
      ]
    })
  },
}
