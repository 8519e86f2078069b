import 'server-only'
import { findExceptions, outcomesOf, type Outcomes, type StepException } from '@/lib/domain/flow/exceptions'
import { replay, type Replay } from '@/lib/domain/flow/expectation'
import { producerLag, usualLag } from '@/lib/domain/flow/lag'
import { learnHistory, type ExpectedStep, type StepHistory } from '@/lib/domain/flow/step-history'
import {
  readGivenFields,
  readLags,
  readLagsOf,
  readPastEvents,
  type KnownFollowers,
} from '@/lib/server/stores/step-sample-store'

/** What is learned changes slowly, how late producers are does not. */
const MAX_AGE_MS = 120_000
/** Until then it is still given out while it is learned anew: a page need not wait for what hardly differs. */
const MAX_STALE_MS = 3_600_000
/** Ends by which one knows the next are rare: they are looked for among more events, and less often. */
const EXCEPTIONS_AGE_MS = 900_000
const EVENTS_A_SLICE = 150
const EVENTS_A_WIDE_SLICE = 600
/** Of the events that were followed, how many are looked at before all are. */
const FIRST_LOOK = 200
const LOOKED_AT_ONCE = 1_000
const LAG_AGE_MS = 10_000
const LAG_STALE_MS = 60_000
const MAX_ENTRIES = 2_000

export interface Learned {
  readonly history: StepHistory
  readonly past: Replay
}

interface Kept {
  readonly at: number
  readonly value: Promise<unknown>
  /** Milliseconds that making it took; not there while it is made. */
  took?: number
}

// One per process: every route bundle holds its own copy of this module.
const key = Symbol.for('pasttense.step-memory')
const globals = globalThis as { [key]?: Map<string, Kept> }

/**
 * What usually follows events of a type and version, and what became of the alarms of the past.
 * @param known what the caller has read of it already
 */
export function learnedOf(type: string, version: string, known?: KnownFollowers): Promise<Learned> {
  const learn = async () => {
    const events = await readPastEvents(type, version, EVENTS_A_SLICE, known)
    return { history: learnHistory(events), past: replay(events) }
  }
  return kept(`steps\n${type}\n${version}`, MAX_AGE_MS, learn, MAX_STALE_MS)
}

/** Events of all versions of a type, and what their data give: each is read once, when it is first asked for. */
export interface PastOfType {
  events: () => ReturnType<typeof readPastEvents>
  /** Undefined for events of which one cannot tell, and for others than these. */
  given: (ids: readonly string[]) => Promise<(id: string) => ReadonlySet<string> | undefined>
}

/**
 * For as long as several versions of the type are looked into: it is too large to be kept.
 * @param names fields of the data block that may be named @param known as for `learnedOf`
 */
export function pastOf(type: string, names: readonly string[], known?: KnownFollowers): PastOfType {
  let events: ReturnType<typeof readPastEvents> | undefined
  const looked = new Map<string, ReadonlySet<string> | undefined>()
  return {
    events: () => (events ??= readPastEvents(type, null, EVENTS_A_WIDE_SLICE, known)),
    given: async (ids) => {
      const wanted = ids.filter((id) => !looked.has(id))
      for (let from = 0; from < wanted.length; from += LOOKED_AT_ONCE) {
        const some = wanted.slice(from, from + LOOKED_AT_ONCE)
        const given = await readGivenFields(some, names)
        for (const id of some) looked.set(id, given.get(id))
      }
      const these = new Set(ids)
      return (id) => (these.has(id) ? looked.get(id) : undefined)
    },
  }
}

/** The same history with the exceptions of its steps, which the events of all versions of the type tell of. */
export function excusedHistory(type: string, version: string, past: PastOfType): Promise<StepHistory> {
  const learn = async () => {
    const { history } = await learnedOf(type, version)
    const steps: ExpectedStep[] = []
    for (const step of history.steps) {
      const outcomes = outcomesOf(await past.events(), step)
      steps.push({ ...step, exceptions: outcomes === null ? [] : await exceptionsOf(outcomes, past) })
    }
    return { ...history, steps }
  }
  return kept(`exceptions\n${type}\n${version}`, EXCEPTIONS_AGE_MS, learn, MAX_STALE_MS)
}

/** Most kinds have none, and a few of the events that were followed tell that. */
async function exceptionsOf(outcomes: Outcomes, past: PastOfType): Promise<StepException[]> {
  const { ended, followed } = outcomes
  const stride = Math.max(1, Math.floor(followed.length / FIRST_LOOK))
  const idsWith = (some: Outcomes['followed']) => [...ended, ...some].map(({ id }) => id)
  const first = await past.given(idsWith(followed.filter((_, index) => index % stride === 0)))
  if (findExceptions(outcomes, first, 'likely').length === 0) return []
  return findExceptions(outcomes, await past.given(idsWith(followed)))
}

/** How late one of some types may come in at the moment, in milliseconds. */
export async function lagOf(types: readonly string[]): Promise<number> {
  const lag = (name: string, read: () => Promise<number>) => kept(name, LAG_AGE_MS, read, LAG_STALE_MS)
  const lags = await Promise.all([
    lag('lag', async () => usualLag(await readLags())),
    ...types.map((type) => lag(`lag\n${type}`, async () => producerLag(await readLagsOf(type)))),
  ])
  return Math.max(...lags)
}

/** Tests change the past under its feet. */
export function forgetSteps(): void {
  globals[key]?.clear()
}

/**
 * What was made of the past under a name, made anew where it is older than `maxAge` milliseconds: waited for, or beside
 * what is there as long as that is younger than `maxStale`.
 * @param rest what was made in a moment is made anew, and waited for, after so many times as long as that took; while it
 *   is made, everybody waits for the same
 */
export function kept<T>(
  name: string,
  maxAge: number,
  make: () => Promise<T>,
  maxStale = maxAge,
  rest = Infinity,
): Promise<T> {
  const all = (globals[key] ??= new Map<string, Kept>())
  const known = all.get(name)
  const age = known === undefined ? Infinity : Date.now() - known.at
  const restsFor = known?.took === undefined || rest === Infinity ? Infinity : known.took * rest
  if (known && age < Math.min(maxAge, restsFor)) return known.value as Promise<T>
  if (all.size >= MAX_ENTRIES) all.clear()
  const entry: Kept = { at: Date.now(), value: make() }
  entry.value.then(
    () => (entry.took = Date.now() - entry.at),
    () => undefined,
  )
  if (known && age < maxStale && restsFor >= maxAge) {
    // Put in its place when it is there; until then nobody else makes it again.
    all.set(name, { at: entry.at, value: known.value })
    entry.value.then(
      () => all.set(name, entry),
      () => all.set(name, { ...known }),
    )
    return known.value as Promise<T>
  }
  all.set(name, entry)
  entry.value.catch(() => all.delete(name))
  return entry.value as Promise<T>
}
