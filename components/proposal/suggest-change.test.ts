import { describe, expect, it } from 'vitest'
import { applyFixToText } from '@/components/draft/apply-fix-to-text'
import type { PatchOperation } from '@/lib/domain/lint/finding'
import { fitSuggestion, isRequired, suggestChange, suggestionWords } from './suggest-change'

const schema = {
  type: 'object',
  properties: { a: { type: 'string' }, b: { type: 'object', properties: { c: { type: 'integer' } } } },
  required: ['a'],
}
const apply = (patch: ReturnType<typeof suggestChange>) =>
  JSON.parse(
    applyFixToText(JSON.stringify(schema), { title: '', patch: (patch ?? []) as PatchOperation[] }),
  ) as typeof schema

describe('a suggested change', () => {
  it('says what a field should be, and whether it is required', () => {
    const patch = suggestChange(schema, '/properties/a', {
      value: { type: 'string', maxLength: 3 },
      required: false,
    })
    expect(apply(patch)).toEqual({
      ...schema,
      properties: { ...schema.properties, a: { type: 'string', maxLength: 3 } },
      required: [],
    })
    const inner = suggestChange(schema, '/properties/b/properties/c', {
      value: { type: 'integer' },
      required: true,
    })
    expect(apply(inner).properties.b).toMatchObject({ required: ['c'] })
  })

  it('changes what it is about, and leaves what the author wrote since', () => {
    const before = { ...schema, properties: { a: { type: 'string', description: 'Which', pattern: 'x' } } }
    const value = { type: 'string', description: 'Which', maxLength: 3 }
    const patch = suggestChange(before, '/properties/a', { value, required: true })!
    const since = { ...before, properties: { a: { ...before.properties.a, description: 'Which card' } } }
    const fitted = fitSuggestion(patch, '/properties/a', '/properties/a', since) as PatchOperation[]
    expect(JSON.parse(applyFixToText(JSON.stringify(since), { title: '', patch: fitted }))).toEqual({
      ...since,
      properties: { a: { type: 'string', description: 'Which card', maxLength: 3 } },
    })
  })

  it('is said in full, step by step', () => {
    const pattern = 'x'.repeat(400)
    expect(suggestionWords([{ op: 'add', path: '/a/pattern', value: pattern }])).toBe(
      `/a/pattern becomes ${JSON.stringify(pattern)}`,
    )
    expect(suggestionWords([{ op: 'move', from: '/a', path: '/b' }])).toBe('/a moves to /b')
  })

  it('is one step where there would be too many', () => {
    const value = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`x-${index}`, index]))
    expect(suggestChange(schema, '/properties/a', { value, required: true })).toEqual([
      { op: 'replace', path: '/properties/a', value },
    ])
  })

  it('is none where nothing is wished', () => {
    expect(suggestChange(schema, '/properties/a', { value: { type: 'string' }, required: true })).toBeNull()
    expect(isRequired(schema, '/properties/b')).toBe(false)
  })

  it('goes with its field', () => {
    const patch = [{ op: 'replace' as const, path: '/properties/a/type', value: 'integer' }]
    expect(fitSuggestion(patch, '/properties/a', '/properties/z', schema)[0]?.path).toBe('/properties/z/type')
    expect(fitSuggestion(patch, '/properties/ab', '/properties/z', schema)).toEqual(patch)
  })

  it('makes its own field required or not, and leaves what others made required since', () => {
    const wish = { value: schema.properties.b, required: true }
    const patch = suggestChange(schema, '/properties/b', wish)!
    const later = { ...schema, required: ['c', 'd'] }
    const fitted = fitSuggestion(patch, '/properties/b', '/properties/z', later)
    expect(fitted).toEqual([{ op: 'replace', path: '/required', value: ['c', 'd', 'z'] }])
    const optional = suggestChange(schema, '/properties/a', { value: schema.properties.a, required: false })!
    expect(fitSuggestion(optional, '/properties/a', '/properties/a', later)).toEqual([])
    expect(fitSuggestion(patch, '/properties/b', '/properties/b', { type: 'object' })).toEqual([
      { op: 'add', path: '/required', value: ['b'] },
    ])
  })
})
