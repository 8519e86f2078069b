import { deepest, mostNodes } from '../walk-schema'
import type { Rule } from '../rule'

export const schemaTooLarge: Rule = {
  id: 'schema-too-large',
  severity: 'error',
  title: 'The schema is small enough to be checked',
  explanation: `Beyond ${String(deepest)} levels or ${String(mostNodes)} schemas nothing is looked at, and no other tool would cope with it either.`,
  bad: `a schema nested more than ${String(deepest)} levels deep`,
  good: 'parts under "$defs", used through "$ref"',
  checkEvent({ cutAt }) {
    if (cutAt === null) return []
    return [
      {
        path: cutAt,
        message:
          'The schema is too deep or too large, and from here on it was not checked. Split it into smaller parts.',
      },
    ]
  },
}
