import { expect, it } from 'vitest'
import { packChain, unpackChain } from './chain-columns'
import { chainOf } from './chain-drawing'
import { placesOf } from './chain-places'
import type { ViewChain, ViewMember } from './chain-view'

function packed(chain: ViewChain) {
  const describe = ({ created, received, ...member }: ViewMember) => ({
    ...member,
    parent: chain.members.findIndex(({ event_id }) => event_id === member.parent_event_id),
    created_us: created * 1_000,
    received_us: received * 1_000,
  })
  return packChain(chain.members, describe, chain.missing, {
    focus: chain.focus,
    large_traces: [],
    truncated: false,
  })
}

it('unpacks the chain that was packed', () => {
  const chain = chainOf(`
    OrderPlaced a 0
      CardUpdated b 1 cud invalid late
      PaymentCaptured c -2 clock-skew duplicate by:payments
    ? gone
      OrderPaid d 7 unknown
        OrderShipped e 9
    ~OrderSeen f 3 in-cycle
  `)
  expect(unpackChain(JSON.parse(JSON.stringify(packed(chain))) as ReturnType<typeof packed>)).toEqual(chain)
  expect(unpackChain(packed(chainOf('')))).toEqual(chainOf(''))
})

it('knows of the unpacked chain in numbers what would be found in it', () => {
  const chain = chainOf(`
    OrderPlaced a 0
      PaymentCaptured c 2 by:payments
        OrderPlaced b 3
    ? gone
      OrderPaid d 7 unknown
  `)
  const unpacked = unpackChain(packed(chain))
  const { placeOf, joinedIds, ...numbers } = placesOf(unpacked)
  const { placeOf: find, joinedIds: join, ...found } = placesOf({ ...unpacked })
  expect(joinedIds()).toBe(join())
  expect(numbers).toEqual(found)
  for (const id of ['a', 'b', 'c', 'd', 'gone']) expect(placeOf(id)).toBe(find(id))
})

it('gives the start of a cycle no delay, whichever member its parent is', () => {
  const chain = chainOf(`
    OrderPlaced a 0 in-cycle
      OrderPaid b 1 in-cycle
  `)
  const [start, next] = chain.members
  const cycle = { ...chain, members: [{ ...start!, parent_event_id: 'b' }, next!] }
  expect(unpackChain(packed(cycle))).toEqual(cycle)
})
