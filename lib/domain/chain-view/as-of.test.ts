import { expect, it } from 'vitest'
import { chainAsOf, receiptsOf } from './as-of'
import { chainOf } from './chain-drawing'

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
