import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileLinearPattern } from './linear-pattern'

test.each([
  '^o-[0-9a-z-]+$',
  'b',
  '^$',
  '^(?:a|ab)(?:c|bcd)*$',
  '\\bab\\b',
  '^[^a]*$',
  '^.{2,4}$',
  '^\\p{Lu}a*$',
  'é$',
  '^(?:[ab]*a[ab]{12})$',
])('%s says what the language says', (pattern) => {
  const own = compileLinearPattern(pattern)!
  const theirs = new RegExp(pattern, 'u')
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'd', 'A', '-', 'o', '1', ' ', 'é', '😀', '\n'),
    maxLength: 20,
  })
  fc.assert(
    fc.property(word, (text) => {
      expect(own.test(text)).toBe(theirs.test(text))
    }),
  )
})

test('a pattern with more states than are kept is answered all the same', () => {
  // The automaton must remember the last 20 letters: a million states.
  const pattern = compileLinearPattern('^[ab]*a[ab]{20}$')!
  const random = Array.from({ length: 5_000 }, (_, i) => ((i * 2_654_435_761) % 7 < 3 ? 'a' : 'b')).join('')
  for (const letter of ['a', 'b'])
    expect(pattern.test(`${random}${letter}${'b'.repeat(20)}`)).toBe(letter === 'a')
})

test('repetitions of repetitions take no memory that they could fill', () => {
  const pattern = compileLinearPattern('^(?:(?:a{0,1000}){0,1000}){0,1000}$')
  expect(pattern === null || pattern.test('aaa')).toBe(true)
})

test('what needs more than a regular language is refused', () => {
  for (const pattern of ['(?=a)b', '(a)\\1', '(?<!a)b']) expect(compileLinearPattern(pattern)).toBeNull()
})
