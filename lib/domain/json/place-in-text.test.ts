import { describe, expect, it } from 'vitest'
import { lineAndColumn, placesInText, textPlaces } from './place-in-text'

const text = `{
  "type": "object",
  "properties": {
    "state": { "type": "string" }
  },
  "required": ["state"]
}`

describe('placesInText', () => {
  it('marks the key of a property, an element of an array, and the nearest ancestor of what is gone', () => {
    const marked = placesInText(text, ['/properties/state', '/required/0', '/properties/gone/type'])
    expect(marked.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
      '"state"',
      '"state"',
      '"properties"',
    ])
  })
})

describe('textPlaces', () => {
  it('says of which text they are, and each pointer once', () => {
    const [state, whole] = placesInText(text, ['/properties/state', ''])
    expect(textPlaces(text, ['/properties/state', '', '/properties/state'])).toEqual({
      text,
      ranges: new Map([
        ['/properties/state', state],
        ['', whole],
      ]),
    })
  })
})

describe('lineAndColumn', () => {
  it('counts both from one', () => {
    expect(lineAndColumn(text, 0)).toEqual({ line: 1, column: 1 })
    expect(lineAndColumn(text, text.indexOf('"state"'))).toEqual({ line: 4, column: 5 })
  })
})
