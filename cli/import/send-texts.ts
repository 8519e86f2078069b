import type { ApiOptions } from '@/lib/client/api'
import { MAX_RECEIVED_BYTES, type Receipt } from '@/lib/contracts/event'
import { longerThan } from '../longer-than'
import { sendPatiently } from '../send-patiently'
import { faultOfFile } from './fault-of-file'
import type { FileOutcome } from './import-folder'

/** Events a request; the server takes 5,000. */
const BATCH = 1_000
/** Bytes a request, except for an event that is longer alone. */
const MAX_BYTES = 8 * 1024 * 1024
/** Events that a message names. */
const NAMED = 10

/**
 * Sends the envelopes of one file, in batches, as an import. One that is longer than a request may be is told of and
 * harms none of the others.
 */
export async function sendTexts(
  file: string,
  texts: readonly string[],
  api: ApiOptions,
): Promise<FileOutcome> {
  const receipts: Receipt[] = []
  const tooLong = texts.flatMap((text, index) =>
    Buffer.byteLength(text) > MAX_RECEIVED_BYTES ? [index + 1] : [],
  )
  const skipped = new Set(tooLong)
  const sent = texts.filter((_, index) => !skipped.has(index + 1))
  try {
    for (const batch of inBatches(sent)) receipts.push(...(await sendPatiently(batch, 'import', api)).results)
  } catch (error) {
    const { message } = faultOfFile(error)
    return { file, status: 'failed', message: `${message} (${receipts.length} of ${texts.length} were sent)` }
  }
  const count = (...wanted: Receipt['status'][]) =>
    receipts.filter(({ status }) => wanted.includes(status)).length
  const isRefused = tooLong.length > 0 || count('quarantined', 'conflict') > 0
  return {
    file,
    status: isRefused ? 'failed' : count('accepted', 'invalid') > 0 ? 'done' : 'unchanged',
    message: [summary(receipts), ...unsent(tooLong, texts.length)].join('; '),
  }
}

/** `event 2 of 5 is longer than 10 MiB and was not sent` @param places counted from 1 */
function unsent(places: readonly number[], total: number): string[] {
  const [first] = places
  if (first === undefined) return []
  const limit = longerThan(MAX_RECEIVED_BYTES)
  if (places.length === 1) return [`event ${first} of ${total} is ${limit} and was not sent`]
  const named = `${places.slice(0, NAMED).join(', ')}${places.length > NAMED ? ', …' : ''}`
  return [`${places.length} of ${total} events are ${limit} and were not sent: ${named}`]
}

function* inBatches(texts: readonly string[]): Generator<string[]> {
  let batch: string[] = []
  let bytes = 0
  for (const text of texts) {
    const size = Buffer.byteLength(text) + 1
    if (batch.length > 0 && (batch.length === BATCH || bytes + size > MAX_BYTES)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(text)
    bytes += size
  }
  if (batch.length > 0) yield batch
}

/** `23 events: 21 accepted, 2 invalid (/data/name: must be string)` */
function summary(receipts: readonly Receipt[]): string {
  const counts = new Map<string, number>()
  for (const { status } of receipts) counts.set(status, (counts.get(status) ?? 0) + 1)
  const first = receipts.find(({ status }) => status !== 'accepted' && status !== 'duplicate')?.problems?.[0]
  const parts = [...counts].map(([status, count]) => `${count} ${status}`).join(', ')
  return `${receipts.length} event${receipts.length === 1 ? '' : 's'}: ${parts}${first ? ` (first: ${first.pointer}: ${first.message})` : ''}`
}
