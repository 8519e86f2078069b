import { once } from 'node:events'
import { request, type IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { AddressFailure, HttpServer } from './http-server'

it('says in a sentence that a port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const { port } = other.address() as { port: number }
  const listening = HttpServer.listen(port, '127.0.0.1')
  await expect(listening).rejects.toThrow(AddressFailure)
  await expect(listening).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`)
})

it('answers 503 until there is something to serve', async () => {
  const server = await HttpServer.listen(0, '127.0.0.1')
  onTestFinished(() => server.close())
  expect((await fetch(server.origin)).status).toBe(503)
  server.serve((_request, response) => Promise.resolve(void response.end('ready')))
  expect(await (await fetch(server.origin)).text()).toBe('ready')
})

/** Answers everything. @returns the headers of the last request */
function seenBy(server: HttpServer): () => IncomingHttpHeaders {
  let seen: IncomingHttpHeaders = {}
  server.serve((incoming, response) => {
    seen = incoming.headers
    return Promise.resolve(void response.end())
  })
  return () => seen
}

it('names the peer of the socket, whatever the request claims, and none when it was passed on', async () => {
  const server = await HttpServer.listen(0, '127.0.0.1')
  onTestFinished(() => server.close())
  const headersSeen = seenBy(server)
  const peer = async (headers: Record<string, string>) => {
    await fetch(server.origin, { headers })
    return headersSeen()['x-pasttense-peer']
  }
  expect(await peer({ 'x-pasttense-peer': '8.8.8.8' })).toBe('127.0.0.1')
  // From an own network: it is the proxy that wrote the last of them, and the others whoever asked.
  for (const [passed, seen] of [
    ['8.8.8.8', 'forwarded 8.8.8.8'],
    ['127.0.0.1, 8.8.8.8', 'forwarded 8.8.8.8'],
    ['2001:db8::7', 'forwarded 2001:db8::7'],
    ['8.8.8.8, somebody', ''],
    ['', ''],
  ] as const)
    expect([passed, await peer({ 'x-pasttense-peer': '127.0.0.1', 'x-forwarded-for': passed })]).toEqual([
      passed,
      seen,
    ])
  // A proxy may be told to say no more than how it was asked.
  for (const headers of [
    { forwarded: 'for=8.8.8.8' },
    { via: '1.1 proxy' },
    { 'x-real-ip': '8.8.8.8' },
    { 'x-forwarded-proto': 'https' },
    { 'x-forwarded-host': 'pasttense.example' },
    { 'x-forwarded-port': '443' },
  ] as Record<string, string>[])
    expect([headers, await peer(headers)]).toEqual([headers, ''])
})

it('believes the proxies that are named, and no other neighbour', async () => {
  const named = await HttpServer.listen(0, '127.0.0.1', '127.0.0.1, 203.0.113.0/24')
  const other = await HttpServer.listen(0, '127.0.0.1', '10.0.0.5')
  onTestFinished(async () => {
    await named.close()
    await other.close()
  })
  const sent = {
    'x-forwarded-for': '127.0.0.1, 8.8.8.8, ::ffff:203.0.113.9, 203.0.113.7',
    'x-forwarded-proto': 'https',
  }
  for (const [server, peer, scheme] of [
    [named, 'forwarded 8.8.8.8', 'https'],
    [other, '', ''],
  ] as const) {
    const headersSeen = seenBy(server)
    await fetch(server.origin, { headers: sent })
    expect(headersSeen()).toMatchObject({ 'x-pasttense-peer': peer, 'x-pasttense-scheme': scheme })
  }
})

it('knows a neighbour over IPv4 also on a socket of IPv6', async () => {
  const server = await HttpServer.listen(0, '::', '127.0.0.0/8')
  onTestFinished(() => server.close())
  const headersSeen = seenBy(server)
  await fetch(`http://127.0.0.1:${server.port}`, { headers: { 'x-forwarded-for': '8.8.8.8' } })
  expect(headersSeen()['x-pasttense-peer']).toBe('forwarded 8.8.8.8')
})

it('says in a sentence that its proxies cannot be read', async () => {
  const listening = HttpServer.listen(0, '127.0.0.1', '10.0.0.0/33')
  await expect(listening).rejects.toThrow(AddressFailure)
  await expect(listening).rejects.toThrow('PASTTENSE_TRUSTED_PROXIES: "10.0.0.0/33" is no network')
})

it('names the scheme by which it was reached: its own, or what a proxy of ours says', async () => {
  const server = await HttpServer.listen(0, '127.0.0.1')
  onTestFinished(() => server.close())
  const headersSeen = seenBy(server)
  for (const [headers, scheme] of [
    [{}, 'http'],
    [{ 'x-pasttense-scheme': 'https' }, 'http'],
    [{ 'x-forwarded-proto': 'https' }, 'https'],
    [{ 'x-forwarded-proto': 'http' }, 'http'],
    // The last one is the proxy's word.
    [{ 'x-forwarded-proto': 'http, https' }, 'https'],
    [{ 'x-forwarded-proto': 'gopher' }, ''],
    [{ 'x-forwarded-for': '8.8.8.8', 'x-pasttense-scheme': 'https' }, ''],
  ] as [Record<string, string>, string][]) {
    await fetch(server.origin, { headers })
    expect([headers, headersSeen()['x-pasttense-scheme']]).toEqual([headers, scheme])
  }
})

it('lets no browser guess what an answer is', async () => {
  const server = await HttpServer.listen(0, '127.0.0.1')
  onTestFinished(() => server.close())
  const header = async () => {
    const answer = await fetch(server.origin)
    // Read to its end: the connection of an answer that nobody reads is taken down at some later moment.
    await answer.text()
    return answer.headers.get('x-content-type-options')
  }
  expect(await header()).toBe('nosniff')
  server.serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    return Promise.resolve(void response.end('{}'))
  })
  expect(await header()).toBe('nosniff')
  // Other tests of this worker may have loaded the framework, which writes errors in a way that needs its server.
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => logged.mockRestore())
  server.serve(() => Promise.reject(new Error('of the test')))
  expect(await header()).toBe('nosniff')
  expect(logged).toHaveBeenCalledWith(expect.objectContaining({ message: 'of the test' }))
})

it('lets a request under way end when it closes', async () => {
  const server = await HttpServer.listen(0, '127.0.0.1')
  let answer: () => void = () => undefined
  const arrived = new Promise<void>((resolve) => {
    server.serve((_request, response) => {
      answer = () => response.end('done')
      resolve()
      return Promise.resolve()
    })
  })
  const { origin } = server
  const asking = fetch(origin, { headers: { connection: 'close' } })
  await arrived
  const closed = server.close()
  const late = request(origin)
  const refused = once(late, 'error')
  late.end()
  await refused
  answer()
  expect(await (await asking).text()).toBe('done')
  await closed
})
