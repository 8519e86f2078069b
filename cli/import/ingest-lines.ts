import type { ApiOptions } from '@/lib/client/api'
import type { Receipt } from '@/lib/contracts/event'
import { isBlankLine } from '@/lib/domain/envelope/split-messages'
import { readLines } from '../read-lines'
import { sendPatiently } from '../send-patiently'

/** Lines a request; the server takes 5,000 and 10 MiB. */
const BATCH_LINES = 1_000
const BATCH_CHARACTERS = 2_000_000

/** A line that was not sent, by its number in the stream, and why. */
interface UnreadLine {
  readonly status: 'unreadable'
  readonly line: number
  readonly message: string
}

/**
 * Sends the lines of a stream, each to the letter. A line that is too long or no UTF-8 is told of and harms none of the
 * others. Of the stream no more than a request is held.
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
  let characters = 0
  const send = async () => {
    if (batch.length === 0) return
    for (const receipt of (await sendPatiently(batch, 'live', api)).results) note(receipt)
    batch = []
    characters = 0
  }
  let number = 0
  for await (const line of readLines(input)) {
    number++
    if ('fault' in line) {
      note({ status: 'unreadable', line: number, message: line.fault })
      continue
    }
    const text = number === 1 ? line.text.replace(/^\uFEFF/, '') : line.text
    if (isBlankLine(text)) continue
    batch.push(text)
    characters += text.length
    if (batch.length >= BATCH_LINES || characters >= BATCH_CHARACTERS) await send()
  }
  await send()
  return counts
}
