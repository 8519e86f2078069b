import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isProblem } from '@/lib/server/services/problem'
import { readBytes } from '@/lib/server/services/request-bytes'
import { askedOver, send } from './over-socket'

const LIMIT = 1024 * 1024

/** Answers with what it was asked, as calls see it. */
const server = createServer((incoming, response) => {
  const asked = askedOver(incoming)
  readBytes(asked, LIMIT)
    .then((bytes) => `${asked.method} ${asked.url} ${asked.headers.get('X-Word')} ${bytes.byteLength}`)
    .catch((error: unknown) => (isProblem(error) ? error.slug : String(error)))
    .then((body) => send({ status: 200, headers: { 'x-said': 'é'.length.toString() }, body }, response))
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

test('a body beyond the limit is refused, said or unsaid, and the client hears of it', async () => {
  const large = Buffer.alloc(LIMIT + 1)
  expect(await say('POST', [large], { 'content-length': large.byteLength })).toBe('body-too-large')
  expect(await say('POST', [large, large])).toBe('body-too-large')
})
