import { expect, it } from 'vitest'
import { chainOf } from './chain-drawing'
import { handOverText, type Contact } from './hand-over'

it('tells a colleague the cause, how far it came, what is missing or wrong, and whom to ask', () => {
  const chain = chainOf(`
    OrderPlaced o1 0 by:ordering
      PaymentAuthorised p1 14 by:payments
        CardUpdated c1 21 invalid by:cards
    ? gone
      LabelPrinted l1 56 by:shipping
  `)
  const text = handOverText({
    chain,
    selected: 'c1',
    link: 'https://past.example/events/o1',
    contacts: new Map([['cards', { name: 'Cards', ways: ['#cards', 'cards@example.com'] }]]),
    violations: new Map([['c1', [{ pointer: '/expiry', message: 'must be a date' }]]]),
  })
  expect(text.split('\n')).toEqual([
    'Chain of CardUpdated 1.0.0, event c1',
    '4 events, 4 owners, 1 missing, 1 breaks its schema, over 56 s.',
    '',
    'Cause: OrderPlaced 1.0.0, 2026-08-06T12:00:00.000Z, owner ordering, event o1',
    'This event: CardUpdated 1.0.0, 2026-08-06T12:00:21.000Z, 7 s after its parent, owner cards, event c1',
    'Last good step: LabelPrinted 1.0.0, 2026-08-06T12:00:56.000Z, owner shipping, event l1',
    '',
    'Missing:',
    '- event gone, not received; 1 event names it as parent',
    '',
    'Wrong:',
    '- breaks schema: CardUpdated 1.0.0, 2026-08-06T12:00:21.000Z, 7 s after its parent, owner cards, event c1',
    '    /expiry: must be a date',
    '',
    'Owner: Cards (#cards, cards@example.com)',
    'Owner: shipping (not in the catalog)',
    '',
    'https://past.example/events/o1',
    '',
  ])
})

it('names the missing parent as the cause below it, and shortens long lists', () => {
  const missing = Array.from({ length: 12 }, (_, i) => `? gone${i}\n  LabelPrinted l${i} ${i}`).join('\n')
  const text = handOverText({
    chain: chainOf(missing),
    selected: 'l3',
    link: '',
    contacts: new Map(),
    violations: new Map(),
  })
  expect(text).toContain('Cause: not received (event gone3)\nThis event: LabelPrinted')
  expect(text).toContain('- and 2 more')
})

it('counts what is not in the catalog as good, and says where nothing is', () => {
  const told = (drawing: string) =>
    handOverText({
      chain: chainOf(drawing),
      selected: 'o1',
      link: '',
      contacts: new Map(),
      violations: new Map(),
    })
  expect(told('OrderPlaced o1 0 invalid\n  OrderSeen s1 3 unknown')).toContain('Last good step: OrderSeen')
  expect(told('OrderPlaced o1 0 invalid')).toContain('Last good step: none of what was received')
})

it('tells of a missing step how usual it is, and how often such an alarm was false', () => {
  const step = {
    state: 'overdue' as const,
    event_id: 'o1',
    type: 'OrderPlaced',
    version: '1.0.0',
    n: 500,
    ended_share: 0.02,
    alternatives: [{ type: 'OrderConfirmed', share: 0.98 }],
    share: 0.98,
    exception: null,
    p95_ms: 240_000,
    due_ms: 400_000,
    waited_ms: 2_220_000,
    owner: { slug: 'ordering', name: 'Ordering' },
    alarms: 41,
    false_alarms: 1,
  }
  const text = handOverText({
    chain: chainOf('OrderPlaced o1 0 by:ordering'),
    selected: 'o1',
    overdue: [step, { ...step, alarms: 0, false_alarms: 0 }],
    overdueCount: 1_202,
    remark: 'Judged were some.',
    link: '',
    contacts: new Map(),
    violations: new Map(),
  })
  expect(text).toContain(
    'Missing step:\n- after OrderPlaced, event o1: 98.0 % lead to OrderConfirmed, 95 % of them within 4 min (n = 500); this one has waited 37 min; owner Ordering. Of 41 such alarms in the past, 1 was false.\n',
  )
  expect(text).toContain(
    'owner Ordering. The past gave no such alarm.\n- and 1,200 more\nJudged were some.\n',
  )
})

it('tells what is not in the catalog from what could not be read', () => {
  const told = (contact: Contact | null | undefined) =>
    handOverText({
      chain: chainOf('OrderPlaced o1 0 invalid by:ordering'),
      selected: 'o1',
      link: '',
      contacts: new Map(contact === undefined ? [] : [['ordering', contact]]),
      violations: new Map([['o1', null]]),
    })
  expect(told(undefined)).toContain('Owner: ordering (not in the catalog)')
  expect(told({ name: 'Ordering', ways: [] })).toContain('Owner: Ordering (no contact in the catalog)')
  expect(told(null)).toContain('Owner: ordering (how to reach them could not be read)')
  expect(told(null)).toContain('event o1\n    what validation said could not be read\n')
})
