import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildChain, type ChainEvent } from '@/lib/domain/chain/build-chain'
import { chainThen, knownThen, receiptsOf } from './as-of'
import { chainOf } from './chain-drawing'
import { placesOf } from './chain-places'
import type { ViewChain, ViewMember } from './chain-view'

/** The drawing with each event received when its place among the ids says, in seconds. */
function received(drawing: string, order: string) {
  const chain = chainOf(drawing)
  const first = Math.min(...chain.members.map(({ created }) => created))
  return {
    ...chain,
    members: chain.members.map((member) => ({
      ...member,
      received: first + order.split(' ').indexOf(member.event_id) * 1_000,
    })),
    at: (second: number) => first + second * 1_000,
  }
}

function chainAsOf(now: ViewChain, moment: number): ViewChain {
  const known = knownThen(now, moment)
  return known === null ? now : chainThen(now, known)
}

const chain = received(
  `
    OrderPlaced a 0
      OrderPaid b 1
        OrderShipped c 2
      ItemPicked d -1 clock-skew
`,
  'b c a d',
)

it('shows what had been received, with later parents as missing', () => {
  const then = chainAsOf(chain, chain.at(1))
  expect(then.members.map(({ event_id, depth, delay_ms }) => [event_id, depth, delay_ms])).toEqual([
    ['b', 1, null],
    ['c', 2, 1_000],
  ])
  expect(then.missing).toEqual([{ event_id: 'a', before: 0, children: ['b'], expired: false }])
  expect(chainAsOf(chain, chain.at(-1)).members).toEqual([])
})

it('shows the chain itself at the moment of its last receipt', () => {
  const { at: _, ...whole } = chain
  const { at: __, ...now } = { at: null, ...chainAsOf(chain, chain.at(3)) }
  // Children stand in the order of their creation, not of the drawing.
  const byId = (a: { event_id: string }, b: { event_id: string }) => (a.event_id < b.event_id ? -1 : 1)
  expect([...now.members].sort(byId)).toEqual([...whole.members].sort(byId))
  expect(now.missing).toEqual([])
})

it('names each moment of receipt once, in order', () => {
  const twice = { ...chain, members: [...chain.members, ...chain.members] }
  expect([...receiptsOf(twice)]).toEqual([0, 1, 2, 3].map(chain.at))
})

const [one] = chain.members

/** The chain that is built of events, as the server builds it. */
function built(events: readonly ChainEvent[]): ViewChain {
  const { members, missing } = buildChain(events, new Set(['gone 1']))
  return {
    ...chain,
    members: members.map(({ event: { own: _, ...event }, depth, joined_by, delay_ms, flags }): ViewMember => {
      return { ...one!, ...event, type: `T${event.event_id}`, depth, joined_by, delay_ms, flags }
    }),
    missing,
  }
}

/** Any events: lines, fans, lost parents of whom one is expired, cycles, events that only a trace joins. */
const anyEvents = fc
  .array(
    fc.record({
      parent: fc.oneof(fc.integer({ min: 0, max: 11 }), fc.constantFrom(null, 'gone 0', 'gone 1')),
      created: fc.integer({ min: 0, max: 6 }),
      received: fc.integer({ min: 0, max: 6 }),
      own: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(({ parent, created, received, own }, index): ChainEvent => {
      const above = typeof parent === 'number' ? `e${parent}` : parent
      return { event_id: `e${index}`, parent_event_id: above, created, received: received + 0.5, own }
    }),
  )

it('says of any moment what building the chain of the events received by then says', () => {
  fc.assert(
    fc.property(anyEvents, fc.integer({ min: -1, max: 7 }), (events, moment) => {
      const now = built(events)
      const then = chainAsOf(now, moment)
      const known = built(events.filter(({ received }) => Math.floor(received) <= moment))
      expect(then).toEqual(known)
      const ids = events.map(({ event_id }) => event_id)
      expect(ids.map(placesOf(then).placeOf)).toEqual(ids.map(placesOf({ ...known }).placeOf))
      const found = placesOf({ ...then })
      expect(placesOf(then).parents).toEqual(found.parents)
      const { codes, names } = placesOf(then).types
      expect(Array.from(codes, (code) => names[code])).toEqual(then.members.map(({ type }) => type))
    }),
  )
})
