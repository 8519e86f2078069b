import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullNamesIn, isMentioned, mentionOf, mentionsIn, splitMentions } from './mention'

describe('a mention', () => {
  it('is a name after an at sign, and no e-mail address', () => {
    expect(
      mentionsIn('@Mara.Lindqvist, see @cards. Not me@example.org nor @@x; @mara.lindqvist again'),
    ).toEqual(['mara.lindqvist', 'cards'])
    expect(mentionsIn(`${'@'.repeat(50_000)} ${'a@'.repeat(50_000)}`)).toEqual([])
  })

  it('means whoever has the address, the name or the team', () => {
    const mara = { handle: 'ml', name: 'Mara  Lindqvist', owners: ['Cards'] }
    const means = (name: string) => isMentioned(new Set(mentionsIn(`@${name}.`)), mara)
    expect(['ml', 'mara.lindqvist', 'Mara.Lindqvist', 'cards'].map(means)).toEqual([true, true, true, true])
    expect(['mara', 'lindqvist', 'm'].map(means)).toEqual([false, false, false])
  })

  it('is written of a name as it is found again', () => {
    for (const name of ['Mara Lindqvist', 'Jean-Luc d’Arc', 'Ólafur Þ. Å', 'x'.repeat(200), 'Dr. No.'])
      expect(mentionsIn(`@${mentionOf(name)}`)).toEqual([mentionOf(name)])
  })

  it('may be a full name with its spaces, the longest there is, where one person alone has it', () => {
    const names = [
      'Mara Lindqvist',
      'Mara  Lindqvist-Berg',
      'Mara',
      'Ólafur Þ. Å',
      'Jo Li',
      'Jo Li',
      'O’Neil Sean (QA)',
    ]
    const means = (text: string) => mentionsIn(text, names)
    expect(means('@Mara Lindqvist, look; and @mara\u00a0lindqvist-berg')).toEqual([
      'mara.lindqvist',
      'mara.lindqvist-berg',
    ])
    expect(means('@Mara Lindqvistsson @Mara\nLindqvist @Mara')).toEqual(['mara'])
    expect(means('@Jo Li')).toEqual(['jo'])
    expect(means('@Ólafur Þ. Å! @O’Neil Sean (QA)')).toEqual(['ólafur.þ.å', 'o.neil.sean.qa'])
    const mara = { handle: 'ml', name: 'Mara Lindqvist', owners: [] }
    expect(isMentioned(new Set(means('@Mara Lindqvist')), mara)).toBe(true)
    expect(fullNamesIn(['@mara Lindqvist and Jo Li'], names)).toEqual(['Mara Lindqvist'])
    expect(splitMentions('Ask @Mara Lindqvist.', names).map(({ text }) => text)).toEqual([
      'Ask ',
      '@Mara Lindqvist',
      '.',
    ])
  })

  it('leaves the text what it is, whatever people are called', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', 'é', '.', '-', '(', '\\', '[', '@', ' ', '1') })
    fc.assert(
      fc.property(fc.array(word), word, (names, text) => {
        const whole = names.map((name) => `@${name}`).join(' ') + text
        expect(
          splitMentions(whole, names)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(whole)
      }),
    )
  })

  it('stands apart in a text that stays the same', () => {
    const text = 'See @cards. And @mara.lindqvist! a@b'
    expect(
      splitMentions(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
    expect(splitMentions(text).flatMap((piece) => (piece.isMention ? piece.text : []))).toEqual([
      '@cards',
      '@mara.lindqvist',
    ])
  })
})
