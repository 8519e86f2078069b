import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSamples } from './read-samples'

const a = { card_id: 'c-1', at: '2026-11-20' }
const b = { card_id: 'c-2' }
const pretty = (value: unknown) => JSON.stringify(value, null, 2)

describe('samples', () => {
  it.each([
    ['one document', pretty(a), [a]],
    ['a list', pretty([a, b]), [a, b]],
    ['one a line', `${JSON.stringify(a)}\r\n\n${JSON.stringify(b)}\n`, [a, b]],
    ['one below the other', `${pretty(a)}\n\n${pretty(b)}`, [a, b]],
    ['one below the other, with commas', `${pretty(a)},\n${pretty(b)},`, [a, b]],
    ['a short one, and a long one below', `{}\n${pretty(a)}`, [{}, a]],
    ['nothing', ' \n ', []],
  ])('come as %s', (_, text, samples) => {
    expect(readSamples(text)).toEqual({ samples, eventType: null, faults: [] })
  })

  it('may be whole events, of which the data counts and the name is known', () => {
    const event = (name: string) => ({ data: a, meta: { event_id: 'e', schema: { name, version: '1' } } })
    expect(readSamples(pretty([event('CardExpired'), event('CardExpired')]))).toEqual({
      samples: [a, a],
      eventType: 'CardExpired',
      faults: [],
    })
    expect(readSamples(pretty([event('CardExpired'), event('CardRenewed')])).eventType).toBeNull()
    // A data block may have a field that is called data.
    expect(readSamples(pretty({ data: a })).samples).toEqual([{ data: a }])
  })

  it('that cannot be read are named, and the others are kept', () => {
    const { samples, faults } = readSamples(`${JSON.stringify(a)}\n{"card_id": }\n${JSON.stringify(b)}`)
    expect(samples).toEqual([a, b])
    expect(faults).toEqual([expect.stringMatching(/^Sample 2: /)])
    expect(readSamples('{"card_id": ').faults).toEqual([expect.stringMatching(/^Sample 1: /)])
    expect(readSamples('{"card_').faults).toHaveLength(1)
    expect(readSamples('{"card_id": "\\').faults).toHaveLength(1)
    expect(readSamples('card_id: 5').faults).toHaveLength(1)
  })

  it('that nest without end are left out', () => {
    const { samples, faults } = readSamples(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)
    expect([samples, faults.length]).toEqual([[], 1])
  })

  it('of whatever text there is never throw, and of JSON are all found', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readSamples(text)).not.toThrow()
      }),
    )
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), { minLength: 1 })
    fc.assert(
      fc.property(objects, fc.constantFrom('\n', '\n\n', ',\n'), (values, between) => {
        const said = values.filter((value) => !('meta' in value))
        fc.pre(said.length > 0)
        const { samples, faults } = readSamples(said.map(pretty).join(between))
        expect(faults).toEqual([])
        expect(samples).toEqual(JSON.parse(JSON.stringify(said)))
      }),
    )
  })
})
