import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AuditEntry } from '@/lib/contracts/audit'
import type { EventType } from '@/lib/contracts/event-type'
import type { MadeToken } from '@/lib/contracts/token'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { addPerson } from '@/lib/server/http/testing/add-person'
import { ask, type Sent } from '@/lib/server/http/testing/door'

useTestDatabase()

const name = 'CardExpired'
const who: Record<string, Sent> = { installation: {} }
beforeAll(async () => {
  vi.stubEnv('PASTTENSE_EMBEDDED', '1')
  for (const slug of ['cards', 'shop']) await ask('createOwner', { body: { slug, name: slug } })
  for (const [slug, owner] of [
    ['checkout', 'shop'],
    ['basket', 'shop'],
    ['wallet', 'cards'],
    ['nobodys', null],
  ])
    await ask('createService', { body: { slug, name: slug, owner } })
  await ask('createEventType', { body: { name, kind: 'domain', owner: 'cards' } })
  who.reader = await addPerson('reader', 'reader', ['shop'])
  who.shop = await addPerson('shop', 'author', ['shop'])
  who.cards = await addPerson('cards', 'author', ['cards'])
  who.reviewer = await addPerson('reviewer', 'reviewer')
  for (const [as, owner, scopes] of [
    ['token of shop', 'shop', ['catalog:write']],
    ['token of cards', 'cards', ['catalog:write']],
    ['token of shop that reads', 'shop', ['catalog:read', 'events:write']],
  ] as const) {
    const { value } = await ask('createToken', { ...who[owner], body: { name: as, scopes } })
    who[as] = { token: (value as MadeToken).secret }
  }
})
afterAll(() => void vi.unstubAllEnvs())

const declare = (by: string, service: string, body: object = {}) =>
  ask('declareConsumer', { ...who[by], params: { name, service }, body }).then(({ status }) => status)
const takeBack = (by: string, service: string) =>
  ask('removeConsumer', { ...who[by], params: { name, service } }).then(({ status }) => status)
const consumers = async () => {
  const { value } = await ask('getEventType', { params: { name } })
  return (value as EventType).consumers.map(({ service, fields, note }) => ({ service, fields, note }))
}
const deeds = async () => {
  const { items } = (await ask('listAudit')).value as { items: AuditEntry[] }
  return items
    .filter(({ action }) => action.startsWith('declaration'))
    .map(({ action, subject, details, actor }) => ({ action, subject, details, by: actor.name }))
}

describe('what a service consumes', () => {
  it('is its owner’s to say and to take back, whoever owns the event type', async () => {
    for (const by of ['reader', 'cards', 'token of cards', 'token of shop that reads'])
      expect([by, await declare(by, 'checkout')]).toEqual([by, 403])
    expect(await consumers()).toEqual([])
    for (const by of ['shop', 'reviewer', 'token of shop', 'installation']) {
      expect([by, await declare(by, 'checkout')]).toEqual([by, 200])
      for (const other of ['reader', 'cards', 'token of cards', 'token of shop that reads'])
        expect([other, await takeBack(other, 'checkout')]).toEqual([other, 403])
      expect([by, await takeBack(by, 'checkout')]).toEqual([by, 204])
    }
  })

  it('is every author’s to say where nobody owns the service, and where there is none they are told', async () => {
    expect([await declare('cards', 'nobodys'), await takeBack('shop', 'nobodys')]).toEqual([200, 204])
    expect([await declare('cards', 'unheard-of'), await declare('reader', 'unheard-of')]).toEqual([404, 403])
  })

  it('stays said where the service gets another owner, whose word it is then', async () => {
    expect(await declare('shop', 'basket', { fields: ['/card_id'], note: 'to stop it' })).toBe(200)
    const give = { params: { slug: 'basket' }, body: { owner: 'cards' } }
    expect((await ask('updateService', { ...who.shop, ...give })).status).toBe(200)
    expect(await consumers()).toEqual([{ service: 'basket', fields: ['/card_id'], note: 'to stop it' }])
    expect([await declare('shop', 'basket', { note: '' }), await takeBack('shop', 'basket')]).toEqual([
      403, 403,
    ])
    expect(await declare('cards', 'basket', { note: 'ours now' })).toBe(200)
    expect(await consumers()).toEqual([{ service: 'basket', fields: ['/card_id'], note: 'ours now' }])
    expect(await takeBack('cards', 'basket')).toBe(204)
  })

  it('is on record with what it said before, and saying it again is no deed', async () => {
    const before = (await deeds()).length
    await declare('cards', 'wallet', { fields: ['/card_id'], note: 'to stop it' })
    await declare('cards', 'wallet', { note: 'to stop it' })
    await declare('cards', 'wallet', { note: 'to stop it at once' })
    await takeBack('cards', 'wallet')
    await takeBack('cards', 'wallet')
    const said = { service: 'wallet', role: 'consumer' }
    const first = { fields: ['/card_id'], note: 'to stop it' }
    const second = { fields: ['/card_id'], note: 'to stop it at once' }
    const of = { subject: name, by: 'cards' }
    expect((await deeds()).slice(0, -before)).toEqual([
      { ...of, action: 'declaration-taken-back', details: { ...said, before: second } },
      { ...of, action: 'declaration-changed', details: { ...said, ...second, before: first } },
      { ...of, action: 'declaration-made', details: { ...said, ...first } },
    ])
  })

  it('is put on record once by whoever of several comes first', async () => {
    const before = (await deeds()).length
    const all = await Promise.all(
      Array.from({ length: 8 }, () => declare('cards', 'wallet', { note: 'at once' })),
    )
    expect(new Set(all)).toEqual(new Set([200]))
    expect((await deeds()).slice(0, -before)).toMatchObject([
      { action: 'declaration-made', details: { service: 'wallet', role: 'consumer', note: 'at once' } },
    ])
  })
})
