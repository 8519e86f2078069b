import type { ApiOptions } from '@/lib/client/api'
import { MAX_RECEIVED_BYTES, type Receipt } from '@/lib/contracts/event'
import { isBlankLine } from '@/lib/domain/envelope/split-messages'
import { readLines } from '../read-lines'
import { sendPatiently } from '../send-patiently'

/** Lines and bytes a request; the server takes 5,000 lines, and a long one alone. */
const BATCH_LINES = 1_000
const BATCH_BYTES = 2_000_000

/** A line that was not sent, by its number in the stream, and why. */
interface UnreadLine {
  readonly status: 'unreadable'
  readonly line: number
  readonly message: string
}

/**
 * Sends the lines of a stream, each to the letter. A line that is longer than a request may be, or no UTF-8, is told of
 * and harms none of the others. Of the stream no more than a request is held.
 * @returns how often each status was answered
 * @throws ApiProblem where a request as a whole was refused
 */
export async function ingestLines(
  input: AsyncIterable<Uint8Array>,
  api: ApiOptions,
  tell: (result: Receipt | UnreadLine) => void,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const note = (result: Receipt | UnreadLine) => {
    counts.set(result.status, (counts.get(result.status) ?? 0) + 1)
    tell(result)
  }
  let batch: string[] = []
  let bytes = 0
  const send = async () => {
    if (batch.length === 0) return
    for (const receipt of (await sendPatiently(batch, 'live', api)).results) note(receipt)
    batch = []
    bytes = 0
  }
  let number = 0
  for await (const line of readLines(input, MAX_RECEIVED_BYTES)) {
    number++
    if ('fault' in line) {
      note({ status: 'unreadable', line: number, message: line.fault })
      continue
    }
    const text = number === 1 ? line.text.replace(/^\uFEFF/, '') : line.text
    if (isBlankLine(text)) continue
    const size = Buffer.byteLength(text) + 1
    if (batch.length === BATCH_LINES || bytes + size > BATCH_BYTES) await send()
    batch.push(text)
    bytes += size
  }
  await send()
  return counts
}
