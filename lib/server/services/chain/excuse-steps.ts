import 'server-only'
import { judgeWaiting, type Expectation } from '@/lib/domain/flow/expectation'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { readGivenFields, type KnownFollowers } from '@/lib/server/stores/step-sample-store'
import { letOthersIn } from '@/lib/server/services/let-others-in'
import { excusedHistory, pastOf } from '@/lib/server/services/flow/step-memory'

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
 * @param known what the caller has read of the past already @throws what `signal` says, where nobody waits for it any more
 */
export async function excuseSteps(
  waiting: readonly WaitingEvent[],
  known: KnownFollowers,
  signal: AbortSignal | undefined,
): Promise<Map<string, Expectation | null>> {
  const { entries } = await currentCatalog()
  const excused = new Map<string, Expectation | null>()
  const begun = Date.now()
  const types = [...byKey(waiting.slice(0, MOST_EVENTS), ({ type }) => type)]
  for (const [type, ofType] of types.sort(([, a], [, b]) => b.length - a.length)) {
    const names = (entries.get(type)?.fields ?? []).filter((path) => !/[.[]/.test(path))
    if (names.length === 0) continue
    const past = pastOf(type, names, known)
    for (const [version, events] of byKey(ofType, (event) => event.version)) {
      if (Date.now() - begun > LEARNING_MS) return excused
      await letOthersIn(signal)
      const history = await excusedHistory(type, version, past)
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
  }
  return excused
}

function byKey<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return groups
}
