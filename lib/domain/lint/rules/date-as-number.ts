import { own, type JsonObject } from '../../json/json'
import { appendPointer } from '../../json/pointer'
import { tenseOfWord } from '../../naming/past-tense-verb'
import type { PatchOperation } from '../finding'
import { hasAny, propertyAt, spelling, typesOf } from '../property-facts'
import type { Rule } from '../rule'

const numeric = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']

export const dateAsNumber: Rule = {
  id: 'date-as-number',
  severity: 'warning',
  title: 'A date is text, not a number',
  explanation:
    'A number does not say whether it counts seconds or milliseconds, nor in which zone. RFC 3339 text does, and people can read it.',
  bad: '{"shipped_at": {"type": "integer"}}',
  good: '{"shipped_at": {"type": "string", "format": "date-time"}}',
  checkNode(node) {
    const property = propertyAt(node)
    if (!property || !typesOf(property.schema).some((type) => type === 'number' || type === 'integer'))
      return []
    const format = formatOf(property.name)
    if (format === null) return []
    return [
      {
        path: node.path,
        message: `"${property.name}" is a date written as a number. Make it a string of format "${format}", like "${format === 'date' ? '2026-08-06' : '2026-08-06T09:03:20Z'}".`,
        ...fixOf(property.schema, node.path, format),
      },
    ]
  },
}

/** What sort of date a name promises, or null; `processing_time` is a duration, `start_time` a date. */
function formatOf(name: string): 'date' | 'date-time' | null {
  const all = spelling(name).split('-')
  const last = all[all.length - 1] ?? ''
  const before = all[all.length - 2] ?? ''
  if (/^(?:date|birthday|birthdate|dob)$/.test(last)) return 'date'
  if (/^(?:timestamp|datetime|deadline)$/.test(last) || (last === 'at' && before !== '')) return 'date-time'
  const isMoment =
    /^(?:start|end|event|begin|arrival|departure|delivery|pickup|due|expiry|opening|closing)$/.test(before)
  if (last === 'time' && (isMoment || tenseOfWord(before) === 'past')) return 'date-time'
  return last === 'on' && tenseOfWord(before) === 'past' ? 'date' : null
}

/** Only for a plain number: an enum or examples of numbers would not survive the change. */
function fixOf(schema: JsonObject, path: string, format: string) {
  if (typeof own(schema, 'type') !== 'string') return {}
  if (hasAny(schema, 'enum', 'const', 'default', 'examples', 'format')) return {}
  const patch: PatchOperation[] = numeric
    .filter((keyword) => Object.hasOwn(schema, keyword))
    .map((keyword) => ({ op: 'remove', path: appendPointer(path, keyword) }))
  patch.push({ op: 'replace', path: appendPointer(path, 'type'), value: 'string' })
  patch.push({ op: 'add', path: appendPointer(path, 'format'), value: format })
  return { fix: { title: `Make it a string of format ${format}`, patch } }
}
