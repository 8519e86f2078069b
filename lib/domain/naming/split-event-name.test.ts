import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otherNames, pastNames, splits } from './event-names-fixture'
import { harderOtherNames, harderPastNames } from './harder-names-fixture'
import { splitEventName } from './split-event-name'

interface Labelled {
  pastTense: string[]
  notPastTense: string[]
}

/** The names a list's label disagrees with. */
function misjudged(labelled: Labelled): string[] {
  return [
    ...labelled.pastTense.filter((name) => splitEventName(name).tense === 'none'),
    ...labelled.notPastTense.filter((name) => splitEventName(name).tense !== 'none'),
  ]
}

const suite = new URL('../../../../shared/suites/event-names.json', import.meta.url)

describe('the tense of an event name', () => {
  it('is right on our own names from many trades, all of them', () => {
    expect(pastNames.length + otherNames.length).toBeGreaterThan(900)
    expect(misjudged({ pastTense: pastNames, notPastTense: otherNames })).toEqual([])
  })

  it('is right on the harder ones', () => {
    expect(misjudged({ pastTense: harderPastNames, notPastTense: harderOtherNames })).toEqual([])
  })

  it('takes a noun that is also a verb for the noun, unless somebody does it', () => {
    const tenses = (...names: string[]) => names.map((name) => splitEventName(name).tense)
    expect(tenses('ShippingCost', 'AuctionBid', 'ConsumerOffset')).toEqual(['none', 'none', 'none'])
    expect(tenses('SellerBid', 'LotBidOn')).toEqual(['ambiguous', 'ambiguous'])
  })

  it.runIf(existsSync(suite))('is right on at least 98 % of the shared suite', () => {
    const labelled = JSON.parse(readFileSync(suite, 'utf8')) as Labelled
    const count = labelled.pastTense.length + labelled.notPastTense.length
    expect(misjudged(labelled).length / count).toBeLessThanOrEqual(0.02)
  })

  it('calls a verb ambiguous whose past is spelt like its base', () => {
    const names = [
      'PasswordReset',
      'PriceCut',
      'LimitSet',
      'MessageRead',
      'OrderSplit',
      'ItemPut',
      'VoteCast',
      'DeviceShutDown',
    ]
    expect(names.map((name) => splitEventName(name).tense)).toEqual(names.map(() => 'ambiguous'))
    expect(splitEventName('PasswordHasBeenReset').tense).toBe('past')
  })
})

describe('the place of the verb', () => {
  it.each(splits)('is "%s|%s|%s"', (before, verb, after) => {
    expect(splitEventName(before + verb + after)).toMatchObject({ before, verb, after })
  })

  it('leaves a name without a verb whole', () => {
    expect(splitEventName('CancelOrder')).toEqual({
      before: 'CancelOrder',
      verb: '',
      after: '',
      tense: 'none',
    })
  })
})

const piece = fc.constantFrom(
  ...[...pastNames, ...otherNames].slice(0, 400),
  '.',
  '/',
  '_',
  '2',
  'Event',
  'Been',
  'To',
  'ß',
  '\u0301',
)

// The time limit is only for machines under other load.
describe('laws', { timeout: 60_000 }, () => {
  it('the three parts are the name, and there is a verb exactly where there is a tense', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (name) => {
          const { before, verb, after, tense } = splitEventName(name)
          expect(before + verb + after).toBe(name)
          expect(verb === '').toBe(tense === 'none')
        },
      ),
      { numRuns: 500 },
    )
  })

  it('a name means the same in every style', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pastNames, ...otherNames), (name) => {
        fc.pre(/^(?:[A-Z][a-z]+)+$/.test(name))
        const parts = name.match(/[A-Z][a-z]+/g) ?? []
        const tense = splitEventName(name).tense
        expect(splitEventName(parts.join('_').toLowerCase()).tense).toBe(tense)
        expect(splitEventName(parts.join('-').toLowerCase()).tense).toBe(tense)
        expect(splitEventName(parts.join('_').toUpperCase()).tense).toBe(tense)
        expect(splitEventName(`com.acme.${name}.v2`).tense === 'none').toBe(tense === 'none')
      }),
    )
  })
})
