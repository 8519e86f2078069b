import { describe, expect, test } from 'vitest'
import { judgeWaiting, replay } from './expectation'
import { expectationText } from './expectation-text'
import { producerLag, usualLag } from './lag'
import { learnHistory, type PastEvent } from './step-history'

const DAY = 86_400_000

/** So many events, each followed by `types` after so many seconds. */
function past(count: number, followers: Record<string, number>, waited = DAY): PastEvent[] {
  return Array.from({ length: count }, (_, i) => ({
    waited,
    followers: Object.entries(followers).map(([type, seconds]) => ({
      type,
      delay: seconds * 1000 + (i % 50) * 10,
    })),
  }))
}

const payments = [...past(900, { PaymentCaptured: 4 }), ...past(90, { PaymentDeclined: 9 }), ...past(10, {})]
const waiting = (waited: number, followers: string[] = [], lag = 0) => ({ waited, followers, lag })

describe('what is learned of a kind of event', () => {
  test('takes types that never come together for alternatives', () => {
    const { n, steps } = learnHistory(payments)
    expect(n).toBe(1_000)
    expect(steps).toMatchObject([
      {
        share: 0.99,
        types: [
          { type: 'PaymentCaptured', share: 0.9 },
          { type: 'PaymentDeclined', share: 0.09 },
        ],
      },
    ])
  })

  test('keeps steps that come side by side apart, and lets a rare one stand in for both', () => {
    const { steps } = learnHistory([
      ...past(970, { InvoiceSent: 60, PickListPrinted: 600 }),
      ...past(30, { OrderCancelled: 100 }),
    ])
    expect(steps.map(({ types }) => types.map(({ type }) => type))).toEqual([
      ['InvoiceSent', 'OrderCancelled'],
      ['PickListPrinted', 'OrderCancelled'],
    ])
  })

  test('does not take for ended what was not waited for long enough', () => {
    const { n, ended } = learnHistory([...past(100, { Paid: 3_600 }), ...past(300, {}, 60_000)])
    expect([n, ended]).toEqual([100, 0])
  })
})

describe('an event that waits', () => {
  const history = learnHistory(payments)

  test('is in time first and overdue after its deadline', () => {
    expect(judgeWaiting(history, waiting(2_000))).toMatchObject({ state: 'in-time' })
    expect(judgeWaiting(history, waiting(37 * 60_000))).toMatchObject({
      state: 'overdue',
      step: { share: 0.99 },
    })
  })

  test('is given the time that the producer is late', () => {
    expect(judgeWaiting(history, waiting(10 * 60_000, [], 3_600_000))?.state).toBe('in-time')
    expect(judgeWaiting(history, waiting(10 * 60_000, [], 0))?.state).toBe('overdue')
  })

  test('is not judged by too little history, which is what a new version begins with', () => {
    expect(judgeWaiting(learnHistory(past(49, { Paid: 1 })), waiting(DAY))?.state).toBe('unknown')
    expect(judgeWaiting(learnHistory(past(50, { Paid: 1 })), waiting(DAY))?.state).toBe('overdue')
  })

  test('ends here as usual where nothing follows nearly always', () => {
    expect(
      judgeWaiting(learnHistory([...past(60, { Reviewed: 5 }), ...past(940, {})]), waiting(DAY))?.state,
    ).toBe('ends-here')
  })

  test('is asked for what usually comes beside the events that followed', () => {
    const both = learnHistory(past(200, { InvoiceSent: 60, PickListPrinted: 600 }))
    expect(judgeWaiting(both, waiting(DAY, ['InvoiceSent']))?.step?.types).toMatchObject([
      { type: 'PickListPrinted' },
    ])
    expect(judgeWaiting(both, waiting(DAY, ['InvoiceSent', 'PickListPrinted']))).toBeNull()
  })
})

test('playing the past counts alarms, and those after which the step came', () => {
  const late = { waited: DAY, followers: [{ type: 'PaymentCaptured', delay: DAY / 2 }] }
  expect(
    replay([...payments.slice(0, 900), ...past(895, { PaymentCaptured: 4 }), late, ...past(4, {})]),
  ).toEqual({
    alarms: 5,
    late: 1,
  })
})

test('lags: nearly all of many deliveries, half of a producer’s last ones, never less than none', () => {
  expect(usualLag(Array.from({ length: 1_000 }, (_, i) => i))).toBe(1_497)
  expect(usualLag([7_200_000])).toBe(1_800_000)
  expect(producerLag([100, 200, 90_000])).toBe(200)
  expect(producerLag([])).toBe(0)
  expect(producerLag([-5_000])).toBe(0)
})

test('the sentence names share, alternatives, time, number, wait and owner', () => {
  const told = {
    type: 'PaymentAuthorised',
    version: '2.0.0',
    n: 48_210,
    ended_share: 0.018,
    alternatives: [
      { type: 'PaymentCaptured', share: 0.9 },
      { type: 'PaymentDeclined', share: 0.082 },
    ],
    share: 0.982,
    p95_ms: 240_000,
    due_ms: 600_000,
    waited_ms: 37 * 60_000,
    owner: { name: 'Payments' },
    exception: null,
  }
  expect(expectationText({ ...told, state: 'overdue' })).toBe(
    '98.2 % lead to PaymentCaptured or PaymentDeclined, 95 % of them within 4 min (n = 48,210); this one has waited 37 min; owner Payments.',
  )
  expect(expectationText({ ...told, state: 'in-time', waited_ms: 120_000 })).toContain(
    'this one may take 8 min more',
  )
  expect(
    expectationText({ ...told, state: 'ends-here', share: null, p95_ms: null, ended_share: 0.9999 }),
  ).toBe('99.9 % of these events end here (n = 48,210).')
  expect(expectationText({ ...told, state: 'unknown', n: 12 })).toContain('Too little history')
  const exception = { field: 'method', given: false, n: 21, came: 0 }
  expect(expectationText({ ...told, state: 'ends-here', exception })).toBe(
    'Events without method end here: 0 of 21 led to PaymentCaptured or PaymentDeclined.',
  )
})
