import { isObject, own } from '../../json/json'
import { appendPointer } from '../../json/pointer'
import { beyondLinear } from '../pattern-syntax'
import type { Rule } from '../rule'

export const patternNotLinear: Rule = {
  id: 'pattern-not-linear',
  severity: 'error',
  title: 'Patterns can be matched in linear time',
  explanation:
    'Look-around and back-references need an engine that backtracks, and one hostile value can keep it busy for minutes. Such a pattern is not run; nor can a verdict be proved about it.',
  bad: '^(?=.*[0-9]).{8,}$',
  good: '^[A-Z]{3}-[0-9]{4,8}$',
  checkNode({ schema, path }) {
    if (typeof schema === 'boolean') return []
    const patterns: [string, string][] = []
    const pattern = own(schema, 'pattern')
    if (typeof pattern === 'string') patterns.push([appendPointer(path, 'pattern'), pattern])
    const byPattern = own(schema, 'patternProperties')
    if (isObject(byPattern)) {
      for (const key of Object.keys(byPattern))
        patterns.push([appendPointer(path, 'patternProperties', key), key])
    }
    return patterns.flatMap(([at, text]) => {
      const reason = beyondLinear(text)
      if (reason === null) return []
      return [
        {
          path: at,
          message: `The pattern uses ${reason}, which cannot be matched in linear time, so it is not checked. Write it without, or as several patterns under "allOf".`,
        },
      ]
    })
  },
}
