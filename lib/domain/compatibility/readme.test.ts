import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkContainment } from './check-containment'
import { keywordTable } from './schema/keyword-table'
import { keywordRules } from './schema/keywords'

describe('the table of keywords', () => {
  it('in the README says what the code says', () => {
    const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
    const cells = (text: string): string[] =>
      text
        .split('\n')
        .filter((line) => line.startsWith('| `'))
        .map((line) => line.replaceAll(/ +/g, ' '))
    const expected = cells(keywordTable())
    expect(cells(readme).filter((line) => expected.includes(line))).toEqual(expected)
  })

  it('calls nothing an annotation that changes a verdict', () => {
    const notes = [
      ...new Set(
        keywordRules
          .filter(({ handling }) => handling.startsWith('annotation'))
          .map(({ keyword }) => keyword),
      ),
    ]
    for (const keyword of notes) {
      const value =
        {
          $vocabulary: {},
          dependencies: { a: ['b'] },
          $recursiveAnchor: 'anchor',
          $recursiveRef: '#/$defs/nothing',
          examples: [1],
          deprecated: true,
          readOnly: true,
          writeOnly: true,
          contentSchema: false,
        }[keyword as 'examples'] ?? 'date'
      expect(checkContainment({}, { [keyword]: value }).verdict).toBe('compatible')
    }
  })
})
