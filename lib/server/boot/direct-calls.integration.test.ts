import { randomUUID } from 'node:crypto'
import { request as send } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { answerDirectly } from './direct-calls'
import { HttpServer } from './http-server'

useTestDatabase()

let http: HttpServer
beforeAll(async () => {
  http = await HttpServer.listen(0, '127.0.0.1')
  http.serve(async (request, response) => {
    const answered = answerDirectly(request, response)
    if (answered) return answered
    response.writeHead(299).end('somebody else')
  })
})
afterAll(() => http.close())

const envelope = (id: string) => ({
  data: {},
  meta: { created_at: '2026-08-06T09:03:20Z', schema: { name: 'CardExpired', version: '1' }, event_id: id },
})

const json = {
  'content-type': 'application/json',
  authorization: `Bearer ${process.env.PASTTENSE_TOKEN}`,
}
const post = (body: BodyInit, headers: Record<string, string> = json) =>
  fetch(`${http.origin}/api/v1/events`, { method: 'POST', headers, body })

it('receives events, and gives their chain under any id', async () => {
  const id = `a/b %?#é ${randomUUID()}`
  const received = await post(JSON.stringify(envelope(id)))
  expect(received.status).toBe(200)
  expect(received.headers.get('cache-control')).toBe('no-store')
  expect(await received.json()).toMatchObject({ results: [{ event_id: id, status: 'accepted' }] })
  const chain = await fetch(`${http.origin}/api/v1/events/${encodeURIComponent(id)}/chain`)
  expect(await chain.json()).toMatchObject({ focus: id, members: [{ event_id: id }] })
})

it('searches the catalog with what stands behind the question mark', async () => {
  const found = await fetch(`${http.origin}/api/v1/event-types?q=card&limit=5`)
  expect(await found.json()).toMatchObject({ items: [] })
  const wrong = await fetch(`${http.origin}/api/v1/event-types?limit=no`)
  expect(wrong.status).toBe(422)
})

it('reads a body that comes in pieces of unknown length', async () => {
  const text = JSON.stringify([envelope(randomUUID()), envelope(randomUUID())])
  const status = await new Promise((resolve, reject) => {
    const request = send(`${http.origin}/api/v1/events`, { method: 'POST', headers: json }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', reject)
    for (let at = 0; at < text.length; at += 50) request.write(text.slice(at, at + 50))
    request.end()
  })
  expect(status).toBe(200)
})

it('refuses what is too large, and goes on', async () => {
  const refused = await post('x'.repeat(10 * 1024 * 1024 + 1)).catch((error: unknown) => error as Error)
  // A client may still be sending when it is refused, and then sees the connection end.
  if (refused instanceof Response) expect(refused.status).toBe(413)
  expect((await post(JSON.stringify(envelope(randomUUID())))).status).toBe(200)
})

it('holds to the rules for foreign pages and for tokens', async () => {
  const foreign = await post(JSON.stringify(envelope('x')), { ...json, origin: 'https://elsewhere.example' })
  expect(foreign.status).toBe(403)
  const stranger = await post(JSON.stringify(envelope('x')), { ...json, authorization: 'Bearer wrong' })
  expect(stranger.status).toBe(401)
  const nobody = await post(JSON.stringify(envelope('x')), { 'content-type': 'application/json' })
  expect(nobody.status).toBe(401)
  const search = (headers: Record<string, string>) => fetch(`${http.origin}/api/v1/event-types`, { headers })
  expect((await search({})).status).toBe(200)
  expect((await search({ 'x-forwarded-for': '10.0.0.1' })).status).toBe(401)
})

it('leaves every other call alone', async () => {
  for (const address of ['/api/v1/health', '/api/v1/events//chain', '/api/v1/events/', '/events', '/'])
    expect((await fetch(`${http.origin}${address}`)).status).toBe(299)
  expect((await fetch(`${http.origin}/api/v1/events`, { method: 'DELETE' })).status).toBe(299)
})
