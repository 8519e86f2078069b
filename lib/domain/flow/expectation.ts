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
}

export type ExpectationState = 'ends-here' | 'in-time' | 'overdue' | 'unknown'

export interface Expectation {
  state: ExpectationState
  /** The step that is waited for; of several the one longest overdue, else the one due first. */
  step: ExpectedStep | null
  /** When it is overdue, in milliseconds since the event: its deadline and the producers' lag. */
  due: number | null
}

/**
 * Whether an event ends its chain as usual, may still be followed in time, or is overdue. An event that has followers is
 * asked for what usually comes beside them; where nothing of it is missing there is nothing to say: null.
 */
export function judgeWaiting(history: StepHistory, { waited, followers, lag }: Waiting): Expectation | null {
  const isLeaf = followers.length === 0
  if (history.n < LEAST_HISTORY) return isLeaf ? { state: 'unknown', step: null, due: null } : null
  const [first] = history.steps
    .filter(({ types }) => !types.some(({ type }) => followers.includes(type)))
    .sort((a, b) => a.deadline - b.deadline)
  if (first === undefined) return isLeaf ? { state: 'ends-here', step: null, due: null } : null
  const due = first.deadline + Math.max(0, lag)
  return { state: waited > due ? 'overdue' : 'in-time', step: first, due }
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
