import { describe, expect, test } from 'vitest'
import { exceptionOf, findExceptions, outcomesOf } from './exceptions'
import { judgeWaiting } from './expectation'
import { learnHistory, type PastEvent } from './step-history'

const DAY = 86_400_000

interface Picked extends PastEvent {
  readonly id: string
  readonly fields: ReadonlySet<string>
}

let nth = 0
/** So many picks of so many days, led on or not, with these fields. */
function picks(count: number, led: boolean, fields: readonly string[], days = 10): Picked[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `pick-${nth++}`,
    waited: (1 + (i % days)) * DAY,
    followers: led ? [{ type: 'StockUpdated', delay: 1_000 }] : [],
    fields: new Set(fields),
  }))
}

function exceptionsAmong(events: readonly Picked[]) {
  const fieldsOf = new Map(events.map(({ id, fields }) => [id, fields]))
  const outcomes = outcomesOf(events, learnHistory(events).steps[0]!)
  return outcomes === null ? [] : findExceptions(outcomes, (id) => fieldsOf.get(id))
}

describe('exceptions of an expected step', () => {
  test('are told by a field that is not given where nothing follows', () => {
    const events = [...picks(500, true, ['sku', 'shelf']), ...picks(8, false, ['sku'])]
    expect(exceptionsAmong(events)).toEqual([{ field: 'shelf', given: false, n: 8, came: 0 }])
  })

  test('are told by a field that is given only there', () => {
    const events = [...picks(500, true, ['sku']), ...picks(8, false, ['sku', 'cancelled_at'])]
    expect(exceptionsAmong(events)).toEqual([{ field: 'cancelled_at', given: true, n: 8, came: 0 }])
  })

  test('are not made of what stopped by chance, of too few, or of a bad day', () => {
    const usual = picks(500, true, ['sku', 'shelf'])
    expect(exceptionsAmong([...usual, ...picks(12, false, ['sku', 'shelf'])])).toEqual([])
    expect(exceptionsAmong([...usual, ...picks(2, false, ['sku'])])).toEqual([])
    expect(exceptionsAmong([...usual, ...picks(20, false, ['sku'], 2)])).toEqual([])
  })

  test('are none where as many go on', () => {
    const events = [
      ...picks(500, true, ['sku', 'shelf']),
      ...picks(8, true, ['sku']),
      ...picks(8, false, ['sku']),
    ]
    expect(exceptionsAmong(events)).toEqual([])
  })

  test('need more ends where only a part of what went on was looked at', () => {
    const many = picks(4_000, true, ['sku', 'shelf'])
    const among = (ends: number, certainty: 'likely' | 'sure') => {
      const events = [...many, ...picks(ends, false, ['sku'])]
      const fieldsOf = new Map(
        events.filter((_, i) => i % 4 === 0 || i >= 4_000).map(({ id, fields }) => [id, fields]),
      )
      const outcomes = outcomesOf(events, learnHistory(events).steps[0]!)!
      return findExceptions(outcomes, (id) => fieldsOf.get(id), certainty).length
    }
    expect([among(9, 'sure'), among(15, 'sure'), among(9, 'likely')]).toEqual([0, 1, 1])
  })
})

test('an event that is an exception ends here as usual, whatever the others do', () => {
  const history = learnHistory(picks(500, true, ['sku', 'shelf']))
  const exceptions = [{ field: 'shelf', given: false, n: 8, came: 0 }]
  const excused = { ...history, steps: history.steps.map((step) => ({ ...step, exceptions })) }
  const waiting = (...fields: string[]) => ({ waited: DAY, followers: [], lag: 0, fields: new Set(fields) })
  expect(exceptionOf(exceptions, new Set(['shelf']))).toBeUndefined()
  expect(judgeWaiting(excused, waiting('sku'))).toMatchObject({
    state: 'ends-here',
    exception: { field: 'shelf' },
    step: { types: [{ type: 'StockUpdated' }] },
  })
  expect(judgeWaiting(excused, waiting('sku', 'shelf'))?.state).toBe('overdue')
  // Beside others that came there is nothing to say of it.
  expect(judgeWaiting(excused, { ...waiting('sku'), followers: ['PickCounted'] })).toBeNull()
})
