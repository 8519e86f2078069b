import { furtherMetaFields, metaFields } from '../meta-fields'
import { blocksOf, declaredProperties, spelling } from '../property-facts'
import type { Rule } from '../rule'

export const dataFieldInMeta: Rule = {
  id: 'data-field-in-meta',
  severity: 'warning',
  title: 'What happened stays out of meta',
  explanation:
    'Consumers read the data block, and only its schema is versioned and checked. A business field in `meta` is seen by nobody and may change without notice. It applies to schemas that describe the whole envelope.',
  bad: '{"data": {}, "meta": {"order_total": …}}',
  good: '{"data": {"order_total": …}, "meta": {}}',
  checkEvent({ schema }) {
    const meta = schema === undefined ? null : blocksOf(schema).meta
    if (schema === undefined || !meta) return []
    return [...declaredProperties(schema, meta).properties].flatMap(([name, declared]) => {
      const word = spelling(name)
      if (metaFields.has(word) || furtherMetaFields.has(word) || name.startsWith('x-')) return []
      return [
        {
          path: declared.path,
          message: `"${name}" is no field of the envelope's meta block. If it says what happened, move it into the data block.`,
        },
      ]
    })
  },
}
