import { expect, it } from 'vitest'
import { chainOf } from './chain-drawing'
import { chainFacts, chainSentence, toldOfAll } from './facts'
import { tagsOf } from './flags'

it('says what can be counted, and nothing of what is zero', () => {
  const chain = chainOf(`
    OrderPlaced a 0 by:ordering
      CardUpdated b 5 invalid by:cards
      CardUpdated c 63 conflict by:cards
    ? gone
      LabelPrinted d 9 by:shipping
    ? old expired
      CarrierNotified e 9 in-cycle by:shipping
    ~ReportFilled f 10
  `)
  const facts = chainFacts(chain)
  expect(chainSentence(facts)).toBe(
    '6 events, 4 owners, 1 missing, 1 expired parent, 1 breaks its schema, 1 conflict, 1 in a cycle, 1 by trace only, over 1 min 3 s',
  )
  expect(chain.members[facts.last]!.event_id).toBe('c')
})

it('claims no length of time for a single event, nor for several of one moment', () => {
  expect(chainSentence(chainFacts(chainOf('OrderPlaced a 0')))).toBe('1 event, 1 owner')
  const moment = chainOf(`
    OrderPlaced a 0
      CardUpdated b 0
  `)
  expect(chainSentence(chainFacts(moment))).toBe('2 events, 1 owner')
})

it('groups large numbers', () => {
  const chain = chainOf('OrderPlaced a 0')
  const members = Array.from({ length: 12_345 }, () => chain.members[0]!)
  expect(chainSentence(chainFacts({ ...chain, members }))).toBe('12,345 events, 1 owner')
})

it('tells once that a chain was imported, where all of it was', () => {
  const chain = chainOf('OrderPlaced a 0\n  OrderConfirmed b 1')
  const imported = chain.members.map((member) => ({ ...member, flags: [...member.flags, 'imported'] }))
  const facts = chainFacts({ ...chain, members: imported })
  expect(tagsOf(imported[0]!, toldOfAll(facts))).toEqual([])
  expect(toldOfAll(chainFacts({ ...chain, members: [imported[0]!, chain.members[1]!] })).size).toBe(0)
})
