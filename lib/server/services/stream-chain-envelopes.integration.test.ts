import { afterAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send, sender } from '@/lib/server/ingest/testing/received'
import { eraseEvent } from './erase-event'
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
