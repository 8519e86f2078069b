import { afterAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import { eraseEvent } from '@/lib/server/services/event/erase-event'
import { streamChainEnvelopes } from './stream-chain-envelopes'

useTestDatabase()
afterAll(closeReceiver)

test('the envelopes of a chain come in reading order, to the letter, whatever their number', async () => {
  const ids = Array.from({ length: 1_201 }, (_, i) => `x-${i}`)
  const line = ids.map((id, i) => JSON.stringify(envelope({ id, parent: ids[i - 1] ?? null })))
  const exact = line.map((text) => text.replace('"data":{}', '"data":{"n":9007199254740993}'))
  await send(exact.join('\n'))
  await eraseEvent(sender, { event_id: 'x-7', body: { reason: 'the customer asked' } })
  const text = await new Response(await streamChainEnvelopes(sender, { event_id: 'x-600' })).text()
  const lines = text.trimEnd().split('\n')
  expect(lines.map((each) => (JSON.parse(each) as { meta: { event_id: string } }).meta.event_id)).toEqual(ids)
  expect(lines[0]).toContain('"data":{"n":9007199254740993}')
  expect(lines[7]).toContain('"data":null')
  await expect(streamChainEnvelopes(sender, { event_id: 'nobody' })).rejects.toMatchObject({
    slug: 'event-not-found',
  })
})

test('the envelopes of a chain as it was known at a moment', async () => {
  const at = (id: string, received_at: string, parent?: string) => ({
    ...envelope({ id, parent: parent ?? null }),
    received_at,
  })
  await send([at('k-2', '2026-08-06T10:00:00.200Z', 'k-1'), at('k-1', '2026-08-06T10:00:00.900Z')], 'import')
  const known = async (received_until?: string) => {
    const query = received_until === undefined ? {} : { received_until }
    const stream = await streamChainEnvelopes(sender, { event_id: 'k-2', query })
    return (await new Response(stream).text()).match(/"event_id":"[^"]*"/g)
  }
  expect(await known()).toEqual(['"event_id":"k-1"', '"event_id":"k-2"'])
  expect(await known('2026-08-06T10:00:00.200Z')).toEqual(['"event_id":"k-2"'])
  expect(await known('2026-08-06T09:00:00Z')).toBeNull()
})
