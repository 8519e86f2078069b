import { expect, it } from 'vitest'
import { changedParts } from './changed-parts'

const before = {
  event_type: 'CardExpired',
  kind: 'domain',
  entity: null,
  owner: 'cards',
  domain: null,
  base: '1.0.0',
  label: '',
  description: '',
  examples_text: '[]',
  summary: '',
  schema_text: '{}',
}
const now = { ...before, owner: { slug: 'cards', name: 'Cards' }, domain: null }

it('says which parts of a draft are others than in a revision', () => {
  expect(changedParts(before, now)).toBeNull()
  expect(changedParts(before, { ...now, schema_text: '{"type":"object"}' })).toBe('Changed: the schema.')
  const other = { ...now, owner: null, domain: { slug: 'd', name: 'D' }, label: '2.0.0' }
  expect(changedParts(before, other)).toBe('Changed: the owner, the domain and the version label.')
})
