import { afterAll, beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { answer, ask, requestFor } from '@/lib/server/http/testing/door'
import { ComparingThread } from './comparing-thread'
import { compareOn } from './current-thread'

useTestDatabase()

const thread = new ComparingThread()
beforeAll(() => compareOn(thread))
afterAll(async () => {
  compareOn(undefined)
  await thread.close()
})

const fields = (longer: number) => ({
  type: 'object',
  properties: Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [
      `field${index}`,
      { type: 'string', maxLength: index + longer },
    ]),
  ),
})

it('answers others while large schemas are compared, published, and asked for again', async () => {
  const params = { name: 'LargeExpired' }
  await ask('createEventType', { body: { ...params, kind: 'domain' } })
  await ask('publishVersion', { params, body: { schema: fields(0) } })
  const heavy = [
    () => ask('checkCompatibility', { body: { before: fields(0), after: fields(1) } }),
    () =>
      ask('publishVersion', {
        params,
        body: { schema: fields(1), label: '1.1.0', breaking_reason: 'Law 17' },
      }),
    () => ask('getDiff', { params, query: { from: '1.0.0', to: '1.1.0' } }),
  ]
  for (const call of heavy) {
    const ended: string[] = []
    const answer = call().then(({ status }) => ended.push(`heavy ${status}`))
    while (!thread.isComparing) await new Promise((resolve) => setImmediate(resolve))
    await ask('getEventType', { params }).then(({ status }) => ended.push(`small ${status}`))
    await answer
    expect(ended).toEqual(['small 200', expect.stringMatching(/^heavy 20[01]$/)])
  }
})

it('begins no comparison for a client that went away', async () => {
  const client = new AbortController()
  const heavy = { body: { before: fields(0), after: fields(1) } }
  const first = ask('checkCompatibility', heavy)
  while (!thread.isComparing) await new Promise((resolve) => setImmediate(resolve))
  const request = new Request(requestFor('checkCompatibility', heavy), { signal: client.signal })
  const left = answer(request)
  setTimeout(() => client.abort(), 20)
  expect((await left).status).toBe(499)
  expect(thread.isComparing).toBe(true)
  expect((await first).status).toBe(200)
  expect(thread.isComparing).toBe(false)
})
