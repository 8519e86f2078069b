import { describe, expect, it } from 'vitest'
import { sharedWords } from './shared-words'

const none = { same_thing: false, same_verb: false, shared_fields: [], field_count: 9 }

describe('what an event type shares with a draft', () => {
  it.each([
    [{ ...none, same_thing: true, same_verb: true }, 'Its name says the same.'],
    [
      { ...none, same_thing: true, shared_fields: ['a', 'b'] },
      'Its name is about the same thing; 2 of 9 fields: a, b.',
    ],
    [{ ...none, shared_fields: ['a', 'b', 'c', 'd'] }, '4 of 9 fields, among them a, b, c.'],
    [none, 'Its description says much the same.'],
  ])('is a sentence', (alike, words) => expect(sharedWords(alike)).toBe(words))
})
