import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { Asked, HeaderFields } from '@/lib/server/services/request-bytes'
import type { Answer } from './answer'

const compress = promisify(gzip)
/** Bytes from which on an answer is compressed: a short one would be late for it. */
const LARGE = 64 * 1024
/** The next level takes twice the time for a tenth of the size. */
const LEVEL = constants.Z_BEST_SPEED

class NodeHeaders implements HeaderFields {
  constructor(private readonly headers: IncomingHttpHeaders) {}

  get(name: string): string | null {
    const value = this.headers[name.toLowerCase()]
    return Array.isArray(value) ? value.join(', ') : (value ?? null)
  }
}

/** A request of node's server as calls take it; its body is read as the call reads it. */
export function askedOver(incoming: IncomingMessage, response: ServerResponse): Asked {
  const { headers, method = 'GET' } = incoming
  let leaving: AbortController | undefined
  return {
    method,
    url: `http://${headers.host ?? 'localhost'}${incoming.url ?? '/'}`,
    headers: new NodeHeaders(headers),
    body: method === 'GET' ? null : incoming,
    // Made where it is asked for: most calls answer before anybody could leave.
    get signal() {
      if (leaving === undefined) {
        const controller = (leaving = new AbortController())
        if (response.destroyed) controller.abort()
        else response.once('close', () => controller.abort())
      }
      return leaving.signal
    },
  }
}

/** Sends an answer that is no stream, whole; a large one compressed, for whoever takes it so. */
export function send(
  { status, headers, body }: Answer,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> | void {
  if (typeof body !== 'string') throw new Error('streams go through the framework')
  const length = Buffer.byteLength(body)
  if (length >= LARGE) return sendLarge({ status, headers, body, length }, incoming, response)
  response.writeHead(status, { ...headers, 'content-length': length })
  response.end(body)
}

async function sendLarge(
  { status, headers, body, length }: Omit<Answer, 'body'> & { body: string; length: number },
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const packed = takesGzip(incoming) ? await compress(body, { level: LEVEL }) : null
  response.writeHead(status, {
    ...headers,
    vary: 'accept-encoding',
    'content-length': packed?.byteLength ?? length,
    ...(packed && { 'content-encoding': 'gzip' }),
  })
  response.end(packed ?? body)
}

function takesGzip({ headers }: IncomingMessage): boolean {
  const taken = String(headers['accept-encoding'] ?? '')
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(taken)
}
