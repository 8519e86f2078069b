import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedRange } from './changed-part'

describe('the changed part of a text', () => {
  it('makes one text of the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '😀', '😁', '\r\n', '\n', '"'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(''), other.join('')]
        const { start, end, content } = changedRange(before, after)
        expect(before.slice(0, start) + content + before.slice(end)).toBe(after)
        for (const place of [start, end]) {
          // Neither inside of a character nor of a line's end: an editor has no such place.
          expect(/[\ud800-\udbff]$/.test(before.slice(0, place))).toBe(false)
          expect(before.slice(place - 1, place + 1)).not.toBe('\r\n')
        }
      }),
    )
  })

  it('is no more than what differs', () => {
    expect(changedRange('{"a":1,"b":2}', '{"a":1,"c":2}')).toEqual({ start: 8, end: 9, content: 'c' })
  })
})
