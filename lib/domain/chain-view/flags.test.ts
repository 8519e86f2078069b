import { expect, it } from 'vitest'
import { chainOf } from './chain-drawing'
import { isWrong, tagsOf } from './flags'

it('calls wrong what has a bad tag, and nothing else', () => {
  const [member] = chainOf('OrderPlaced a 0').members
  const flags =
    'conflict in-cycle clock-skew late expired-parent foreign-owner duplicate imported erased other'
  for (const status of ['valid', 'invalid', 'unknown'] as const)
    for (const flag of ['', ...flags.split(' ')]) {
      const one = { ...member!, status, flags: flag === '' ? [] : [flag] }
      expect([status, flag, isWrong(one)]).toEqual([
        status,
        flag,
        tagsOf(one).some(({ tone }) => tone === 'bad'),
      ])
    }
})

it('puts the gravest first, and that it came late last of what may mislead', () => {
  const [, below] = chainOf(`
    OrderPlaced a 0
      OrderPaid b -2 clock-skew
  `).members
  const tags = tagsOf({
    ...below!,
    status: 'invalid',
    flags: ['late', 'duplicate', 'clock-skew', 'conflict'],
  })
  expect(tags.map(({ short }) => short)).toEqual([
    'breaks schema',
    'conflict',
    'clock −2 s',
    'late',
    'duplicate ×1',
  ])
})
