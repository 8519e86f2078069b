import { setTimeout as wait } from 'node:timers/promises'
import type { ApiOptions } from '@/lib/client/api'
import { lineOf, type Message } from './message'
import { sendPatiently } from '../send-patiently'
import { simulateStream } from './stream'
import { tally, type Tally } from './tally'

/** Messages are gathered this long before they are sent, in milliseconds: one request for many. */
const GATHER_MS = 200
const LARGEST_BATCH = 1_000

export interface StreamOptions {
  seed: string
  rate: number
  /** Ends by itself after so many seconds; Infinity for never. */
  seconds: number
  /** Ends when this is aborted, after what is under way has been answered. */
  stop: AbortSignal
}

/** Sends a stream in real time and counts the answers into `total`. A server that falls behind slows it down. */
export async function sendStream(
  { seed, rate, seconds, stop }: StreamOptions,
  api: ApiOptions,
  total: Tally,
): Promise<void> {
  const start = Date.now()
  const end = start + seconds * 1000
  let batch: Message[] = []
  const send = async () => {
    if (batch.length === 0) return
    const { results } = await sendPatiently(
      batch.map((message) => lineOf(message, 'live')),
      'live',
      api,
    )
    tally(total, results)
    batch = []
  }
  for (const message of simulateStream({ seed, start, rate })) {
    if (message.sentAt > Date.now() || batch.length >= LARGEST_BATCH) await send()
    if (message.sentAt > end || stop.aborted) break
    const early = message.sentAt - Date.now()
    if (early > 0) await wait(Math.max(early, GATHER_MS), undefined, { signal: stop }).catch(() => {})
    if (stop.aborted) break
    batch.push(message)
  }
  await send()
}
