import 'server-only'
import { judgeWaiting, type Expectation } from '@/lib/domain/flow/expectation'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { readGivenFields } from '@/lib/server/stores/step-sample-store'
import { letOthersIn } from './let-others-in'
import { excusedHistory } from './step-memory'

/** Events that wait for a step are looked at one by one: so many, and kinds of them until so long ago, in milliseconds. */
const MOST_EVENTS = 2_000
const LEARNING_MS = 2_000

/** An event that waits for its next step. */
export interface WaitingEvent {
  readonly event_id: string
  readonly type: string
  readonly version: string
  readonly waited: number
  readonly followers: readonly string[]
  readonly lag: number
}

/**
 * Judges events that wait once more, by the fields of their data: some end where most of their kind lead on. Answers by
 * the ids of those of which that could be asked; null where there is nothing to say of one any more. Only fields that
 * the latest schema declares tell events apart: other names may be masked.
 * @throws what `signal` says, where nobody waits for it any more
 */
export async function excuseSteps(
  waiting: readonly WaitingEvent[],
  signal: AbortSignal | undefined,
): Promise<Map<string, Expectation | null>> {
  const kinds = new Map<string, WaitingEvent[]>()
  for (const event of waiting.slice(0, MOST_EVENTS)) {
    const kind = `${event.type}\n${event.version}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), event])
  }
  const { entries } = await currentCatalog()
  const excused = new Map<string, Expectation | null>()
  const begun = Date.now()
  for (const events of [...kinds.values()].sort((a, b) => b.length - a.length)) {
    if (Date.now() - begun > LEARNING_MS) break
    await letOthersIn(signal)
    const { type, version } = events[0]!
    const names = (entries.get(type)?.fields ?? []).filter((path) => !/[.[]/.test(path))
    if (names.length === 0) continue
    const history = await excusedHistory(type, version, names)
    if (history.steps.every(({ exceptions }) => exceptions.length === 0)) continue
    const given = await readGivenFields(
      events.map(({ event_id }) => event_id),
      names,
    )
    for (const { event_id, waited, followers, lag } of events) {
      const fields = given.get(event_id)
      if (fields !== undefined)
        excused.set(event_id, judgeWaiting(history, { waited, followers, lag, fields }))
    }
  }
  return excused
}
