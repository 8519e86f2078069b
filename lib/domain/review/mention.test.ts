import { describe, expect, it } from 'vitest'
import { isMentioned, mentionOf, mentionsIn, splitMentions } from './mention'

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
