import { Readable } from 'node:stream'
import { problem, type Problem } from './problem'

/** Header fields by name, whatever the case it is asked in. */
export interface HeaderFields {
  get(name: string): string | null
}

/** What calls need of a request. The browser's Request has it; so has node's own message, at a fraction of the cost. */
export interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: HeaderFields
  readonly body: ReadableStream<Uint8Array> | Readable | null
  /** Aborted where nobody waits for the answer any more. */
  readonly signal: AbortSignal
}

/** Reads at most `limit` bytes. @throws Problem `body-too-large` */
export async function readBytes({ headers, body }: Asked, limit: number): Promise<Buffer> {
  if (Number(headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  if (body === null) return Buffer.alloc(0)
  const bytes = await (body instanceof Readable ? readNode(body, limit) : readWeb(body, limit))
  if (bytes === null) throw tooLarge(limit)
  return bytes
}

function tooLarge(limit: number): Problem {
  return problem(
    'body-too-large',
    `The body has more than ${limit / 1024 / 1024} MiB. Send it in smaller parts.`,
  )
}

/** Null where there is more than the limit. The listeners of a message cost far less than a stream around it. */
function readNode(body: Readable, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    body.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size <= limit) chunks.push(chunk)
      else {
        // What still comes is read and dropped, so that the answer reaches a client that is sending.
        chunks.length = 0
        resolve(null)
      }
    })
    body.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    body.once('error', reject)
    body.once('close', () => {
      if (!body.readableEnded) reject(new Error('The body ended early.'))
    })
  })
}

async function readWeb(body: ReadableStream<Uint8Array>, limit: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}

/** The media type without its parameters, in lower case. */
export function mediaType({ headers }: Asked): string {
  return (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
}
