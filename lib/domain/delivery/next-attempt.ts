const MINUTE = 60
const HOUR = 60 * MINUTE

/** Seconds to wait after each attempt that failed; after the last one nothing is tried again by itself. */
const WAITS = [
  5,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
] as const

export const MOST_ATTEMPTS = WAITS.length + 1

/**
 * How long to wait before the next attempt, null where there is none.
 * @param attempts how many failed so far, at least 1
 * @param spread 0 to 1: up to a fifth longer, so that what failed together is not tried together
 */
export function secondsToNextAttempt(attempts: number, spread: number): number | null {
  const wait = WAITS[attempts - 1]
  return wait === undefined ? null : wait * (1 + spread / 5)
}

/** Who has failed for this long without one success is sent nothing any more. */
const PATIENCE_MS = 3 * 24 * HOUR * 1000

/** @param failingSince when the first failure came after the last success */
export function isGivenUp(failingSince: Date, now: Date): boolean {
  return now.getTime() - failingSince.getTime() >= PATIENCE_MS
}
