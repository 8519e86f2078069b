import { describe, expect, it } from 'vitest'
import { boundsFor, changesOf, MARKS, shownOf } from './details-form'

const schema = {
  type: 'string',
  maxLength: 5,
  enum: ['a', '1', null],
  'x-unit': 'EUR',
  additionalProperties: {},
}
const inputs = [...boundsFor('string'), ...boundsFor('object'), ...MARKS]
const shown = Object.fromEntries(
  inputs.flatMap((input) => {
    const value = shownOf(input, schema)
    return value === undefined ? [] : [[input.keyword, value]]
  }),
)

describe('the bounds and marks of a field as a form', () => {
  it('changes nothing where nothing is touched, and offers nothing that only the text can say', () => {
    expect(shown).toMatchObject({ maxLength: '5', enum: 'a\n"1"\nnull', 'x-unit': 'EUR', 'x-key': false })
    expect(shown).not.toHaveProperty('additionalProperties')
    expect(changesOf(inputs, shown, schema)).toEqual({ keywords: {}, errors: new Map() })
  })

  it('gives back only what is not as it was', () => {
    const written = { ...shown, maxLength: '', enum: 'a\n\n b \n2', 'x-key': true, 'x-unit': '' }
    expect(changesOf(inputs, written, schema).keywords).toEqual({
      maxLength: undefined,
      enum: ['a', 'b', 2],
      'x-key': true,
      'x-unit': undefined,
    })
  })

  it('says what is wrong', () => {
    expect(changesOf(inputs, { minLength: '9', maxLength: '5' }, schema).errors.get('maxLength')).toContain(
      'below 9',
    )
    expect(changesOf(inputs, { minLength: '1.5' }, schema).errors.get('minLength')).toContain('whole number')
    expect(changesOf(boundsFor('integer'), { minimum: 'ten' }, {}).errors.get('minimum')).toContain(
      'A number',
    )
  })
})
