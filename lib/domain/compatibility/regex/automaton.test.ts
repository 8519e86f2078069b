import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Automaton } from './automaton'

const patterns = [
  'a', '^[^a]*$', '(ab){2,3}', '^(a|b)*abb$', '\\bab\\b', 'a\\Bb', '^$', '', '$', 'a*', '^a{2,}b?$', '[a-c-]x|^\\d+$',
  '.{2,}', '\\s', '^(?:a|(?<n>b))+$', '(^a|b$)', 'a$|^b', '(a?){3}$', '[^]', '[]', '^\\u{1F600}|\\x61b', '\\p{Lu}', '(^a)*b', '(a$)?b',
  '(a|^)b', '^(a+)+$', '\\cA', 'a{0}b', '(|a)b\\b', '^\\W+\\b',
] // prettier-ignore
const alphabet = fc.constantFrom('a', 'b', 'c', 'x', ' ', '-', '1', '\n', '😀', 'Ä', '\u2028', '\u0001')

describe('the automaton of a pattern', () => {
  it.each(patterns)('%j accepts what the ECMA-262 engine finds a match in', (source) => {
    const automaton = new Automaton(source)
    const engine = new RegExp(source, 'u')
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 7 }), (chars) => {
        expect(automaton.matches(chars.join(''))).toBe(engine.test(chars.join('')))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    '(?=a)',
    '(?!a)b',
    '(?<=a)b',
    '(a)\\1',
    '\\k<n>',
    '(?i:a)',
    '(',
    'a**',
    '[b-a]',
    '\\p{Nope}',
    'x{2,1}',
  ])('refuses %j, which is outside the linear-time subset or no pattern', (source) => {
    expect(() => new Automaton(source)).toThrow()
  })

  it('stays linear where a backtracking engine would not come back', () => {
    expect(new Automaton('^(a+)+$').matches(`${'a'.repeat(5000)}b`)).toBe(false)
  })
})
