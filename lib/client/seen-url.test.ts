import { expect, test } from 'vitest'
import type { SeenType } from '@/lib/contracts/seen-type'
import { findSeenTypes } from './seen-url'

const types = ['CrateOpened', 'CrateSealed', 'DoorOpened'].map((name, index): SeenType => ({
  name,
  versions: ['1'],
  producers: index === 2 ? ['front-desk'] : [],
  count: 1,
  first_seen_at: '2026-08-06T09:03:20.000Z',
  last_received_at: '2026-08-06T09:03:20.000Z',
}))

test.each([
  ['', ['CrateOpened', 'CrateSealed', 'DoorOpened']],
  ['opened', ['CrateOpened', 'DoorOpened']],
  [' OPENED  crate', ['CrateOpened']],
  ['desk', ['DoorOpened']],
  ['lost', []],
])('of the seen types %o finds %o', (words, names) => {
  expect(findSeenTypes(types, words).map(({ name }) => name)).toEqual(names)
})
