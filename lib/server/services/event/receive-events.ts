import 'server-only'
import { MAX_RECEIVED_BYTES, type Receipts } from '@/lib/contracts/event'
import { splitJson, splitLines } from '@/lib/domain/envelope/split-messages'
import { currentReceiver } from '@/lib/server/ingest/current-receiver'
import { asReceiveProblem } from '@/lib/server/ingest/database-failure'
import { receiveMessages, type Incoming } from '@/lib/server/ingest/receive-messages'
import { timedNow } from '@/lib/server/ingest/stage-times'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'
import { mediaType, readBytes, type Asked } from '@/lib/server/services/request-bytes'

const MAX_EVENTS = 5_000
const NEWLINE = 0x0a
const UTF8 = new TextDecoder('utf-8', { fatal: true })

interface Input {
  query: { mode?: 'live' | 'import' | undefined }
  request: Asked
}

/**
 * Receives one envelope, an array or NDJSON, and answers one result per event, in order, after the commit.
 * @throws Problem `unsupported-media-type`, `body-too-large`, `too-many-events`, `malformed-json`: nothing is stored;
 *   `busy`: send it again later; `quarantine-full`, `storage-full`, `database-unavailable`: send it again, what was
 *   stored already answers as duplicate
 */
export async function receiveEvents(actor: Actor, { query, request }: Input): Promise<Receipts> {
  authorize(actor, 'receive-events')
  const isImport = query.mode === 'import'
  if (isImport) authorize(actor, 'import-history')
  const isLines = readMediaType(request)
  const receiver = currentReceiver()
  const declared = Number(request.headers.get('content-length') ?? Number.NaN)
  const release = receiver.admission.admit(
    Number.isFinite(declared) ? Math.min(declared, MAX_RECEIVED_BYTES) : MAX_RECEIVED_BYTES,
  )
  if (!release)
    throw problem(
      'busy',
      'More events wait to be stored than memory allows. Send the request again.',
      undefined,
      {
        'retry-after': '1',
      },
    )
  try {
    const bytes = await readBytes(request, MAX_RECEIVED_BYTES)
    const messages = timedNow('read', () => split(bytes, isLines))
    if (messages.length > MAX_EVENTS)
      throw problem(
        'too-many-events',
        `The request holds ${messages.length} events, and at most ${MAX_EVENTS} are read at once. Send them in parts.`,
      )
    return { results: await receiveMessages(receiver, messages, isImport, actor.service) }
  } catch (error) {
    throw asReceiveProblem(error)
  } finally {
    release()
  }
}

/** A message of bytes: text where they are UTF-8. */
export function decodeMessage(bytes: Buffer): Incoming {
  const text = decode(bytes)
  return text === null ? { raw: bytes } : { text }
}

/** Whether the body is NDJSON. */
function readMediaType(request: Asked): boolean {
  const type = mediaType(request)
  if (type === 'application/x-ndjson' || type === 'application/ndjson') return true
  if (type === 'application/json') return false
  throw problem(
    'unsupported-media-type',
    `Events are read as application/json or application/x-ndjson, not as "${type.slice(0, 100)}".`,
  )
}

function split(bytes: Buffer, isLines: boolean): Incoming[] {
  const text = decode(bytes)
  if (isLines) return text === null ? splitRawLines(bytes) : splitLines(text)
  if (text === null) throw problem('malformed-json', 'The body is not UTF-8. Nothing of it was stored.')
  try {
    return splitJson(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : ''
    throw problem('malformed-json', `The body is not JSON, so nothing of it was stored: ${reason}`)
  }
}

/** Line by line, so that broken bytes in one harm no other. */
function splitRawLines(bytes: Buffer): Incoming[] {
  const messages: Incoming[] = []
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start)
    const end = newline === -1 ? bytes.length : newline
    const line = bytes.subarray(start, end)
    const text = decode(line)
    if (text === null) messages.push({ raw: Buffer.from(line) })
    else messages.push(...splitLines(text))
    start = end + 1
  }
  return messages
}

function decode(bytes: Buffer): string | null {
  try {
    return UTF8.decode(bytes)
  } catch {
    return null
  }
}
