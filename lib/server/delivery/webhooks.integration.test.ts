import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Draft } from '@/lib/contracts/draft'
import type { Delivery, MadeWebhook, Webhook } from '@/lib/contracts/webhook'
import type { Role } from '@/lib/domain/policy/policy'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'
import { claimDeliveries } from '@/lib/server/stores/delivery-store'
import { deliverDue } from './deliver-messages'
import { signatureHeaders } from './webhook-secret'

useTestDatabase()

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
let received: Received[] = []
/** What the server answers next. */
let status = 204
let hook = ''
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    received.push({ headers: request.headers, body })
    response.writeHead(status).end(status === 204 ? '' : 'out of order')
  })
})

beforeAll(async () => {
  vi.stubEnv('PASTTENSE_WEBHOOK_NETWORKS', '127.0.0.0/8')
  vi.stubEnv('PASTTENSE_URL', 'https://events.example/')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  for (const slug of ['cards', 'shop']) await ask('createOwner', { body: { slug, name: slug } })
  for (const [name, owner] of [
    ['CardExpired', 'cards'],
    ['CartFilled', 'shop'],
  ])
    await ask('createEventType', { body: { name, owner, kind: 'domain', description: 'd' } })
})
beforeEach(async () => {
  received = []
  status = 204
  await pool().query('DELETE FROM webhook')
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})

async function listen(more: Record<string, unknown> = {}): Promise<MadeWebhook> {
  const body = { name: 'Chat', url: hook, kinds: ['VersionPublished', 'VersionDeprecated'], ...more }
  const made = await ask('createWebhook', { body })
  expect([made.status, made.value]).toEqual([201, expect.anything()])
  return made.value as MadeWebhook
}
const publish = (name: string, label: string, more = {}) =>
  ask('publishVersion', {
    params: { name },
    body: { label, schema: { type: 'object', description: label }, ...more },
  })
const deliveries = async ({ id }: Webhook) =>
  ((await ask('listDeliveries', { params: { id } })).value as { items: Delivery[] }).items
const list = async () => ((await ask('listWebhooks')).value as { items: Webhook[] }).items
/** As if the time had come, and well past: the column keeps milliseconds, and rounds a moment up into the future as often as down. */
const passTime = () =>
  pool().query("UPDATE webhook_delivery SET next_at = now() - interval '1 second' WHERE state = 'waiting'")
const said = ({ body }: Received) =>
  JSON.parse(body) as { data: Record<string, unknown>; meta: { schema: { name: string } } }

it('tells, signed, what the webhook asked for, and nothing of what it did not', async () => {
  const made = await listen({ owner: 'cards' })
  await publish('CardExpired', '1.0.0', { notes: 'First <b>of all</b>' })
  await publish('CartFilled', '1.0.0')
  await publish('CardExpired', '0.1.0', { published_at: '2020-01-01T00:00:00Z' })
  await ask('createDraft', { body: { event_type: 'CardExpired' } })
  expect(await deliverDue()).toBe(1)
  const [{ headers, body }] = received as [Received]
  expect(JSON.parse(body)).toMatchObject({
    data: {
      event_type: 'CardExpired',
      owner: 'cards',
      version: '1.0.0',
      breaking: false,
      reason: 'First <b>of all</b>',
      url: 'https://events.example/catalog/CardExpired?tab=schema&version=1.0.0',
    },
    meta: { schema: { name: 'VersionPublished', version: '1.1.0' } },
  })
  const id = headers['webhook-id'] as string
  const seconds = Number(headers['webhook-timestamp'])
  expect(headers).toMatchObject(signatureHeaders([made.secret], { id, seconds, body }))
  expect(await deliveries(made)).toMatchObject([
    { id, subject: 'CardExpired 1.0.0', state: 'delivered', attempts: 1, last_status: 204, next_at: null },
  ])
  const { rows } = await pool().query('SELECT * FROM webhook')
  expect(JSON.stringify([rows, await list()])).not.toContain(made.secret)
})

it('tells what comes instead of an event type, and by when', async () => {
  await listen({ kinds: ['EventTypeDeprecated'], event_type: 'CartFilled' })
  const params = { name: 'CartFilled' }
  const body = { status: 'deprecated', successor: 'CardExpired', retires_on: '2027-03-01' }
  await ask('updateEventType', { params, body })
  expect(await deliverDue()).toBe(1)
  expect(said(received[0]!)).toMatchObject({
    data: {
      event_type: 'CartFilled',
      owner: 'shop',
      version: null,
      successor: 'CardExpired',
      retires_on: '2027-03-01',
      url: 'https://events.example/catalog/CartFilled',
    },
    meta: { schema: { name: 'EventTypeDeprecated' } },
  })
  await ask('updateEventType', { params, body: { status: 'active' } })
})

it('tells nothing that did not come to pass', async () => {
  await listen({ kinds: ['VersionPublished', 'ProposalSubmitted', 'ProposalCommented'] })
  const { id } = (
    await ask('createDraft', {
      body: { event_type: 'CardExpired', label: '1.0.0', schema_text: '{"type":"object"}' },
    })
  ).value as Draft
  expect((await ask('publishDraft', { params: { id }, revision: 1, body: {} })).status).toBe(409)
  expect((await ask('submitProposal', { params: { id }, revision: 1, body: {} })).status).toBe(200)
  const body = { pointer: '', body: 'Is that the name on the card?' }
  expect((await ask('addComment', { params: { id }, body })).status).toBe(201)
  await deliverDue()
  expect(received.map((one) => said(one).meta.schema.name).toSorted()).toEqual([
    'ProposalCommented',
    'ProposalSubmitted',
  ])
  // What people say stays where they said it.
  expect(JSON.stringify(received)).not.toContain('the name on the card')
})

it('tries again later, under the same id, and when it is asked to', async () => {
  const made = await listen()
  await publish('CardExpired', '2.0.0')
  status = 503
  expect([await deliverDue(), await deliverDue()]).toEqual([1, 0])
  const [failed] = (await deliveries(made)) as [Delivery]
  expect(failed).toMatchObject({
    state: 'waiting',
    attempts: 1,
    last_status: 503,
    last_answer: 'out of order',
  })
  expect((await list())[0]?.failing_since).not.toBeNull()
  status = 200
  const again = { params: { id: made.id, delivery: failed.id } }
  expect((await ask('retryDelivery', again)).status).toBe(202)
  expect(await deliverDue()).toBe(1)
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect([(await deliveries(made))[0]?.state, (await list())[0]?.failing_since]).toEqual(['delivered', null])
})

it('ends after its last attempt, and is off where nothing went well for three days', async () => {
  const made = await listen()
  await publish('CardExpired', '3.0.0')
  status = 500
  await pool().query('UPDATE webhook_delivery SET attempts = 9')
  expect(await deliverDue()).toBe(1)
  await passTime()
  expect([await deliverDue(), (await deliveries(made))[0]?.state]).toEqual([0, 'failed'])
  expect((await list())[0]?.on).toBe(true)
  await pool().query("UPDATE webhook SET failing_since = now() - interval '73 hours'")
  await ask('testWebhook', { params: { id: made.id } })
  await deliverDue()
  expect((await list())[0]).toMatchObject({
    on: false,
    off_reason: expect.stringContaining('three days') as string,
  })
  await publish('CardExpired', '4.0.0')
  expect(await deliveries(made)).toHaveLength(2)
  // A person switches it on again: what waited goes out.
  status = 204
  await ask('updateWebhook', { params: { id: made.id }, body: { on: true } })
  await passTime()
  expect([await deliverDue(), (await list())[0]?.off_reason]).toEqual([1, ''])
})

it('sends nothing more to whoever answers 410', async () => {
  const { id } = await listen()
  status = 410
  await ask('testWebhook', { params: { id } })
  await deliverDue()
  expect(said(received[0]!).data).toMatchObject({ url: 'https://events.example/settings/webhooks' })
  expect((await list())[0]).toMatchObject({ on: false })
})

it('tells administrators, and the team whose news it carries, that it was switched off', async () => {
  const person = (name: string, role: Role, owners: string[]) =>
    ask('createPerson', { body: { name, email: `${name}@example.org`, role, owners } })
  await person('root', 'administrator', [])
  await person('cleo', 'reader', ['cards'])
  await person('sam', 'reviewer', [])
  const { id, name } = await listen({ owner: 'cards' })
  status = 410
  for (let i = 0; i < 2; i++) await ask('testWebhook', { params: { id } })
  await deliverDue()
  const { rows } = await pool().query(
    `SELECT p.name, i.kind, i.because, i.webhook, i.body, i.by_name
       FROM inbox_item i JOIN person p ON p.id = i.person_id ORDER BY p.name`,
  )
  const off = {
    kind: 'webhook-off',
    webhook: name,
    body: expect.stringContaining('410') as string,
    by_name: 'Pasttense',
  }
  expect(rows).toEqual([
    { name: 'cleo', because: 'hears', ...off },
    { name: 'root', because: 'administrator', ...off },
  ])
})

it('is taken by one of many servers at once, and again only after one of them died', async () => {
  const { id } = await listen()
  for (let i = 0; i < 20; i++) await ask('testWebhook', { params: { id } })
  const claimed = await Promise.all(Array.from({ length: 8 }, () => claimDeliveries(5, 60)))
  const ids = claimed.flat().map((one) => one.id)
  expect([ids.length, new Set(ids).size]).toEqual([20, 20])
  expect((await ask('retryDelivery', { params: { id, delivery: ids[0]! } })).status).toBe(409)
  await pool().query("UPDATE webhook_delivery SET claimed_until = now() - interval '1 second'")
  expect(await claimDeliveries(50, 60)).toHaveLength(20)
})

it('refuses what cannot be sent to, and says why', async () => {
  vi.stubEnv('PASTTENSE_WEBHOOK_NETWORKS', '')
  const refused = [
    'http://127.0.0.1/',
    'https://[::1]/',
    'https://localhost:3000/',
    'https://169.254.169.254/latest',
    'https://0x7f.1/',
    'https://u:p@x.example/',
    'file:///etc/passwd',
    'https://x.example/#a',
    'javascript:alert(1)',
    'https:x',
  ]
  for (const url of refused) {
    const { status, value } = await ask('createWebhook', {
      body: { name: 'x', url, kinds: ['VersionRetired'] },
    })
    expect([url, status, value]).toEqual([
      url,
      422,
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/url' })] }),
    ])
  }
  expect(await list()).toEqual([])
  vi.stubEnv('PASTTENSE_WEBHOOK_NETWORKS', '127.0.0.0/8')
})

it('signs with the old secret, too, for a day after there is a new one, and is gone with what it was sent', async () => {
  const made = await listen()
  const renewed = (await ask('renewWebhookSecret', { params: { id: made.id } })).value as MadeWebhook
  expect(renewed.secret).not.toBe(made.secret)
  const signedBy = async () => {
    await ask('testWebhook', { params: { id: made.id } })
    await deliverDue()
    const { headers, body } = received.at(-1)!
    const message = {
      id: headers['webhook-id'] as string,
      seconds: Number(headers['webhook-timestamp']),
      body,
    }
    return (...secrets: string[]) => expect(headers).toMatchObject(signatureHeaders(secrets, message))
  }
  ;(await signedBy())(renewed.secret, made.secret)
  expect((await list())[0]?.old_secret_until).not.toBeNull()
  await pool().query("UPDATE webhook SET old_secret_until = now() - interval '1 second'")
  ;(await signedBy())(renewed.secret)
  expect((await list())[0]?.old_secret_until).toBeNull()
  const last = (await ask('renewWebhookSecret', { params: { id: made.id }, body: { end_old: true } }))
    .value as MadeWebhook
  ;(await signedBy())(last.secret)
  expect((await ask('removeWebhook', { params: { id: made.id } })).status).toBe(204)
  expect((await ask('listDeliveries', { params: { id: made.id } })).status).toBe(404)
  const { value } = await ask('listAudit', { query: { limit: 4 } })
  expect(value).toMatchObject({
    items: [
      { action: 'webhook-removed' },
      { action: 'webhook-secret-renewed' },
      { action: 'webhook-secret-renewed' },
      { action: 'webhook-made' },
    ],
  })
})
