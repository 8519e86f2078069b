import { describe, expect, it } from 'vitest'
import { readFieldTable } from '@/lib/domain/field-table/read-field-table'
import { parseSchemaText } from '@/lib/domain/schema/parse-schema-text'
import { putAt } from './edit-text'
import { placesInText } from './place-in-text'
import { isTooDeep, textTree } from './text-tree'

describe('a text that nests too deep', () => {
  const deep = [
    '['.repeat(200_000),
    '{"a":'.repeat(60_000),
    `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  ]

  it('is no tree, and breaks nobody who looks for a place in it', () => {
    for (const text of deep) {
      expect(textTree(text)).toBeUndefined()
      expect(placesInText(text, ['/a'])).toEqual([{ offset: 0, length: 0 }])
      expect(putAt(text, '/a', 1)).toBe(text)
      expect(readFieldTable(text).status).toBe('unreadable')
    }
    expect(parseSchemaText(deep[0]!)).toEqual({
      status: 'broken',
      line: 1,
      message: 'Not JSON yet, and it nests too deep to say where',
    })
  })

  it('is told by its brackets alone, and not by those in strings', () => {
    expect(isTooDeep(`["${'['.repeat(5_000)}\\"${'['.repeat(5_000)}"]`)).toBe(false)
    expect(isTooDeep('[]'.repeat(5_000))).toBe(false)
    expect(isTooDeep(`"${'\n'}${'['.repeat(1_001)}`)).toBe(true)
    expect(isTooDeep('['.repeat(1_000))).toBe(false)
  })
})
