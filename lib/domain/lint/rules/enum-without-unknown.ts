import { own } from '../../json/json'
import { appendPointer } from '../../json/pointer'
import { spelling } from '../property-facts'
import type { Rule } from '../rule'

export const enumWithoutUnknown: Rule = {
  id: 'enum-without-unknown',
  severity: 'hint',
  title: 'An enum has a case for the unknown',
  explanation:
    'A new value breaks every consumer that switches over the old ones. With `unknown` or `other` among them from the start, consumers have a branch for it.',
  bad: '{"enum": ["paid", "refunded"]}',
  good: '{"enum": ["paid", "refunded", "unknown"]}',
  checkNode({ schema, path, key }) {
    const values = typeof schema === 'object' ? own(schema, 'enum') : undefined
    if (!Array.isArray(values)) return []
    const texts = values.filter((value) => typeof value === 'string')
    if (texts.length < 2 || texts.length < values.filter((value) => value !== null).length) return []
    if (
      texts.some((text) =>
        /\b(?:unknown|others?|unspecified|undefined|unrecogni[sz]ed|none|n-a|misc)\b/.test(spelling(text)),
      )
    )
      return []
    const unknown = inStyleOf(texts)
    return [
      {
        path: appendPointer(path, 'enum'),
        message: `${key === null ? 'This enum' : `"${key}"`} has no case for values to come. Add "${unknown}", so that consumers have a branch for them.`,
        fix: {
          title: `Add ${unknown}`,
          patch: [{ op: 'add', path: appendPointer(path, 'enum', '-'), value: unknown }],
        },
      },
    ]
  },
}

function inStyleOf(texts: readonly string[]): string {
  if (texts.every((text) => text === text.toUpperCase())) return 'UNKNOWN'
  return texts.every((text) => /^\p{Lu}/u.test(text)) ? 'Unknown' : 'unknown'
}
