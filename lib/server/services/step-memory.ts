import 'server-only'
import { replay, type Replay } from '@/lib/domain/flow/expectation'
import { producerLag, usualLag } from '@/lib/domain/flow/lag'
import { learnHistory, type StepHistory } from '@/lib/domain/flow/step-history'
import { readLags, readLagsOf, readPastEvents } from '@/lib/server/stores/step-sample-store'

/** What is learned changes slowly, how late producers are does not. */
const MAX_AGE_MS = 120_000
const LAG_AGE_MS = 10_000
const MAX_ENTRIES = 2_000

export interface Learned {
  readonly history: StepHistory
  readonly past: Replay
}

interface Kept {
  readonly at: number
  readonly value: Promise<unknown>
}

// One per process: every route bundle holds its own copy of this module.
const key = Symbol.for('pasttense.step-memory')
const globals = globalThis as { [key]?: Map<string, Kept> }

/** What usually follows events of a type and version, and what became of the alarms of the past. */
export function learnedOf(type: string, version: string): Promise<Learned> {
  return kept(`steps\n${type}\n${version}`, MAX_AGE_MS, async () => {
    const events = await readPastEvents(type, version)
    return { history: learnHistory(events), past: replay(events) }
  })
}

/** How late one of some types may come in at the moment, in milliseconds. */
export async function lagOf(types: readonly string[]): Promise<number> {
  const lags = await Promise.all([
    kept('lag', LAG_AGE_MS, async () => usualLag(await readLags())),
    ...types.map((type) => kept(`lag\n${type}`, LAG_AGE_MS, async () => producerLag(await readLagsOf(type)))),
  ])
  return Math.max(...lags)
}

/** Tests change the past under its feet. */
export function forgetSteps(): void {
  globals[key]?.clear()
}

/** What was made of the past under a name, made anew where it is older than `maxAge` milliseconds. */
export function kept<T>(name: string, maxAge: number, make: () => Promise<T>): Promise<T> {
  const all = (globals[key] ??= new Map<string, Kept>())
  const known = all.get(name)
  if (known && Date.now() - known.at < maxAge) return known.value as Promise<T>
  if (all.size >= MAX_ENTRIES) all.clear()
  const value = make()
  all.set(name, { at: Date.now(), value })
  value.catch(() => all.delete(name))
  return value
}
