/**
 * What receiving does with a batch, in this order. The first three are a request's: reading it, asking whether the catalog
 * changed, judging. Then events wait for others to be stored with, ids are looked up in the ledger where too little is
 * remembered of it, events are inserted and linked; these four are a group's, and the next group's begin while the last
 * one's still run.
 */
export const STAGES = ['read', 'catalog', 'judge', 'wait', 'look_up', 'insert', 'link'] as const
export type Stage = (typeof STAGES)[number]

export type StageTimes = Record<Stage, number>

// One per process: every route bundle holds its own copy of this module.
const key = Symbol.for('pasttense.stage-times')
const globals = globalThis as { [key]?: StageTimes }

/** Milliseconds by the clock that each stage has taken since this process began. */
export function stageTimes(): StageTimes {
  return (globals[key] ??= Object.fromEntries(STAGES.map((stage) => [stage, 0])) as StageTimes)
}

/** Does some work of a stage, and adds how long it took. */
export async function timed<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
  const before = performance.now()
  try {
    return await work()
  } finally {
    stageTimes()[stage] += performance.now() - before
  }
}

/** The same for work that waits for nothing. */
export function timedNow<T>(stage: Stage, work: () => T): T {
  const before = performance.now()
  const result = work()
  stageTimes()[stage] += performance.now() - before
  return result
}
