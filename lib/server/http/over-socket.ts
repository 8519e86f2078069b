import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asked } from '@/lib/server/services/request-bytes'
import type { Answer } from './answer'

/** A request of node's server as calls take it; its body is read as the call reads it. */
export function askedOver(incoming: IncomingMessage): Asked {
  const { headers, method = 'GET' } = incoming
  return {
    method,
    url: `http://${headers.host ?? 'localhost'}${incoming.url ?? '/'}`,
    headers: {
      get: (name) => {
        const value = headers[name.toLowerCase()]
        return Array.isArray(value) ? value.join(', ') : (value ?? null)
      },
    },
    body: method === 'GET' ? null : incoming,
  }
}

/** Sends an answer that is no stream, whole. */
export function send({ status, headers, body }: Answer, response: ServerResponse): void {
  if (typeof body !== 'string') throw new Error('streams go through the framework')
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
