import { describe, expect, it } from 'vitest'
import { changesOnlyDocumentation, type DraftContent } from './only-documentation'

const content = (schema: unknown, more: Partial<DraftContent> = {}): DraftContent => ({
  event_type: 'CardExpired',
  kind: 'domain',
  entity: null,
  operation: null,
  owner: 'cards',
  label: '',
  schema_text: typeof schema === 'string' ? schema : JSON.stringify(schema),
  ...more,
})
const field = (about: object) => ({ type: 'object', properties: { a: { type: 'string', ...about } } })
const base = content(field({ description: 'old' }))
/** More fields than a list of changes tells of, with words that change and a mark at the end. */
const wide = (words: string, mark: object) =>
  content({
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: 1_200 }, (_, i) => [
        `field${i}`,
        { type: 'string', description: words, ...(i === 1_199 ? mark : {}) },
      ]),
    ),
  })

describe('a revision changes only documentation', () => {
  it.each([
    ['nothing', base],
    ['layout', content(JSON.stringify(field({ description: 'old' }), null, 4))],
    ['a description', content(field({ description: 'new' }))],
    ['examples', content(field({ description: 'old', examples: ['x'] }))],
    ['a title and a comment', content({ ...field({ title: 'A' }), title: 'All', $comment: 'c' })],
    ['that something is deprecated', content(field({ description: 'old', deprecated: true }))],
  ])('with %s', (_, after) => expect(changesOnlyDocumentation(base, after)).toBe(true))

  it.each([
    ['a bound', content(field({ description: 'old', maxLength: 3 }))],
    ['what may shift the meaning', content(field({ description: 'old', format: 'uuid' }))],
    ['a mark that decides who sees the value', content(field({ description: 'old', 'x-sensitive': true }))],
    ['a mark of the house', content(field({ description: 'old', 'x-business-key': true }))],
    ['its address, by which others refer to it', content({ ...field({ description: 'old' }), $id: 'urn:a' })],
    [
      'what others may refer to',
      content({ ...field({ description: 'old' }), $defs: { b: { type: 'null' } } }),
    ],
    ['a field that is called as words are', content(field({ properties: { description: {} } }))],
    ['half a text', content('{')],
    ['the owner', { ...base, owner: 'payments' }],
    ['the label', { ...base, label: '2.0.0' }],
    ['the name', { ...base, event_type: 'CardEnded' }],
  ])('not with %s', (_, after) => expect(changesOnlyDocumentation(base, after)).toBe(false))

  it.each([
    [
      'what a field asks for that is called as words are',
      'dependentRequired',
      { b: ['a'] },
      { title: ['a'] },
    ],
    ['what a keyword that nobody knows says', 'unit', {}, { title: 'EUR' }],
  ])('not with %s', (_, keyword, old, more) => {
    const after = content({ [keyword]: { ...old, ...more } })
    expect(changesOnlyDocumentation(content({ [keyword]: old }), after)).toBe(false)
  })

  it.each(['#/properties/b/examples/0', '#/properties/b/%65xamples/0', '#/%'])(
    'not with an example that the schema may refer to: %s',
    ($ref) => {
      const referring = (example: object) =>
        content({ properties: { a: { $ref }, b: { examples: [example] } } })
      expect(changesOnlyDocumentation(referring({ type: 'string' }), referring({ type: 'null' }))).toBe(false)
    },
  )

  it('with an example beside a reference to a field that is called as words are', () => {
    const referring = (example: string) =>
      content({ properties: { a: { $ref: '#/properties/title' }, title: { examples: [example] } } })
    expect(changesOnlyDocumentation(referring('x'), referring('y'))).toBe(true)
  })

  it('not where a mark goes among many words', () => {
    const before = wide('old', { 'x-sensitive': true })
    expect(changesOnlyDocumentation(before, wide('new', {}))).toBe(false)
    expect(changesOnlyDocumentation(before, wide('new', { 'x-sensitive': true }))).toBe(true)
  })
})
