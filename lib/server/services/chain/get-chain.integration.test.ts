import { afterAll, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import { getChain } from './get-chain'
import { getEvent } from '@/lib/server/services/event/get-event'
import { getFlows } from '@/lib/server/services/flow/get-flows'
import { searchEverything } from '@/lib/server/services/catalog/search-everything'

useTestDatabase()
afterAll(closeReceiver)

test('an id that never came is found by what names it as its parent, until it comes', async () => {
  await send([envelope({ id: 'lonely', parent: 'nowhere/1', type: 'ParcelStrayed' })])
  const first = async () => (await searchEverything(sender, { query: { q: 'nowhere/1' } })).hits[0]
  expect(await first()).toMatchObject({ kind: 'event', href: '/events/lonely' })
  await send([envelope({ id: 'nowhere/1', type: 'ParcelStrayed' })])
  expect(await first()).toMatchObject({ kind: 'event', href: '/events/nowhere%2F1' })
})

test('a chain grows together in any order of arrival, and is found from every member', async () => {
  const line = ['c-1', 'c-2', 'c-3', 'c-4', 'c-5']
  const events = line.map((id, i) =>
    envelope({
      id,
      parent: i === 0 ? null : line[i - 1]!,
      created: `2026-08-06T09:00:0${i}Z`,
      data: { order_id: 'o-77' },
      meta: { trace_id: 'trace-c', producer: `s-${i}` },
    }),
  )
  for (const index of [3, 0, 4, 2, 1])
    expect(await send([events[index]])).toMatchObject([{ status: 'accepted' }])
  for (const id of line) {
    const chain = await getChain(sender, { event_id: id })
    expect(chain.members.map((member) => [member.event_id, member.depth])).toEqual(
      line.map((each, depth) => [each, depth]),
    )
    expect(chain.missing).toEqual([])
  }
  const flows = await getFlows(sender, { query: { type: 'OrderPlaced' } })
  expect(flows.edges).toMatchObject([{ from: 'OrderPlaced', to: 'OrderPlaced', count: 4 }])
  expect(flows.edges[0]!.p50_ms).toBeGreaterThan(700)
  expect(flows.edges[0]!.p50_ms).toBeLessThan(1_450)
})

test('shows a missing parent with its children, and what shares a trace beside it', async () => {
  await send([
    envelope({ id: 'm-1', parent: 'never', meta: { trace_id: 'trace-m' } }),
    envelope({ id: 'm-2', parent: 'never' }),
    envelope({ id: 't-1', meta: { trace_id: 'trace-m' } }),
    envelope({ id: 't-2', parent: 't-1' }),
  ])
  const chain = await getChain(sender, { event_id: 'm-2' })
  expect(chain.missing).toEqual([{ event_id: 'never', before: 0, children: ['m-1', 'm-2'], expired: false }])
  expect(chain.members.map((member) => `${member.event_id} ${member.joined_by} ${member.depth}`)).toEqual([
    'm-1 parent 1',
    'm-2 parent 1',
    't-1 trace 0',
    't-2 trace 1',
  ])
})

test('says that a parent is past retention where it was received once', async () => {
  const parent = {
    ...envelope({ id: 'x-parent', created: '2025-01-05T10:00:00Z' }),
    received_at: '2025-01-05T10:00:00Z',
  }
  await send([parent], 'import')
  await send([envelope({ id: 'x-child', parent: 'x-parent' })])
  await pool().query(`SELECT events.drop_oldest_day('2025-02-01')`)
  const chain = await getChain(sender, { event_id: 'x-child' })
  expect(chain.missing).toMatchObject([{ event_id: 'x-parent', expired: true }])
  expect(chain.members[0]!.flags).toContain('expired-parent')
  await expect(getEvent(sender, { event_id: 'x-parent' })).rejects.toMatchObject({
    slug: 'event-not-found',
  })
})

test('what a chain is found by is kept once for the chain, however many requests its events come in', async () => {
  const data = { order_id: 'kept-once' }
  await send([envelope({ id: 'k-1', data }), envelope({ id: 'k-2', parent: 'k-1', data })])
  await send(envelope({ id: 'k-3', parent: 'k-2', data }))
  await send(envelope({ id: 'k-other', data }))
  const { rows } = await pool().query<{ chain_id: string }>(
    "SELECT chain_id FROM events.chain_search_key WHERE h = hashtextextended('kkept-once', 0) ORDER BY 1",
  )
  expect(rows.map((row) => row.chain_id)).toEqual(['k-1', 'k-other'])
})
