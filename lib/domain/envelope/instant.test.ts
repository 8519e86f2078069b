import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInstant, isUsualText, parseInstant } from './instant'

const at = (text: string) => {
  const us = parseInstant(text)
  return us === null ? null : formatInstant(us)
}

test.each([
  ['2026-08-06T09:03:20Z', '2026-08-06T09:03:20Z'],
  ['2026-08-06t09:03:20.120z', '2026-08-06T09:03:20.120Z'],
  ['2026-08-06T11:03:20.123456789+02:00', '2026-08-06T09:03:20.123456Z'],
  ['2024-02-29T00:00:00-00:00', '2024-02-29T00:00:00Z'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
  ['9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999960Z'],
])('%s is an instant', (text, expected) => expect(at(text)).toBe(expected))

test.each([
  '2026-02-30T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-08-06',
  '2026-08-06T09:03:20',
  '2026-08-06T24:00:00Z',
  '2026-08-06T12:00:60Z',
  '2026-08-06T09:03:20+24:00',
  '2026-08-06 09:03:20Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+01:00',
  '9999-12-31T23:59:59-01:00',
  ' 2026-08-06T09:03:20Z',
  '1786007000',
])('%s is none', (text) => expect(at(text)).toBeNull())

test('what is written is read back', () => {
  const us = fc
    .integer({ min: -62_135_596_800, max: 9_000_000_000 })
    .chain((s) => fc.integer({ min: 0, max: 999_999 }).map((rest) => s * 1_000_000 + rest))
  fc.assert(
    fc.property(us, (value) => {
      expect(parseInstant(formatInstant(value))).toBe(value)
    }),
  )
})

test('a usual text is one that is written back as it was', () => {
  const digits = fc.string({ unit: fc.constantFrom('0', '1', '9'), maxLength: 8 })
  const text = fc
    .tuple(
      fc.constantFrom('T', 't'),
      fc.constantFrom('20', '59', '60'),
      digits,
      fc.constantFrom('Z', 'z', '+00:00'),
    )
    .map(([t, second, fraction, zone]) => `2016-12-31${t}23:59:${second}${fraction && '.'}${fraction}${zone}`)
  fc.assert(
    fc.property(text, (written) => {
      const us = parseInstant(written)
      if (us !== null) expect(isUsualText(written)).toBe(formatInstant(us) === written)
    }),
  )
})
