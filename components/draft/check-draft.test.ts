import { describe, expect, it } from 'vitest'
import { findInDraft, judgeDraft, sampleDraft } from './check-draft'
import { verdictNotes } from './verdict-notes'

const before = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] }
const after = JSON.stringify({
  ...before,
  properties: { id: {}, at: { type: 'string' } },
  required: ['id', 'at'],
})
const question = {
  name: 'ParcelWeighed',
  kind: 'domain' as const,
  description: '',
  schemaText: after,
  examplesText: '[{}]',
}

describe('a draft in the editor', () => {
  it('is linted as the catalog says', () => {
    const of = (context: Parameters<typeof findInDraft>[1]) =>
      findInDraft(question, context).findings.map(({ rule }) => rule)
    expect(of({ base: undefined })).toContain('description-missing')
    expect(of({ base: undefined, settings: { 'description-missing': 'off' } })).not.toContain(
      'description-missing',
    )
    expect(of({ base: undefined, catalogNames: ['parcelweighed'] })).toContain('name-case-collision')
  })

  it('says what its texts lack, and checks its examples', () => {
    const context = { base: undefined }
    expect(findInDraft({ ...question, schemaText: '{' }, context).broken).toContain('Not JSON yet')
    expect(findInDraft({ ...question, examplesText: '{}' }, context).examples).toContain('JSON array')
    expect(findInDraft(question, context).examples).toMatchObject([{ isValid: false }])
    expect(sampleDraft(after)).toMatchObject({ isValid: true })
    expect(sampleDraft('{')).toBeNull()
  })

  it('is judged against its base, and told at the place of each change that breaks', () => {
    const verdict = judgeDraft(after, { base: before })
    expect(verdict?.backward.verdict).toBe('breaking')
    expect(verdictNotes(verdict)).toContainEqual({
      path: '/properties/at',
      tone: 'breaking',
      words: 'new readers reject old events',
      change: verdict?.changes.findIndex(({ path }) => path === '/properties/at'),
    })
    expect(judgeDraft(after, { base: undefined })).toBeNull()
    expect(verdictNotes(judgeDraft(JSON.stringify(before), { base: before }))).toEqual([])
  })

  it('has a note of the whole where only the changes together break', () => {
    const side = { verdict: 'breaking' as const, path: '/oneOf' }
    expect(
      verdictNotes({
        verdict: 'breaking',
        backward: side,
        forward: { verdict: 'compatible' },
        changes: [],
        differences: [],
      }),
    ).toEqual([{ path: '/oneOf', tone: 'breaking', words: 'the changes together break', change: null }])
  })

  it('is checked with the documents it refers to, wherever they stand in the catalog', () => {
    const weight = { $id: 'https://x.example/weight', $ref: 'unit#/$defs/kilo' }
    const unit = { $id: 'https://x.example/unit', $defs: { kilo: { type: 'number', minimum: 5 } } }
    const schemaText = JSON.stringify({
      ...before,
      properties: { ...before.properties, weight: { $ref: 'https://x.example/weight' } },
      required: ['id', 'weight'],
    })
    const context = { base: undefined, documents: { [weight.$id]: weight, [unit.$id]: unit } }
    const examplesText = '[{"id":"p","weight":7},{"id":"p","weight":"7"},{"id":"p","weight":2}]'
    const { examples } = findInDraft({ ...question, schemaText, examplesText }, context)
    expect(examples).toMatchObject([{ isValid: true }, { isValid: false }, { isValid: false }])
    expect(
      findInDraft({ ...question, schemaText, examplesText }, { base: undefined }).examples,
    ).toMatchObject([{ isValid: undefined }, { isValid: undefined }, { isValid: undefined }])
    expect(sampleDraft(schemaText, context.documents)).toMatchObject({
      isValid: true,
      data: { weight: expect.any(Number) as number },
    })
  })
})
