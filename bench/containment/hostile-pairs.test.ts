import { describe, expect, it } from 'vitest'
import { checkCompatibility } from '@/lib/domain/compatibility/check-compatibility'
import { checkContainment } from '@/lib/domain/compatibility/check-containment'
import { checkConfluent } from '@/lib/domain/compatibility/confluent/check-confluent'
import { hostilePairs } from './hostile-pairs'

/** Enough to get into every one of them; the whole budget would take a minute. */
const budget = 2_000

/** What the prover takes for them is measured by `bench/hostile-pairs.ts`; here, that it answers at all and rightly. */
describe('questions meant to hurt', () => {
  it('are answered, without an overflow', () => {
    const failed = hostilePairs.flatMap(({ name, writer, reader }) => {
      const answers = name.endsWith('turned round')
        ? [checkContainment(writer, reader, { budget })]
        : [
            checkContainment(writer, reader, { budget }),
            checkCompatibility(writer, reader, { budget }).backward,
            checkConfluent(writer, reader),
          ]
      return answers.flatMap((answer) =>
        'reason' in answer && /failed|stack|undefined/.test(answer.reason ?? '')
          ? [`${name}: ${answer.reason ?? ''}`]
          : [],
      )
    })
    expect(failed).toEqual([])
  })

  it('are answered alike under the names that JavaScript gives a meaning', () => {
    for (const { name, writer, reader } of hostilePairs.filter((pair) =>
      pair.name.startsWith('a field called'),
    ))
      expect([name, checkContainment(writer, reader).verdict]).toEqual([name, 'breaking'])
    expect(({} as Record<string, unknown>)['type']).toBeUndefined()
  })
})
