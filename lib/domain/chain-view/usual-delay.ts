import { formatDuration } from './duration'
import { group } from './facts'

/** What is known of a step from one type to another, over all chains of a period. */
export interface UsualDelay {
  count: number
  p50_ms: number | null
  p95_ms: number | null
}

/** A bucket of a histogram of delays, in milliseconds. */
export interface DelayBucket {
  from_ms: number
  to_ms: number
  count: number
}

/** Of fewer steps one says nothing about what is usual. */
const ENOUGH = 20

/** Whether a step took longer than 95 of 100 such steps. */
export function isSlow(delay_ms: number | null, usual: UsualDelay | undefined): boolean {
  if (delay_ms === null || usual === undefined || usual.p95_ms === null) return false
  return usual.count >= ENOUGH && delay_ms > usual.p95_ms
}

/** `usually 1.1 s, 95 % within 4 s`; empty where too little is known. */
export function usualText(usual: UsualDelay | undefined): string {
  if (usual === undefined || usual.count < ENOUGH || usual.p50_ms === null || usual.p95_ms === null) return ''
  return `usually ${formatDuration(usual.p50_ms)}, 95 % within ${formatDuration(usual.p95_ms)}`
}

/** How usual a delay is, in a sentence: `Slower than 93 % of 4,210 such steps; usually 1.1 s, 95 % within 4 s.` */
export function usualSentence(
  delay_ms: number,
  usual: UsualDelay & { delays: readonly DelayBucket[] },
): string {
  const text = usualText(usual)
  if (text === '') {
    const known = usual.count === 1 ? 'one such step is' : `${group(usual.count)} such steps are`
    return `Only ${known} known: too few to say what is usual.`
  }
  const slower = Math.floor(shareBelow(usual.delays, delay_ms) * 100)
  const rank =
    slower >= 50
      ? `Slower than ${slower} % of ${group(usual.count)} such steps`
      : `Quicker than ${100 - slower} % of ${group(usual.count)} such steps`
  return `${rank}; ${text}.`
}

/** Part of the delays that lie below one; within a bucket they are taken as evenly spread. */
function shareBelow(delays: readonly DelayBucket[], ms: number): number {
  let below = 0
  let total = 0
  for (const { from_ms, to_ms, count } of delays) {
    total += count
    below += count * Math.min(1, Math.max(0, (ms - from_ms) / (to_ms - from_ms)))
  }
  return total === 0 ? 0 : below / total
}
