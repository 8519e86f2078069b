import type { ApiOptions } from '@/lib/client/api'
import type { Receipt } from '@/lib/contracts/event'
import { sendPatiently } from '../send-patiently'
import { faultOfFile } from './fault-of-file'
import type { FileOutcome } from './import-folder'

/** Events a request; the server takes 5,000. */
const BATCH = 1_000
/** Bytes a request, below the 10 MiB the server takes. */
const MAX_BYTES = 8 * 1024 * 1024

/** Sends the envelopes of one file, in batches, as an import. */
export async function sendTexts(
  file: string,
  texts: readonly string[],
  api: ApiOptions,
): Promise<FileOutcome> {
  const receipts: Receipt[] = []
  try {
    for (const batch of inBatches(texts))
      receipts.push(...(await sendPatiently(batch, 'import', api)).results)
  } catch (error) {
    const { message } = faultOfFile(error)
    return { file, status: 'failed', message: `${message} (${receipts.length} of ${texts.length} were sent)` }
  }
  const count = (...wanted: Receipt['status'][]) =>
    receipts.filter(({ status }) => wanted.includes(status)).length
  const isRefused = count('quarantined', 'conflict') > 0
  return {
    file,
    status: isRefused ? 'failed' : count('accepted', 'invalid') > 0 ? 'done' : 'unchanged',
    message: summary(receipts),
  }
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
