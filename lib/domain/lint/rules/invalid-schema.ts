import { appendPointer } from '../../json/pointer'
import { draftTitle, kindOfKeyword } from '../draft-keywords'
import { wrongValue } from '../keyword-value'
import type { Complaint, Rule } from '../rule'

export const invalidSchema: Rule = {
  id: 'invalid-schema',
  severity: 'error',
  title: "Every keyword's value is of its kind",
  explanation:
    'A schema that breaks its own draft is rejected by validators, or read by each of them in another way.',
  bad: '{"type": "text", "required": "id"}',
  good: '{"type": "string"}',
  checkNode({ schema, path }, { draft }) {
    if (typeof schema === 'boolean') return []
    const complaints: Complaint[] = []
    for (const keyword of Object.keys(schema)) {
      const kind = kindOfKeyword(keyword, draft)
      const value = schema[keyword]
      if (kind === null || value === undefined) continue
      // The one place where draft-04 has booleans for schemas.
      if (typeof value === 'boolean' && /^additional(?:Items|Properties)$/.test(keyword)) continue
      const wanted = wrongValue(kind, value, draft)
      if (wanted === null) continue
      complaints.push({
        path: appendPointer(path, keyword),
        message: `"${keyword}" must be ${wanted} (JSON Schema ${draftTitle(draft)}).`,
      })
    }
    return complaints
  },
}
