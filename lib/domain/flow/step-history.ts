import type { StepException } from './exceptions'

/** One event of the past and what followed it, as far as it was known when looked at. Times in milliseconds. */
export interface PastEvent {
  /** How long its followers have been waited for. */
  readonly waited: number
  /** Its followers, the earliest of each type, by their delay since the event. */
  readonly followers: readonly { type: string; delay: number }[]
}

/** Types of which one follows nearly always. */
export interface ExpectedStep {
  /** Alternatives, most frequent first, each with its part of all events. */
  readonly types: readonly { type: string; share: number }[]
  /** Part of the events that one of them followed. */
  readonly share: number
  /** By when half of them and 95 % of them had come. */
  readonly p50: number
  readonly p95: number
  /** Waited longer than this, it is overdue. */
  readonly deadline: number
  /** Events of the kind that it does not follow; none where their fields were not looked at. */
  readonly exceptions: readonly StepException[]
}

/** What usually follows events of one type and version. */
export interface StepHistory {
  /** Events that were waited for long enough to count. */
  readonly n: number
  /** Part of them that nothing followed. */
  readonly ended: number
  readonly steps: readonly ExpectedStep[]
}

/** With fewer events nothing is claimed. */
export const LEAST_HISTORY = 50
/** A step is expected where at least this part of the events is followed so. */
const EXPECTED_SHARE = 0.94
/** Types are alternatives where of the rarer one's events at most this part has both. */
const MOST_TOGETHER = 0.25
/** A type that follows more rarely is no alternative of its own. */
const LEAST_SHARE = 0.002
/** How far beyond the slowest of the usual delays a wait is overdue; delays spread by factors, not by sums. */
const BEYOND_SLOWEST = 1.5
const DEVIATIONS = 3.8
/** Nobody is called within the first seconds. */
const LEAST_DEADLINE = 10_000

/**
 * Learns what follows. Alternatives are found by never coming together: PaymentCaptured or PaymentDeclined. An event
 * may have several expected steps, side by side. What was not yet waited for long enough does not count as ended.
 */
export function learnHistory(events: readonly PastEvent[]): StepHistory {
  const settled = settledOf(events)
  const n = settled.length
  const ended = n === 0 ? 0 : settled.filter(({ followers }) => followers.length === 0).length / n
  if (n < LEAST_HISTORY) return { n, ended, steps: [] }
  const having = new Map<string, Set<number>>()
  settled.forEach(({ followers }, index) => {
    for (const { type } of followers) {
      const set = having.get(type)
      if (set) set.add(index)
      else having.set(type, new Set([index]))
    }
  })
  const frequent = [...having]
    .filter(([, set]) => set.size >= LEAST_SHARE * n)
    .sort(([a, m], [b, o]) => o.size - m.size || (a < b ? -1 : 1))
  const steps: ExpectedStep[] = []
  const grouped = new Set<string>()
  // What is rare may stand in for several steps: a cancelled order is neither invoiced nor packed.
  const taken = new Set<string>()
  for (const [type, { size }] of frequent) {
    if (grouped.has(type)) continue
    const group = alternativesOf(type, frequent, taken)
    const union = new Set(group.flatMap((one) => [...having.get(one)!]))
    if (union.size < EXPECTED_SHARE * n) continue
    for (const one of group) {
      grouped.add(one)
      if (having.get(one)!.size * 2 >= size) taken.add(one)
    }
    steps.push(describe(group, union, having, settled))
  }
  return { n, ended, steps }
}

/** The type and those that hardly ever come beside it or one another. */
function alternativesOf(
  first: string,
  frequent: readonly [string, ReadonlySet<number>][],
  taken: ReadonlySet<string>,
): string[] {
  const sets = new Map(frequent)
  const group = [first]
  for (const [type, set] of frequent) {
    if (type === first || taken.has(type)) continue
    const isApart = group.every((member) => {
      const other = sets.get(member)!
      let both = 0
      for (const index of set) if (other.has(index)) both++
      return both <= MOST_TOGETHER * Math.min(set.size, other.size)
    })
    if (isApart) group.push(type)
  }
  return group
}

function describe(
  group: readonly string[],
  union: ReadonlySet<number>,
  having: ReadonlyMap<string, ReadonlySet<number>>,
  settled: readonly PastEvent[],
): ExpectedStep {
  const delays = [...union].map((index) => firstDelay(settled[index]!, group)!).sort((a, b) => a - b)
  return {
    types: group.map((type) => ({ type, share: having.get(type)!.size / settled.length })),
    share: union.size / settled.length,
    p50: quantile(delays, 0.5),
    p95: quantile(delays, 0.95),
    deadline: deadlineOf(delays),
    exceptions: [],
  }
}

/** The delay of the first of some types; null where none came. */
export function firstDelay({ followers }: PastEvent, types: readonly string[]): number | null {
  let least: number | null = null
  for (const { type, delay } of followers)
    if (types.includes(type) && (least === null || delay < least)) least = delay
  return least
}

/** Beyond what was seen: some deviations of the logarithms above their middle, and above the slowest but for outliers. */
function deadlineOf(sorted: readonly number[]): number {
  const logs = sorted.map((delay) => Math.log(Math.max(1, delay)))
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length
  const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length)
  const slowest = quantile(sorted, 0.998) * BEYOND_SLOWEST
  return Math.round(Math.max(LEAST_DEADLINE, slowest, Math.exp(mean + DEVIATIONS * deviation)))
}

/** Events waited for as long as nearly all followers took; the others could still be followed. */
function settledOf(events: readonly PastEvent[]): PastEvent[] {
  const delays = events
    .flatMap(({ followers }) =>
      followers.length === 0 ? [] : [Math.max(...followers.map(({ delay }) => delay))],
    )
    .sort((a, b) => a - b)
  if (delays.length === 0) return [...events]
  const long = quantile(delays, 0.99)
  return events.filter(({ waited }) => waited >= long)
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}
