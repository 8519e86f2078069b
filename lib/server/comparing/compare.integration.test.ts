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

it('publishes while a large version of the same type is judged, which is judged once more', async () => {
  const params = { name: 'SlowExpired' }
  await ask('createEventType', { body: { ...params, kind: 'domain' } })
  await ask('publishVersion', { params, body: { schema: fields(0) } })
  const ended: string[] = []
  const publish = async (what: string, body: object) => {
    const { value } = await ask('publishVersion', { params, body })
    ended.push(what)
    return (value as { version: { label: string; base: string | null } }).version
  }
  // It loosens what the first version says, and breaks nobody; beside the one that comes between, it does.
  const large = publish('large', { schema: fields(1), breaking_reason: 'Law 17' })
  while (!thread.isComparing) await new Promise((resolve) => setImmediate(resolve))
  const small = await publish('small', {
    schema: { type: 'object', properties: { field0: { type: 'number' } } },
    label: '7.0.0',
    breaking_reason: 'Law 16',
  })
  const judged = await large
  expect(ended).toEqual(['small', 'large'])
  expect([small, judged]).toMatchObject([
    { label: '7.0.0', base: '1.0.0' },
    { label: '8.0.0', base: '7.0.0' },
  ])
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
