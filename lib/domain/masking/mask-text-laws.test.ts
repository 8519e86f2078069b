import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isObject, type Json, type JsonObject } from '../json/json'
import { pointerTokens } from '../json/pointer'
import type { MaskPlace } from './mask-plan'
import { MASKS, maskText } from './mask-text'
import { planOf, reader } from './testing/plan-of'

const plain = { type: 'string' }

/** A value with a schema for it. Texts begin with P where they may be shown, with S and U where they may not. */
interface Drawn {
  readonly schema: Json
  readonly value: Json
}
const text = (mark: 'P' | 'S' | 'U') => fc.stringMatching(/^[a-z"\\é]{0,4}$/).map((end) => `${mark}!${end}`)
const name = fc.constantFrom('a', 'b', 'id', 'x~/y', 'é', '__proto__', 'constructor')
const objectOf = (entries: (readonly [string, Json])[]) => Object.fromEntries<Json>(entries)

const { drawn } = fc.letrec<{
  drawn: Drawn
  hidden: Json
  leaf: Drawn
  object: Drawn
  list: Drawn
  wrapped: Drawn
}>((tie) => ({
  drawn: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('object'), tie('list'), tie('wrapped')),
  hidden: fc.oneof(
    { maxDepth: 2 },
    text('S'),
    fc.array(text('S'), { maxLength: 2 }),
    fc.dictionary(name, text('S'), { maxKeys: 2 }),
  ),
  leaf: fc.oneof(
    text('P').map((value): Drawn => ({ schema: plain, value })),
    tie('hidden').map((value): Drawn => ({ schema: { 'x-sensitive': true }, value })),
  ),
  object: fc
    .tuple(
      fc.uniqueArray(fc.tuple(name, tie('drawn')), { maxLength: 3, selector: ([key]) => key }),
      fc.array(text('U'), { maxLength: 2 }),
      fc.constantFrom('properties', 'patternProperties'),
    )
    .map(([members, undeclared, keyword]): Drawn => {
      const quoted = (key: string) => (keyword === 'properties' ? key : `^${key}$`)
      return {
        schema: { [keyword]: objectOf(members.map(([key, { schema }]) => [quoted(key), schema])) },
        value: objectOf([
          ...members.map(([key, { value }]) => [key, value] as const),
          ...undeclared.map((value, i) => [`other ${i}`, value] as const),
        ]),
      }
    }),
  list: fc.tuple(tie('drawn'), fc.integer({ min: 0, max: 2 })).map(([{ schema, value }, count]): Drawn => ({
    schema: { items: schema },
    value: Array.from({ length: count }, () => value),
  })),
  wrapped: fc
    .tuple(tie('drawn'), fc.constantFrom('allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependentSchemas'))
    .map(([{ schema, value }, keyword]): Drawn => ({
      schema: {
        [keyword]: keyword.endsWith('Of')
          ? [true, schema]
          : keyword === 'dependentSchemas'
            ? { a: schema }
            : schema,
      },
      value,
    })),
}))

/** The text of a value, its names spelled with escapes here and there. */
function spelled(value: Json, escapes: (name: string) => boolean): string {
  if (Array.isArray(value)) return `[ ${value.map((each) => spelled(each, escapes)).join(' ,')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, each]) => {
    const escaped = `"${[...key].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`
    return `${escapes(key) ? escaped : JSON.stringify(key)}: ${spelled(each, escapes)}`
  })
  return `{${members.join(',')} }`
}

function withMask(value: Json, tokens: string[], mask: string): Json {
  const [token, ...rest] = tokens
  if (token === undefined) return mask
  if (Array.isArray(value))
    return value.map((each, i) => (String(i) === token ? withMask(each, rest, mask) : each))
  return objectOf(
    Object.entries(value as JsonObject).map(([key, each]) => [
      key,
      key === token ? withMask(each, rest, mask) : each,
    ]),
  )
}

describe('laws', () => {
  const cases = fc.record({ drawn, spelling: fc.func(fc.boolean()), later: fc.boolean() })
  const all = (check: (plan: MaskPlace, sent: string, value: Json) => void) =>
    fc.assert(
      fc.property(cases, ({ drawn: { schema, value }, spelling, later }) => {
        // Data is an object: a list or a text alone would be of no type.
        const whole = { properties: { data: schema } }
        const plan = later ? planOf(whole, whole) : planOf(whole)
        check(plan, spelled({ data: value }, spelling), { data: value })
      }),
      { numRuns: 400 },
    )

  it('no text of a sensitive or undeclared place is told, and every other one is', () => {
    all((plan, sent) => {
      const { text: shown } = maskText(sent, plan, reader)
      expect(shown).not.toMatch(/[SU]!/)
      expect(shown.match(/P![^"]*/g)).toEqual(sent.match(/P![^"]*/g))
    })
  })

  it('all but the places it names stays as it was, and they hold the mask', () => {
    all((plan, sent, value) => {
      const { text: shown, masked: places } = maskText(sent, plan, reader)
      const expected = places.reduce(
        (so_far, { pointer, reason }) => withMask(so_far, pointerTokens(pointer), MASKS[reason]),
        value,
      )
      expect(JSON.parse(shown)).toEqual(expected)
    })
  })

  it('masked once more it is the same', () => {
    all((plan, sent) => {
      const once = maskText(sent, plan, reader)
      expect(maskText(once.text, plan, reader)).toEqual(once)
    })
  })

  it('who sees more is told no less', () => {
    all((plan, sent) => {
      const less = maskText(sent, plan, reader).masked.map(({ pointer }) => pointer)
      const more = maskText(sent, plan, { undeclared: true, sensitive: false })
      expect(more.text).not.toContain('S!')
      expect(maskText(more.text, plan, reader).masked.map(({ pointer }) => pointer)).toEqual(less)
    })
  })

  it('takes whatever schema there is', () => {
    fc.assert(
      fc.property(fc.jsonValue() as fc.Arbitrary<Json>, fc.jsonValue(), (schema, value) => {
        const sent = JSON.stringify(value)
        expect(() => JSON.parse(maskText(sent, planOf(schema), reader).text) as Json).not.toThrow()
      }),
    )
  })
})
