import { describe, expect, it } from 'vitest'
import { applyFixToText } from '@/components/draft/apply-fix-to-text'
import type { PatchOperation } from '@/lib/domain/lint/finding'
import { fitSuggestion, isRequired, suggestChange } from './suggest-change'

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
