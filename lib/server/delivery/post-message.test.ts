import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { parseNetwork } from '@/lib/domain/delivery/network-address'
import { postMessage, type Resolve } from './post-message'

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** @returns its port on 127.0.0.1 */
async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}
const loopback = [parseNetwork('127.0.0.0/8')!]
const to =
  (...addresses: string[]): Resolve =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
const post = (url: string, more: Partial<Parameters<typeof postMessage>[1]> = {}) =>
  postMessage(url, { headers: {}, body: '{}', allowed: [], ...more })

it('sends to a network that is allowed, under the name that was written', async () => {
  const seen: unknown[] = []
  const port = await serve((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      seen.push([request.method, request.url, request.headers.host, request.headers['webhook-id'], body])
      response.end('thanks')
    })
  })
  const posted = await post(`http://chat.example:${port}/hook?x=1`, {
    headers: { 'webhook-id': 'm1' },
    body: '{"é":1}',
    allowed: loopback,
    resolve: to('127.0.0.1'),
  })
  expect(posted).toMatchObject({ status: 200, answer: 'thanks' })
  expect(seen).toEqual([['POST', '/hook?x=1', `chat.example:${port}`, 'm1', '{"é":1}']])
})

it('sends nothing into a network that nobody allowed, whatever the name or the spelling', async () => {
  let asked = 0
  const port = await serve((_, response) => {
    asked++
    response.end()
  })
  const spellings = [
    '127.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '0',
  ]
  for (const host of spellings)
    expect((await post(`http://${host}:${port}/`)).answer).toMatch(/Nothing is sent there/)
  // One address of a name that is not open is enough: which of them would be taken is chance.
  for (const resolve of [to('127.0.0.1'), to('93.184.216.34', '10.0.0.1'), to('::ffff:169.254.169.254')])
    expect((await post(`https://evil.example:${port}/`, { resolve })).answer).toMatch(/Nothing is sent there/)
  expect(asked).toBe(0)
})

it('asks for the name once, and connects to what it judged', async () => {
  let lookups = 0
  const port = await serve((_, response) => response.end('judged'))
  const rebinding: Resolve = () =>
    Promise.resolve([{ address: lookups++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }])
  const posted = await post(`http://rebind.example:${port}/`, { allowed: loopback, resolve: rebinding })
  expect([posted.answer, lookups]).toEqual(['judged', 1])
})

it('wants TLS everywhere else', async () => {
  const posted = await post('http://open.example/', { resolve: to('93.184.216.34') })
  expect(posted).toMatchObject({ status: null, answer: expect.stringMatching(/use https/) as string })
})

it('follows no redirect', async () => {
  const paths: unknown[] = []
  const port = await serve((request, response) => {
    paths.push(request.url)
    response.writeHead(307, { location: '/secret' }).end()
  })
  expect((await post(`http://127.0.0.1:${port}/a`, { allowed: loopback })).status).toBe(307)
  expect(paths).toEqual(['/a'])
})

it('reads the beginning of an answer without end', async () => {
  const port = await serve((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x\u0000'.repeat(5_000)));
    }
    response.on('drain', more)
    more()
  })
  const { status, answer } = await post(`http://127.0.0.1:${port}/`, { allowed: loopback })
  expect([status, answer.length, answer.includes('\u0000')]).toEqual([200, 1_000, false])
})

it('says why there was no answer', async () => {
  const port = await serve((request) => request.socket.destroy())
  const cut = await post(`http://127.0.0.1:${port}/`, { allowed: loopback })
  const none = await post('https://x.example/', { resolve: () => Promise.resolve([]) })
  const unknown = await post('https://x.example/', {
    resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
  })
  expect([cut, none, unknown].map(({ status, answer }) => [status, answer])).toEqual([
    [null, 'The connection was cut.'],
    [null, 'The name x.example leads to no address.'],
    [null, 'There is no server of this name.'],
  ])
})
