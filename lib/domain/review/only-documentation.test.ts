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

describe('a revision changes only documentation', () => {
  it.each([
    ['nothing', base],
    ['layout', content(JSON.stringify(field({ description: 'old' }), null, 4))],
    ['a description', content(field({ description: 'new' }))],
    ['examples', content(field({ description: 'old', examples: ['x'] }))],
  ])('with %s', (_, after) => expect(changesOnlyDocumentation(base, after)).toBe(true))

  it.each([
    ['a bound', content(field({ description: 'old', maxLength: 3 }))],
    ['what may shift the meaning', content(field({ description: 'old', format: 'uuid' }))],
    ['a mark that decides who sees the value', content(field({ description: 'old', 'x-sensitive': true }))],
    ['half a text', content('{')],
    ['the owner', { ...base, owner: 'payments' }],
    ['the label', { ...base, label: '2.0.0' }],
    ['the name', { ...base, event_type: 'CardEnded' }],
  ])('not with %s', (_, after) => expect(changesOnlyDocumentation(base, after)).toBe(false))
})
