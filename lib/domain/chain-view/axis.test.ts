import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAxis, placeOn, silencesOf } from './axis'
import { ticksOf } from './ticks'

const SECOND = 1_000
const DAY = 86_400 * SECOND
const at = (...instants: number[]) => Float64Array.from(instants)

/** The axis as 40 characters: events `o`, a cut-out silence `/`, ticks below. */
function draw(instants: Float64Array, cut = true): string {
  const axis = buildAxis(instants, cut)
  const column = (share: number) => Math.round(share * 39)
  const line = Array.from({ length: 40 }, () => '-')
  for (const { at: from, to } of silencesOf(axis)) line.fill('/', column(from), column(to))
  for (const instant of instants) line[column(placeOn(axis, instant))] = 'o'
  const labels = ticksOf(axis, 0.2).map(({ at, label }) => `${column(at)}:${label}`)
  return `${line.join('')} ${labels.join(' ')}`.trim()
}

describe('the time axis of a chain', () => {
  it('runs evenly, with ticks at round offsets', () => {
    expect(draw(at(0, 14 * SECOND, 62 * SECOND))).toBe(
      'o--------o-----------------------------o 9:+15 s 19:+30 s 28:+45 s',
    )
  })

  it('cuts a silence of days out of a chain of seconds, and names where it ends', () => {
    expect(draw(at(0, SECOND, 2 * SECOND, 3 * DAY, 3 * DAY + 2 * SECOND))).toBe(
      'o--------o---------oo------------------o 9:+1 s 20:+3 d 30:…+1 s',
    )
  })

  it('keeps the silence where the axis shall be true to scale', () => {
    expect(draw(at(0, SECOND, 3 * DAY), false)).toBe(
      'o--------------------------------------o 13:+1 d 26:+2 d',
    )
  })

  it('never cuts out the only time there is', () => {
    expect(silencesOf(buildAxis(at(0, 5 * DAY), true))).toEqual([])
    expect(silencesOf(buildAxis(at(7, 7), true))).toEqual([])
  })

  it('puts events at one instant at the start, and needs no events', () => {
    expect(placeOn(buildAxis(at(7, 7), true), 7)).toBe(0)
    expect(ticksOf(buildAxis(at(7, 7), true), 0.2)).toEqual([])
    expect(placeOn(buildAxis(at(), true), 7)).toBe(0)
  })

  it('keeps the order of events, whatever is cut out', () => {
    const instants = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 90 * DAY })),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(instants, fc.boolean(), (list, cut) => {
        const axis = buildAxis(Float64Array.from(list), cut)
        const places = [...list].sort((a, b) => a - b).map((instant) => placeOn(axis, instant))
        for (const [i, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(places[i - 1] ?? 0)
          expect(place).toBeLessThanOrEqual(1)
        }
        // Nor does a label ever cover another, or run out of the axis.
        let free = 0.15
        for (const { at, before } of ticksOf(axis, 0.15)) {
          const from = before ? at - 0.15 : at
          expect(from).toBeGreaterThanOrEqual(free - 1e-9)
          free = from + 0.15
          expect(free).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })
})
