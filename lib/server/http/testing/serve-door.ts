import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { answer } from './door'

/** The API on a port of its own, for what only speaks HTTP. @returns its origin, and how to end it */
export async function serveDoor(): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((incoming, response) => {
    answerOver(incoming, response).catch((error: unknown) => response.destroy(error as Error))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answerOver(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/' } = incoming
  const headers = new Headers({ 'x-pasttense-peer': incoming.socket.remoteAddress ?? '' })
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
  const body = method === 'GET' ? undefined : new Uint8Array(await buffer(incoming))
  const answered = await answer(new Request(`http://${headers.get('host')}${url}`, { method, headers, body }))
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  response.end(Buffer.from(await answered.arrayBuffer()))
}
