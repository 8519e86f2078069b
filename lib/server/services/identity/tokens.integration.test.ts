import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { MadeToken } from '@/lib/contracts/token'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import type { Actor } from '@/lib/domain/policy/policy'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope } from '@/lib/server/ingest/testing/received'
import { answer, ask, requestFor, type Sent } from '@/lib/server/http/testing/door'
import { createToken } from './create-token'
import { listOwnTokens } from './list-tokens'
import { revokeToken } from './revoke-token'

useTestDatabase()

const person = (id: string, role: Actor['role'], owners: string[] = []): Actor => ({
  kind: 'person',
  id,
  name: id,
  role,
  owners,
  scopes: null,
})
const ada = person('ada', 'author', ['cards'])
const bob = person('bob', 'reader')
const root = person('root', 'administrator')

beforeAll(async () => {
  for (const { id, role } of [ada, bob, root])
    await pool().query(
      `INSERT INTO person (id, name, email, role, updated_at) VALUES ($1, $1, $1, $2, now())`,
      [id, role],
    )
  await ask('createOwner', { body: { slug: 'cards', name: 'Cards' } })
  await ask('createService', { body: { slug: 'card-service', name: 'Card service' } })
  await pool().query(`INSERT INTO membership (person_id, owner_id) SELECT 'ada', id FROM owner`)
  return () => closeReceiver()
})

const make = (actor: Actor, body: Partial<Parameters<typeof createToken>[1]['body']>) =>
  createToken(actor, { body: { name: 'CI', scopes: ['catalog:read'], ...body } })

const status = async (id: Parameters<typeof ask>[0], sent: Sent) => (await ask(id, sent)).status

describe('a token', () => {
  let writer: MadeToken
  beforeAll(async () => {
    writer = await make(ada, { name: 'sender', scopes: ['events:write'], service: 'card-service' })
  })

  it('is shown once, and kept as a hash', async () => {
    expect(writer.secret).toMatch(/^pasttense_[\w-]{43}$/)
    const { items } = await listOwnTokens(ada)
    expect(items).toEqual([expect.not.objectContaining({ secret: expect.anything() as unknown })])
    const { rows } = await pool().query<{ text: string }>('SELECT t::text AS text FROM api_token t')
    expect(rows.some(({ text }) => text.includes(writer.secret.slice(10)))).toBe(false)
  })

  it('says who sends it, and may what its scopes and its person allow', async () => {
    const { secret: token } = writer
    expect((await ask('getMe', { token })).value).toMatchObject({
      kind: 'token',
      id: 'ada',
      name: 'ada (sender)',
      role: 'author',
      owners: ['cards'],
      scopes: ['events:write'],
    })
    expect(await status('receiveEvents', { token, body: envelope({ id: 'sent-1' }) })).toBe(200)
    expect(await status('getEvent', { token, params: { event_id: 'sent-1' } })).toBe(403)
    expect(await status('createOwner', { token, body: { slug: 'x', name: 'X' } })).toBe(403)
    const ofReader = await make(bob, { scopes: ['events:write', 'catalog:write', 'catalog:read'] })
    expect(await status('receiveEvents', { token: ofReader.secret, body: envelope() })).toBe(403)
    expect(await status('listEvents', { token: ofReader.secret })).toBe(200)
  })

  it('makes no other token, and changes no rights', async () => {
    const { secret: token } = await make(root, {
      scopes: ['catalog:read', 'catalog:write', 'events:write', 'check'],
    })
    const body = { name: 'more', scopes: ['events:write'] }
    expect(await status('createToken', { token, body })).toBe(403)
    expect(await status('listTokens', { token })).toBe(403)
    expect(await status('updateSettings', { token, body: { late_after_seconds: 1 } })).toBe(403)
    expect(await status('createPerson', { token, body: { name: 'N', email: 'n@example.org' } })).toBe(403)
    // The installation's is nobody's.
    expect(await status('createToken', { body })).toBe(403)
  })

  it('names the producer of what it sends, where an envelope names none', async () => {
    const { secret: token } = writer
    const body = [envelope({ id: 'bound' }), envelope({ id: 'own', meta: { producer: 'another' } })]
    await ask('receiveEvents', { token, body })
    const producers = await Promise.all(
      ['bound', 'own'].map((event_id) => ask('getEvent', { params: { event_id } })),
    )
    expect(producers.map(({ value }) => (value as { producer: string }).producer)).toEqual([
      'card-service',
      'another',
    ])
  })

  it('ends with its revocation, its expiry, and its person', async () => {
    const ends = [
      async (made: MadeToken) => revokeToken(ada, { id: made.id }),
      async (made: MadeToken) => revokeToken(root, { id: made.id }),
      (made: MadeToken) =>
        pool().query(`UPDATE api_token SET expires_at = now() - interval '1 second' WHERE id = $1`, [
          made.id,
        ]),
      () => pool().query(`UPDATE person SET deactivated_at = now() WHERE id = 'ada'`),
    ]
    for (const end of ends) {
      const made = await make(ada, { expires_at: null })
      expect(await status('listEvents', { token: made.secret })).toBe(200)
      await end(made)
      // Other processes than the one that revoked ask again within seconds.
      vi.useFakeTimers({ now: Date.now() + 5_000, toFake: ['Date'] })
      expect(await status('listEvents', { token: made.secret })).toBe(401)
      vi.useRealTimers()
    }
    await pool().query(`UPDATE person SET deactivated_at = NULL WHERE id = 'ada'`)
  })

  it('ends the live tail that was opened with it', async () => {
    const { secret: token, id } = await make(ada, {})
    const tail = (await answer(requestFor('streamEvents', { token }))).body!.getReader()
    const decoder = new TextDecoder()
    const hears = async (event: string): Promise<boolean> => {
      for (let text = ''; !text.includes(event);) {
        const { value, done } = await tail.read()
        if (done) return false
        text += decoder.decode(value)
      }
      return true
    }
    await ask('receiveEvents', { body: envelope({ id: 'heard' }) })
    expect(await hears('heard')).toBe(true)
    await revokeToken(ada, { id })
    await ask('receiveEvents', { body: envelope({ id: 'missed' }) })
    await expect(hears('missed')).rejects.toMatchObject({ slug: 'unauthorized' })
  })

  it('asks the database once in seconds, however often it is sent', async () => {
    const { secret: token, id } = await make(ada, { scopes: ['catalog:read'] })
    await ask('getMe', { token })
    await pool().query(`UPDATE api_token SET name = 'renamed' WHERE id = $1`, [id])
    const names = await Promise.all(Array.from({ length: 50 }, () => ask('getMe', { token })))
    expect(new Set(names.map(({ value }) => (value as { name: string }).name))).toEqual(new Set(['ada (CI)']))
  })

  it('has its last use noted', async () => {
    const items = (await listOwnTokens(ada)).items
    expect(items.find(({ name }) => name === 'sender')?.last_used_at).toMatch(/^\d{4}-/)
    expect(items.every(({ person }) => person.id === 'ada')).toBe(true)
    expect((await listOwnTokens(root)).items.length).toBeGreaterThan(items.length)
  })

  it('of somebody else is not there', async () => {
    const made = await make(ada, {})
    const other = await revokeToken(bob, { id: made.id }).catch((error: unknown) => error)
    const none = await revokeToken(bob, { id: 'no-such' }).catch((error: unknown) => error)
    expect([other, none]).toMatchObject([{ slug: 'token-not-found' }, { slug: 'token-not-found' }])
    expect(String(other).replace(made.id, '')).toBe(String(none).replace('no-such', ''))
  })

  it('is refused where it would be good for nothing', async () => {
    await expect(make(ada, { expires_at: '2020-01-01T00:00:00Z' })).rejects.toMatchObject({
      slug: 'invalid-request',
    })
    await expect(make(ada, { service: 'no-such' })).rejects.toMatchObject({ slug: 'service-not-found' })
  })
})

describe('without a token and a session', () => {
  const nobody = (peer: string): Sent => ({ token: null, headers: { 'x-pasttense-peer': peer } })
  const here = nobody('127.0.0.1')
  const elsewhere = nobody('10.0.0.7')

  it.each(['signed-in', 'this-machine', 'network'] as const)('reading is open to: %s', async (reading) => {
    await ask('updateSettings', { body: { reading } })
    const answers = [await status('listEventTypes', here), await status('listEventTypes', elsewhere)]
    expect(answers).toEqual(
      { 'signed-in': [401, 401], 'this-machine': [200, 401], network: [200, 200] }[reading],
    )
    for (const one of [here, elsewhere]) {
      expect(await status('getMe', one)).toBe(200)
      expect(await status('receiveEvents', { ...one, body: envelope() })).toBe(401)
      expect(await status('createOwner', { ...one, body: { slug: 'new', name: 'New' } })).toBe(401)
      expect(await status('updateSettings', { ...one, body: { reading: 'network' } })).toBe(401)
    }
  })
})
