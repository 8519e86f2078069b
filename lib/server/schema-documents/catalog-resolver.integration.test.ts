import { afterAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send } from '@/lib/server/ingest/testing/received'

useTestDatabase()
afterAll(closeReceiver)

const money = (type: string) => ({
  $id: 'https://shop.example/schemas/money',
  type: 'object',
  properties: { currency: { $ref: 'currency' }, amount: { type } },
  required: ['amount'],
})
const order = (reference: string) => ({
  $id: 'https://shop.example/schemas/order',
  type: 'object',
  properties: { total: { $ref: reference } },
})

async function publish(name: string, schema: unknown): Promise<void> {
  const body = { schema, breaking_reason: 'what it refers to is looked at here' }
  expect((await ask('publishVersion', { params: { name }, body })).status).toBe(201)
}

test('references lead to what the catalog published last under that identity, and nowhere else', async () => {
  for (const name of ['MoneyMoved', 'CurrencyChosen', 'OrderPlaced'])
    await ask('createEventType', { body: { name, kind: 'domain' } })
  await publish('CurrencyChosen', { $id: 'https://shop.example/schemas/currency#', enum: ['EUR', 'USD'] })
  await publish('MoneyMoved', money('string'))
  await publish('MoneyMoved', money('number'))
  const verdict = async (before: unknown, after: unknown) => {
    const { value } = await ask('checkCompatibility', { body: { before, after, policy: 'strict' } })
    return (value as { forward: { verdict: string; witness?: unknown; reason?: string } }).forward
  }
  const spelledOut = {
    type: 'object',
    properties: {
      total: {
        ...money('number'),
        $id: undefined,
        properties: { currency: { enum: ['EUR', 'USD'] }, amount: { type: 'number' } },
      },
    },
  }
  expect(await verdict(order('money'), spelledOut)).toEqual({ verdict: 'compatible' })
  const narrower = { ...spelledOut, properties: { total: { ...spelledOut.properties.total, required: [] } } }
  expect(await verdict(order('money'), narrower)).toMatchObject({ verdict: 'breaking' })
  expect(await verdict(order('elsewhere'), spelledOut)).toMatchObject({ verdict: 'unknown' })
  await publish('OrderPlaced', order('money'))
  await publish('OrderPlaced', { ...order('money'), required: ['total'] })
  const { value } = await ask('getDiff', {
    params: { name: 'OrderPlaced' },
    query: { from: '1.0.0', to: 'latest' },
  })
  expect(value).toMatchObject({ backward: { verdict: 'breaking' }, forward: { verdict: 'compatible' } })
})

test('events are judged by the referenced schema that was published last', async () => {
  const identity = 'https://shop.example/schemas/weight'
  for (const name of ['WeightTaken', 'ParcelSent'])
    await ask('createEventType', { body: { name, kind: 'domain' } })
  await publish('WeightTaken', { $id: identity, type: 'string' })
  await publish('ParcelSent', { type: 'object', properties: { weight: { $ref: identity } } })
  const validity = async () => {
    const sent = envelope({ type: 'ParcelSent', data: { weight: 12 } })
    return (await send(sent))[0]?.status
  }
  expect(await validity()).toBe('invalid')
  await publish('WeightTaken', { $id: identity, type: 'number' })
  expect(await validity()).toBe('accepted')
})
