import { describe, expect, test } from 'vitest'
import { seeded } from '@/lib/server/ingest/testing/seeded'
import { delayQuantile, partWithin } from './delay'
import { findStops, groupStops, type EdgeHours } from './stops'

const HOUR = 3_600_000
const DAYS = 14
const NOW = Date.UTC(2026, 7, 20, 12)

/** Two weeks of an edge with some causes an hour; `share(hoursAgo)` of them lead on, by chance. */
function edge(
  from: string,
  to: string,
  causes: number,
  share: (hoursAgo: number) => number,
  seed = 1,
  bucket = 20,
): EdgeHours {
  const random = seeded(seed)
  const hours = Array.from({ length: DAYS * 24 }, (_, i) => {
    const ago = DAYS * 24 - i
    let count = 0
    for (let n = 0; n < causes; n++) if (random() < share(ago)) count++
    return { at: NOW - ago * HOUR, causes, count }
  })
  return { from, to, delays: [{ bucket, count: 100 }], hours }
}

describe('where flows stop', () => {
  test('an outage of some hours is one stop with its first and last hour', () => {
    const stops = findStops(
      [edge('Authorised', 'Captured', 20, (ago) => (ago <= 30 && ago > 25 ? 0.3 : 0.97))],
      NOW,
    )
    expect(stops).toHaveLength(1)
    expect(stops[0]).toMatchObject({
      since: NOW - 30 * HOUR,
      until: NOW - 26 * HOUR,
      ongoing: false,
      causes: 100,
    })
    expect(stops[0]!.missing).toBeGreaterThan(50)
    expect(stops[0]!.usual).toBeCloseTo(0.97, 1)
  })

  test('one that goes on says so', () => {
    expect(findStops([edge('A', 'B', 10, (ago) => (ago <= 4 ? 0 : 0.9))], NOW)).toMatchObject([
      { ongoing: true },
    ])
  })

  test('what could not have come yet is not missing', () => {
    // Bucket 60 holds delays of some 9 to 13 days.
    const delays = [{ bucket: 60, count: 1 }]
    const slow = edge('A', 'B', 20, (ago) => 0.9 * partWithin(delays, (ago - 0.5) * HOUR), 1, 60)
    expect(slow.hours.at(-1)!.count).toBe(0)
    expect(findStops([slow], NOW)).toEqual([])
  })

  test('what its producer usually delivers hours later is not missing before', () => {
    const nightly = edge('A', 'B', 20, (ago) => (ago <= 6 ? 0 : 0.95))
    expect(findStops([nightly], NOW)).toHaveLength(1)
    expect(findStops([{ ...nightly, lag: 6.5 * HOUR }], NOW)).toEqual([])
    // What stopped before is missing all the same.
    const stopped = edge('A', 'B', 20, (ago) => (ago <= 16 ? 0 : 0.95))
    expect(findStops([{ ...stopped, lag: 6.5 * HOUR }], NOW)).toMatchObject([
      { since: NOW - 16 * HOUR, ongoing: true },
    ])
  })

  test('chance alone makes none: 200 edges over two weeks', () => {
    const edges = Array.from({ length: 200 }, (_, i) => {
      const share = 0.1 + (0.89 * ((i * 37) % 200)) / 200
      return edge(`A${i}`, `B${i}`, 1 + (i % 25), () => share, i + 1)
    })
    expect(findStops(edges, NOW)).toEqual([])
  })

  test('where others came instead the flow turned and did not stop', () => {
    const isTurned = (ago: number) => ago <= 30 && ago > 20
    const edges = [
      edge('Authorised', 'Captured', 20, (ago) => (isTurned(ago) ? 0.1 : 0.9)),
      edge('Authorised', 'Declined', 20, (ago) => (isTurned(ago) ? 0.88 : 0.08), 2),
    ]
    expect(findStops(edges, NOW)).toEqual([])
  })

  test('one service that fails at several steps is one incident; the ones that go on come first', () => {
    const dead = (ago: number) => (ago <= 50 && ago > 44 ? 0 : 0.95)
    const stops = findStops(
      [
        edge('A', 'B', 30, dead),
        edge('C', 'D', 10, dead, 3),
        edge('E', 'F', 10, (ago) => (ago <= 3 ? 0 : 0.95), 4),
      ],
      NOW,
    )
    const incidents = groupStops(stops, ({ to }) => (to === 'F' ? 'other' : 'gateway'))
    expect(incidents.map(({ service, ongoing, stops: all }) => [service, ongoing, all.length])).toEqual([
      ['other', true, 1],
      ['gateway', false, 2],
    ])
    expect(incidents[1]!.stops[0]!.from).toBe('A')
  })
})

test('the part of delays within a time is the inverse of the percentile', () => {
  const delays = [
    { bucket: 0, count: 1 },
    { bucket: 10, count: 5 },
    { bucket: 14, count: 4 },
  ]
  for (const part of [0.2, 0.5, 0.75, 0.95])
    expect(partWithin(delays, delayQuantile(delays, part)!)).toBeCloseTo(part, 1)
  expect(partWithin(delays, 1e9)).toBe(1)
  expect(partWithin([], 5)).toBe(1)
})
