import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, publish, send, sender } from '@/lib/server/ingest/testing/received'
import { keepRetention } from '@/lib/server/retention/keep-retention'
import { instantText } from '@/lib/domain/chain-view/chain-view'
import { unpackChain } from '@/lib/domain/chain-view/chain-columns'
import { eraseEvent } from '@/lib/server/services/event/erase-event'
import { getChain } from './get-chain'
import { getChainColumns, getFirstColumns } from './get-chain-columns'

useTestDatabase()
afterAll(closeReceiver)

const schema = { type: 'object', required: ['order_id'], properties: { order_id: { type: 'string' } } }

beforeAll(async () => {
  await publish('OrderPlaced', { label: '1.0.0', schema })
})

/** What the screen makes of the columns, as the API says it. */
async function unpacked(event_id: string) {
  const { members, ...chain } = unpackChain(await getChainColumns(sender, { event_id }))
  return {
    ...chain,
    members: members.map(({ created, received, ...member }) => ({
      ...member,
      created_at: instantText(created),
      received_at: instantText(received),
    })),
  }
}

test('a chain by columns says what the chain says', async () => {
  await send([
    envelope({ id: 'a', data: { order_id: 'o-1' }, meta: { trace_id: 't', producer: 'shop' } }),
    envelope({ id: 'a', data: { order_id: 'o-1' }, meta: { trace_id: 't', producer: 'shop' } }),
    envelope({ id: 'b', parent: 'a', created: '2026-08-06T08:59:59.123456Z' }),
    envelope({ id: 'b', parent: 'a', data: { order_id: 'another' } }),
    envelope({ id: 'c', parent: 'gone', type: 'NeverRegistered', meta: { trace_id: 't' } }),
    envelope({ id: 'd', parent: 'c' }),
    envelope({ id: 'loop-1', parent: 'loop-2', meta: { trace_id: 't', owner_id: 'somebody' } }),
    envelope({ id: 'loop-2', parent: 'loop-1' }),
  ])
  for (const event_id of ['a', 'c', 'loop-2']) {
    const chain = await getChain(sender, { event_id })
    expect(chain.members).toHaveLength(6)
    expect(await unpacked(event_id)).toEqual(chain)
  }
})

test('a chain of thousands, read by columns, is the same as one read by rows', async () => {
  const line = Array.from({ length: 2_600 }, (_, i) =>
    envelope({
      id: `l-${i}`,
      parent: i === 0 ? 'before-all' : `l-${i % 3 === 0 ? Math.floor(i / 3) : i - 1}`,
      created: new Date(Date.UTC(2026, 7, 6) + i * 1_500).toISOString(),
      data: i % 7 === 0 ? { order_id: 'o' } : {},
      meta: i % 2 === 0 ? { producer: `service-${i % 5}` } : {},
    }),
  )
  await send(line)
  await send([line[4], line[4], envelope({ id: 'l-5', data: { order_id: 'changed' } })])
  await eraseEvent(sender, { event_id: 'l-6', body: { reason: 'the customer asked' } })
  const chain = await getChain(sender, { event_id: 'l-9' })
  expect(chain.members).toHaveLength(2_600)
  expect(chain.members.find(({ event_id }) => event_id === 'l-4')).toMatchObject({
    deliveries: 3,
    producer: 'service-4',
    parent_event_id: 'l-3',
  })
  expect(chain.members.find(({ event_id }) => event_id === 'l-5')?.flags).toContain('conflict')
  expect(chain.members.find(({ event_id }) => event_id === 'l-6')?.flags).toContain('erased')
  expect(chain.members.filter(({ status }) => status === 'invalid').length).toBeGreaterThan(2_000)
  expect(await unpacked('l-9')).toEqual(chain)
  const left = AbortSignal.abort(new Error('nobody waits'))
  await expect(getChainColumns(sender, { event_id: 'l-9', signal: left })).rejects.toThrow('nobody waits')
})

test('a page is not given a chain larger than it carries', async () => {
  const first = (most: number) => getFirstColumns(sender, { event_id: 'a', most, most_in_line: 9 })
  expect((await first(6)).whole?.parents).toHaveLength(6)
  const { whole, line } = await first(5)
  expect(whole).toBeNull()
  expect(line?.parents).toHaveLength(1)
  const nobody = { event_id: 'nobody', most: 5, most_in_line: 9 }
  await expect(getFirstColumns(sender, nobody)).rejects.toMatchObject({ slug: 'event-not-found' })
  await expect(getChainColumns(sender, nobody)).rejects.toMatchObject({ slug: 'event-not-found' })
})

test('the line to an event is the event and what led to it, no further up than asked, and never round in circles', async () => {
  const line = async (event_id: string, most_in_line: number) => {
    const first = await getFirstColumns(sender, { event_id, most: 0, most_in_line })
    const { members, missing } = unpackChain(first.line!)
    return { ids: members.map((member) => member.event_id), missing: missing.length }
  }
  await send([
    envelope({ id: 'up-1' }),
    envelope({ id: 'up-2', parent: 'up-1' }),
    envelope({ id: 'up-3', parent: 'up-2' }),
    envelope({ id: 'beside', parent: 'up-2' }),
    envelope({ id: 'self', parent: 'self' }),
  ])
  expect(await line('up-3', 10)).toEqual({ ids: ['up-1', 'up-2', 'up-3'], missing: 0 })
  expect(await line('up-3', 2)).toEqual({ ids: ['up-2', 'up-3'], missing: 0 })
  expect((await line('self', 5)).ids).toEqual(['self'])
})

test('an event that retention took leads to what is left of its chain, however large that is', async () => {
  const told = (id: string, received_at: string, parent: string | null = null) => ({
    ...envelope({ id, created: received_at, parent }),
    received_at,
  })
  const left = Array.from({ length: 4 }, (_, i) => told(`left-${i}`, '2025-10-01T00:00:00Z', 'dropped'))
  await send([told('dropped', '2025-09-01T00:00:00Z'), ...left], 'import')
  await keepRetention('2025-10-01', 57)
  const first = (most: number) => getFirstColumns(sender, { event_id: 'dropped', most, most_in_line: 9 })
  expect((await first(4)).whole?.parents).toHaveLength(4)
  expect(await first(3)).toEqual({ whole: null, line: null })
})
