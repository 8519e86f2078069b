import { once } from 'node:events'
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isProblem } from '@/lib/server/services/problem'
import { readBytes } from '@/lib/server/services/request-bytes'
import { askedOver, send } from './over-socket'

const LIMIT = 1024 * 1024

/** Answers with what it was asked, as calls see it. */
const server = createServer((incoming, response) => {
  const asked = askedOver(incoming, response)
  readBytes(asked, LIMIT)
    .then((bytes) => `${asked.method} ${asked.url} ${asked.headers.get('X-Word')} ${bytes.byteLength}`)
    .catch((error: unknown) => (isProblem(error) ? error.slug : String(error)))
    .then((body) =>
      send({ status: 200, headers: { 'x-said': 'é'.length.toString() }, body }, incoming, response),
    )
    .catch((error: unknown) => response.destroy(error as Error))
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

function say(method: string, chunks: readonly (string | Buffer)[], headers = {}): Promise<string> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const question = ask(
      { port, host: '127.0.0.1', method, path: '/a?b=1', headers: { 'x-word': 'wörd', ...headers } },
      (answer) => void text(answer).then(resolve, reject),
    ).on('error', reject)
    for (const chunk of chunks) question.write(chunk)
    question.end()
  })
}

test('a call sees method, address, header fields in any case, and the body', async () => {
  const { port } = server.address() as AddressInfo
  expect(await say('GET', [])).toBe(`GET http://127.0.0.1:${port}/a?b=1 wörd 0`)
  expect(await say('POST', ['ab', 'é'])).toMatch(/ 4$/)
  expect(await say('POST', [])).toMatch(/ 0$/)
  expect(await say('POST', [Buffer.alloc(LIMIT)])).toMatch(/ 1048576$/)
})

test('a large answer is compressed for whoever takes it so, and a short one for nobody', async () => {
  const large = 'é'.repeat(100_000)
  for (const [accepted, encoding] of [
    ['gzip, deflate, br', 'gzip'],
    ['gzip;q=0', undefined],
    ['identity', undefined],
  ]) {
    const answer = await sent(large, { 'accept-encoding': accepted! })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(Number(answer.headers['content-length'])).toBe(answer.bytes.byteLength)
    expect((encoding ? gunzipSync(answer.bytes) : answer.bytes).toString()).toBe(large)
  }
  expect((await sent('short', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined()
})

test('a call is told that nobody waits for its answer any more', async () => {
  let signal: AbortSignal | undefined
  const slow = createServer()
  const begun = once(slow, 'request').then((asked) => {
    signal = askedOver(...(asked as [IncomingMessage, ServerResponse])).signal
  })
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
  const question = ask({ port: (slow.address() as AddressInfo).port, host: '127.0.0.1' }).on(
    'error',
    () => undefined,
  )
  question.end()
  await begun
  const told = once(signal!, 'abort')
  expect(signal!.aborted).toBe(false)
  question.destroy()
  await told
  await new Promise((resolve) => slow.close(resolve))
})

async function sent(body: string, headers: Record<string, string>) {
  const answering = createServer(
    (incoming, response) => void send({ status: 200, headers: {}, body }, incoming, response),
  )
  await new Promise<void>((resolve) => answering.listen(0, '127.0.0.1', resolve))
  const { port } = answering.address() as AddressInfo
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    ask({ port, host: '127.0.0.1', headers }, resolve).on('error', reject).end()
  })
  const bytes = await buffer(answer)
  await new Promise((resolve) => answering.close(resolve))
  return { headers: answer.headers, bytes }
}

test('a body beyond the limit is refused, said or unsaid, and the client hears of it', async () => {
  const large = Buffer.alloc(LIMIT + 1)
  expect(await say('POST', [large], { 'content-length': large.byteLength })).toBe('body-too-large')
  expect(await say('POST', [large, large])).toBe('body-too-large')
})
