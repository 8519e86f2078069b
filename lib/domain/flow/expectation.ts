import { exceptionOf, type StepException } from './exceptions'
import {
  firstDelay,
  LEAST_HISTORY,
  learnHistory,
  type ExpectedStep,
  type PastEvent,
  type StepHistory,
} from './step-history'

/** What is asked of an event: how long ago it happened, what has followed, and what is known of its kind. */
export interface Waiting {
  /** Milliseconds since the event was created. */
  readonly waited: number
  /** Types of what followed it. */
  readonly followers: readonly string[]
  /** How much later than usual the producers of what is expected deliver at the moment. */
  readonly lag: number
  /** Fields that its data gives a value, where they are known. */
  readonly fields?: ReadonlySet<string> | undefined
}

export type ExpectationState = 'ends-here' | 'in-time' | 'overdue' | 'unknown'

export interface Expectation {
  state: ExpectationState
  /** The step that is waited for; of several the one longest overdue, else the one due first. Or what is excused. */
  step: ExpectedStep | null
  /** When it is overdue, in milliseconds since the event: its deadline and the producers' lag. */
  due: number | null
  /** By what one knows that the step will not come, though events of the kind usually lead to it. */
  exception: StepException | null
}

/**
 * Whether an event ends its chain as usual, may still be followed in time, or is overdue. An event that has followers is
 * asked for what usually comes beside them; where nothing of it is missing there is nothing to say: null.
 */
export function judgeWaiting(
  history: StepHistory,
  { waited, followers, lag, fields }: Waiting,
): Expectation | null {
  const isLeaf = followers.length === 0
  const nothing = { step: null, due: null, exception: null }
  if (history.n < LEAST_HISTORY) return isLeaf ? { ...nothing, state: 'unknown' } : null
  const missing = history.steps
    .filter(({ types }) => !types.some(({ type }) => followers.includes(type)))
    .sort((a, b) => a.deadline - b.deadline)
  const excuses = missing.map(({ exceptions }) => (fields && exceptionOf(exceptions, fields)) ?? null)
  const at = excuses.indexOf(null)
  if (at === -1 && !isLeaf) return null
  if (at === -1)
    return { ...nothing, state: 'ends-here', step: missing[0] ?? null, exception: excuses[0] ?? null }
  const first = missing[at]!
  const due = first.deadline + Math.max(0, lag)
  return { state: waited > due ? 'overdue' : 'in-time', step: first, due, exception: null }
}

/** What became of the alarms that would have been given. */
export interface Replay {
  alarms: number
  /** Of these, the step came after all. */
  late: number
}

/** Plays the past: learns from its first half and counts the alarms of the second, and how many of them were false. */
export function replay(events: readonly PastEvent[]): Replay {
  const half = Math.floor(events.length / 2)
  const { steps } = learnHistory(events.slice(0, half))
  const counted: Replay = { alarms: 0, late: 0 }
  for (const event of events.slice(half))
    for (const { types, deadline } of steps) {
      if (event.waited <= deadline) continue
      const delay = firstDelay(
        event,
        types.map(({ type }) => type),
      )
      if (delay !== null && delay <= deadline) continue
      counted.alarms++
      if (delay !== null) counted.late++
    }
  return counted
}
