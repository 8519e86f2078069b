import { expect, it } from 'vitest'
import { awaitedSteps, type AwaitedStep } from './awaited'
import { chainOf } from './chain-drawing'
import type { ViewChain } from './chain-view'
import { layoutTree } from './tree'

const after = (event_id: string, state: AwaitedStep['state']): AwaitedStep => ({
  event_id,
  state,
  type: 'PaymentAuthorised',
  version: '1.0.0',
  n: 60,
  ended_share: 0,
  alternatives: [
    { type: 'PaymentCaptured', share: 0.9 },
    { type: 'PaymentDeclined', share: 0.1 },
  ],
  share: 1,
  p95_ms: 1_000,
  due_ms: 60_000,
  waited_ms: state === 'overdue' ? 90_000 : 500,
  owner: null,
  exception: null,
})

function states(chain: ViewChain, steps: readonly AwaitedStep[], moment: number | null = null): string {
  const tree = layoutTree(chain)
  return [...awaitedSteps(tree, steps, moment).steps]
    .map(([node, { state }]) => `${chain.members[tree.member[node]!]!.event_id} ${state}`)
    .join(', ')
}

it('only what is in time or overdue is waited for, and only of events of the chain', () => {
  const chain = chainOf('PaymentAuthorised a 0\nPaymentAuthorised b 0')
  const steps = [after('b', 'overdue'), after('a', 'in-time'), after('elsewhere', 'overdue')]
  expect(states(chain, steps)).toBe('a in-time, b overdue')
  expect(states(chain, [after('a', 'ends-here'), after('b', 'unknown')])).toBe('')
})

it('what has come since it was asked is not waited for any more', () => {
  const chain = chainOf(`
    PaymentAuthorised a 0
      PaymentDeclined a1 9
    PaymentAuthorised b 0
      CardUpdated b1 9
    PaymentAuthorised c 0
      CardUpdated c1 9
        PaymentCaptured c2 9
  `)
  expect(states(chain, [after('a', 'overdue'), after('b', 'in-time'), after('c', 'overdue')])).toBe(
    'c overdue',
  )
})

it('overdue ones stand in the order of the tree, where trees of a shared trace come last', () => {
  const tree = layoutTree(chainOf('~PaymentAuthorised a 0\nPaymentAuthorised b 0'))
  const { overdue } = awaitedSteps(tree, [after('a', 'overdue'), after('b', 'overdue')], null)
  expect([...overdue]).toEqual([tree.nodeOf[1], tree.nodeOf[0]])
})

it('looking back, what is missing today is judged as of then', () => {
  const chain = chainOf('PaymentAuthorised a 0')
  const { created } = chain.members[0]!
  expect(states(chain, [after('a', 'overdue')], created + 60_000)).toBe('a in-time')
  expect(states(chain, [after('a', 'overdue')], created + 60_001)).toBe('a overdue')
})
