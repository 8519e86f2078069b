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
