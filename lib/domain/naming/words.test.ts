import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words, wordsWithPlaces } from './words'

describe('the words of a name', () => {
  it.each([
    ['KYCCheckPassed', ['KYC', 'Check', 'Passed']],
    ['com.shop.order-line_added v2', ['com', 'shop', 'order', 'line', 'added', 'v', '2']],
    ['IDsAssigned', ['IDs', 'Assigned']],
    ['ORDER_PLACED', ['ORDER', 'PLACED']],
    ['customerProfileUpdated', ['customer', 'Profile', 'Updated']],
    ['ÄnderungGespeichert', ['Änderung', 'Gespeichert']],
    ['订单Created', ['订单', 'Created']],
    ['3DSecurePassed', ['3', 'D', 'Secure', 'Passed']],
    ['', []],
  ])('of %s', (name, expected) => {
    expect(words(name)).toEqual(expected)
  })

  it('hold every letter and number of it, in order, at the place they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const places = wordsWithPlaces(name)
        for (const word of places) expect(name.slice(word.start, word.end)).toBe(word.text)
        const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
        expect(lettersOf(places.map((word) => word.text).join(''))).toBe(lettersOf(name))
      }),
    )
  })
})
