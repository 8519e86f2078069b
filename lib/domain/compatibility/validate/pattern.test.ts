import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternMatches } from './pattern'

const patterns = [
  'a', '^[^a]*$', '(ab){2,3}', '\\bab\\b', '^$', 'a$', '.{2,}', '\\s', '[\\S]', '[^\\s]', '[^]', '[]', '^\\u{1F600}|\\x61b', '\\p{Lu}', '[[a]', '\\-', '^(?<n>a)+$',
  '[\\w-]', '\\/', '\\cA', '[\\b]', '\\ud83d\\ude00', '^.$', 'a|^b$', '\\.', '[.]', '[\\]a]', '\\u0061',
] // prettier-ignore
const alphabet = fc.constantFrom(
  'a',
  'b',
  'c',
  '[',
  ']',
  ' ',
  '-',
  '.',
  '/',
  '1',
  '\n',
  '😀',
  'Ä',
  '\u2028',
  '\u0001',
  '\u0008',
  '\ufeff',
)

describe('the pattern of a validator', () => {
  it.each(patterns)('%j matches what the ECMA-262 engine finds', (source) => {
    const engine = new RegExp(source, source === '\\-' ? '' : 'u')
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 6 }), (chars) => {
        expect(patternMatches(source, chars.join(''))).toBe(engine.test(chars.join('')))
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    '^[ab]{0,1050}$',
    '^x[ab]{1001}y?$',
    '^(a(b)){2,}$',
    '^a{3}b{2,}$',
    '^(?:a){1001,}$',
    '^\\w{1,1010}$',
  ])('counts as far as the engine in %j', (source) => {
    const engine = new RegExp(source, 'u')
    for (const count of [0, 1, 2, 3, 500, 1000, 1001, 1050]) {
      for (const text of [
        'a'.repeat(count),
        `x${'a'.repeat(count)}`,
        'ab'.repeat(count / 2),
        `aaa${'b'.repeat(count)}`,
      ]) {
        expect(patternMatches(source, text)).toBe(engine.test(text))
      }
    }
  })

  it('leaves what would take long unsaid', () => {
    expect(patternMatches('^[ab]{0,9000}$', 'a'.repeat(9000))).toBeUndefined()
  })

  it.each(['(?=a)', '(?!a)b', '(a)\\1', '('])('says of %j that it cannot say', (source) => {
    expect(patternMatches(source, 'ab')).toBeUndefined()
  })
})
