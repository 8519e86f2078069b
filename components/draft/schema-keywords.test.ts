import { describe, expect, it } from 'vitest'
import { drafts } from '@/lib/domain/compatibility/schema/drafts'
import { schemaLanguage } from './schema-keywords'

interface Keyword {
  type?: unknown
  description?: string
  defaultSnippets?: { body: string }[]
}
type Language = { properties: Record<string, Keyword> }
const wordsOf = (draft: (typeof drafts)[number]) => (schemaLanguage(draft) as Language).properties

describe('the language of the editor', () => {
  it('offers the keywords of the draft that a schema is written in, and no others', () => {
    const inAll = Object.fromEntries(drafts.map((draft) => [draft, Object.keys(wordsOf(draft))]))
    for (const [name, first, last] of [
      ['id', 'draft-04', 'draft-04'],
      ['$id', 'draft-06', '2020-12'],
      ['definitions', 'draft-04', 'draft-07'],
      ['dependencies', 'draft-04', 'draft-07'],
      ['const', 'draft-06', '2020-12'],
      ['if', 'draft-07', '2020-12'],
      ['additionalItems', 'draft-04', '2019-09'],
      ['$defs', '2019-09', '2020-12'],
      ['unevaluatedProperties', '2019-09', '2020-12'],
      ['prefixItems', '2020-12', '2020-12'],
      ['x-sensitive', 'draft-04', '2020-12'],
    ] as const) {
      const expected = drafts.slice(drafts.indexOf(first), drafts.indexOf(last) + 1)
      expect([name, drafts.filter((draft) => inAll[draft]!.includes(name))]).toEqual([name, expected])
    }
  })

  it('says what a keyword means in that draft', () => {
    expect(wordsOf('draft-04')['exclusiveMinimum']?.type).toBe('boolean')
    expect(wordsOf('draft-06')['exclusiveMinimum']?.type).toBe('number')
    expect(wordsOf('draft-07')['$ref']?.description).toContain('#/definitions/money')
    expect(wordsOf('2019-09')['$ref']?.description).toContain('#/$defs/money')
    for (const draft of drafts)
      for (const [name, { description }] of Object.entries(wordsOf(draft)))
        expect([draft, name, description]).toEqual([draft, name, expect.any(String)])
  })

  it('puts a schema to write into behind a keyword that takes one', () => {
    const put = (draft: (typeof drafts)[number], name: string) =>
      wordsOf(draft)[name]?.defaultSnippets?.map(({ body }) => body)
    for (const draft of drafts) expect(put(draft, 'items')).toEqual(['^{$1}'])
    for (const name of ['propertyNames', 'contains', 'not', 'if', 'then', 'else', 'unevaluatedItems'])
      expect([name, put('2020-12', name)]).toEqual([name, ['^{$1}']])
    for (const name of ['prefixItems', 'allOf', 'anyOf', 'oneOf'])
      expect([name, put('2020-12', name)]).toEqual([name, ['^[{$1}]']])
    expect(put('2020-12', 'title')).toBeUndefined()
  })
})
