import { expect, it } from 'vitest'
import { chainOf } from './chain-drawing'
import { sortMembers } from './sort'

const { members } = chainOf(`
  OrderPlaced a 0
    StockReserved b 9
      CardUpdated c 10
    ItemPicked d 2
`)
const order = (...how: Parameters<typeof sortMembers> extends [unknown, ...infer R] ? R : never) =>
  sortMembers(members, ...how)
    .map((member) => member.event_id)
    .join('')

it('sorts by time, name and delay, both ways; roots have no delay and come last', () => {
  expect(order('created', false)).toBe('adbc')
  expect(order('created', true)).toBe('cbda')
  expect(order('type', false)).toBe('cdab')
  expect(order('delay', false)).toBe('cdba')
  expect(order('delay', true)).toBe('bdca')
})

it('keeps the order of reading among equals', () => {
  expect(order('owner', false)).toBe('abcd')
  expect(order('reading', true)).toBe('dcba')
})
