import { ApiProblem, call, type ApiOptions } from '@/lib/client/api'
import { simulateHistory } from '../simulator/history'
import { inBatches, lineOf } from '../simulator/message'
import type { Message } from '../simulator/message'
import { sendPatiently } from '../send-patiently'
import { emptyTally, sentenceOf, tally, type Tally } from '../simulator/tally'

/** Small batches, and a progress report after each second one: somebody is looking at the screen. */
const BATCH = 500
export const DEMO_EVENTS = 20_000
export const DEMO_DAYS = 30
export const DEMO_SEED = 'harbour-pine'

export interface HistoryOptions {
  end: Date
  /** Whether some of it may be there already. */
  resume: boolean
  onProgress: (sentence: string) => void
}

/** Sends the company's last 30 days and reports progress as task `demo`. Same end, same events. */
export async function loadHistory(
  api: ApiOptions,
  { end, resume, onProgress }: HistoryOptions,
): Promise<Tally> {
  const total = emptyTally()
  let done = 0
  const report = (state: 'running' | 'done' | 'failed', message: string) =>
    call(
      'putTask',
      {
        params: { id: 'demo' },
        body: {
          label: 'Loading the demo company’s last 30 days',
          state,
          done,
          total: state === 'done' ? done : Math.max(done, DEMO_EVENTS),
          message,
        },
      },
      api,
    )
  try {
    await report('running', 'The first events are on their way')
    const messages = simulateHistory({
      seed: DEMO_SEED,
      end: end.getTime(),
      days: DEMO_DAYS,
      events: DEMO_EVENTS,
    })
    for (const batch of inBatches(messages, BATCH)) {
      if (!(resume && (await isStored(batch, api)))) {
        const { results } = await sendPatiently(
          batch.map((message) => lineOf(message, 'import')),
          'import',
          api,
        )
        tally(total, results)
      }
      done += batch.length
      await report('running', `Up to ${new Date(batch.at(-1)!.sentAt).toISOString().slice(0, 10)}`)
    }
    await report('done', sentenceOf(total))
    onProgress(`30 days of events: ${sentenceOf(total)}`)
    return total
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    onProgress(`the history of the demo stopped after ${done} events: ${reason}`)
    await report('failed', reason.slice(0, 500)).catch(() => {})
    throw error
  }
}

/** A batch whose last proper event is stored was sent by an earlier start. */
async function isStored(batch: readonly Message[], api: ApiOptions): Promise<boolean> {
  const last = batch.findLast((message) => message.accident === null)
  if (!last) return false
  try {
    await call('getEvent', { params: { event_id: last.id } }, api)
    return true
  } catch (error) {
    if (error instanceof ApiProblem && error.is('event-not-found')) return false
    throw error
  }
}
