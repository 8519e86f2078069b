/**
 * The last step up to the end of a second, by its place; -1 where all of them came later.
 * @param times when the steps happened, oldest first, as ISO 8601 in UTC
 * @param second as a field for a moment writes it: `2026-08-06T09:03`, with `:20` where it has seconds
 */
export function stepAt(times: readonly string[], second: string): number {
  const whole = second.length === 'YYYY-MM-DDTHH:MM'.length ? `${second}:00` : second
  return times.findLastIndex((time) => time.slice(0, whole.length) <= whole)
}
