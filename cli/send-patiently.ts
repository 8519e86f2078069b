import { setTimeout as wait } from 'node:timers/promises'
import { ApiProblem, type ApiOptions } from '@/lib/client/api'
import { sendEvents } from '@/lib/client/send-events'
import type { Receipts } from '@/lib/contracts/event'

/** Waits before another try when the server's queue is full, in milliseconds: about 20 seconds in all. */
const WAITS = [100, 200, 400, 800, 1_600, 3_200, 6_400, 6_400]

/** Sends lines and, where the server says that it is busy, waits and sends the same lines again. */
export async function sendPatiently(
  lines: readonly string[],
  mode: 'live' | 'import',
  api: ApiOptions,
): Promise<Receipts> {
  for (const ms of WAITS) {
    try {
      return await sendEvents(lines, api, mode === 'import' ? { mode } : {})
    } catch (error) {
      if (!(error instanceof ApiProblem && error.is('busy'))) throw error
    }
    await wait(ms, undefined, { signal: api.signal })
  }
  return sendEvents(lines, api, mode === 'import' ? { mode } : {})
}
