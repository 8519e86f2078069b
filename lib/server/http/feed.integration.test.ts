import { beforeAll, expect, it } from 'vitest'
import { NextRequest } from 'next/server'
import { GET as ofCatalog } from '@/app/feed/route'
import { GET as ofType } from '@/app/catalog/[name]/feed/route'
import { GET as ofOwner } from '@/app/owners/[slug]/feed/route'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { proxy } from '@/proxy'
import { ask } from './testing/door'

useTestDatabase()

const NAME = 'Card/Expired & <b>lost</b>'
const encoded = encodeURIComponent(NAME)

async function get(path: string, headers: Record<string, string> = {}) {
  const all = { host: 'catalog.localhost:3000', 'x-pasttense-peer': '127.0.0.1', ...headers }
  const request = new Request(`http://localhost:3000${path}`, { headers: all })
  expect(proxy(new NextRequest(request.url, { headers: all })).status).toBe(200)
  const answer = path === '/feed' ? ofCatalog : path.startsWith('/owners') ? ofOwner : ofType
  const response = await answer(request)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const titles = (text: string) =>
  [...text.matchAll(/<entry>[\s\S]*?<title>(.*?)<\/title>/g)].map(([, title]) => title)

beforeAll(async () => {
  for (const slug of ['cards', 'shop']) await ask('createOwner', { body: { slug, name: slug } })
  for (const [name, owner] of [
    [NAME, 'cards'],
    ['CartFilled', 'shop'],
  ] as const) {
    await ask('createEventType', { body: { name, owner, kind: 'domain', description: 'd' } })
    await ask('publishVersion', { params: { name }, body: { label: '1', schema: {}, notes: '<script>' } })
  }
  const old = { label: '0', schema: { type: 'object' }, published_at: '2020-01-01T00:00:00Z' }
  await ask('publishVersion', { params: { name: NAME }, body: old })
  await ask('updateVersion', { params: { name: NAME, version: '1' }, body: { status: 'deprecated' } })
  const body = { status: 'retired', successor: 'CartFilled', retires_on: '2026-11-01' }
  await ask('updateEventType', { params: { name: NAME }, body })
})

it('tells what became of versions: of the catalog, an event type, an owner', async () => {
  const type = await get(`/catalog/${encoded}/feed`)
  const name = 'Card/Expired &amp; &lt;b&gt;lost&lt;/b&gt;'
  const own = [
    `${name} was retired`,
    `${name} 1 was deprecated`,
    `${name} 1 was published`,
    `${name} 0 was published`,
  ]
  expect([type.headers.get('content-type'), titles(type.text)]).toEqual([
    'application/atom+xml; charset=utf-8',
    own,
  ])
  expect(type.text).toContain(`href="http://catalog.localhost:3000/catalog/${encoded}/feed"`)
  expect(type.text).toContain('Go to CartFilled. Since 2026-11-01.')
  expect(type.text).not.toContain('<script>')
  expect(titles((await get('/owners/cards/feed')).text)).toEqual(own)
  expect(titles((await get('/owners/shop/feed')).text)).toEqual(['CartFilled 1 was published'])
  expect(titles((await get('/feed')).text)).toHaveLength(5)
  expect((await get('/catalog/NoSuchThing/feed')).status).toBe(404)
  expect((await get('/owners/nobody/feed')).status).toBe(404)
})

it('is not sent again to whoever has it', async () => {
  const { headers } = await get('/feed')
  const etag = headers.get('etag')!
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
    expect(await get('/feed', { 'if-none-match': known })).toMatchObject({ status: 304, text: '' })
  expect((await get('/feed', { 'if-none-match': '"x"' })).status).toBe(200)
})

it('has the same id under every name of the server, and every entry its own', async () => {
  const ids = async (host: string) =>
    [...(await get('/feed', { host })).text.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)
  expect(await ids('a.localhost')).toEqual(await ids('b.localhost'))
  expect(new Set(await ids('a.localhost')).size).toBe(6)
})

it('asks for a token where reading is closed: a reader for its password, a browser to sign in', async () => {
  await ask('updateSettings', { body: { reading: 'signed-in' } })
  const refused = await get('/feed')
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
    401,
    expect.stringMatching(/^Basic realm=/),
  ])
  expect((await get('/catalog/NoSuchThing/feed')).status).toBe(401)
  const sent = await get('/feed', { 'sec-fetch-mode': 'navigate' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sign-in?to=%2Ffeed'])
  const basic = (password: string) => ({
    authorization: `Basic ${Buffer.from(`any:${password}`).toString('base64')}`,
  })
  const good = process.env.PASTTENSE_TOKEN!
  expect((await get('/feed', basic(good))).status).toBe(200)
  expect((await get('/feed', { authorization: `Bearer ${good}` })).status).toBe(200)
  for (const bad of ['', 'x', 'é\r\nx', good.slice(1)])
    expect((await get('/feed', basic(bad))).status).toBe(401)
})
