import type { ApiOptions } from '@/lib/client/api'
import { simulateHistory, type HistoryRequest } from './history'
import { inBatches, lineOf } from './message'
import { sendPatiently } from '../send-patiently'
import { tally, type Tally } from './tally'

const BATCH = 1_000
/** Requests under way: while one is stored the next is made. More would only wait in the server's queue. */
const PARALLEL = 3

/**
 * Sends a past in import mode and counts the answers into `total`.
 *
 * @param onProgress told after each batch how many messages are answered
 */
export async function sendHistory(
  request: HistoryRequest,
  stop: AbortSignal,
  api: ApiOptions,
  total: Tally,
  onProgress: (done: number) => void,
): Promise<void> {
  const batches = inBatches(simulateHistory(request), BATCH)
  let done = 0
  const worker = async () => {
    // The workers share the generator: each takes the next batch when it is free.
    for (let next = batches.next(); !next.done && !stop.aborted; next = batches.next()) {
      const lines = next.value.map((message) => lineOf(message, 'import'))
      tally(total, (await sendPatiently(lines, 'import', api)).results)
      done += lines.length
      onProgress(done)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, worker))
}
