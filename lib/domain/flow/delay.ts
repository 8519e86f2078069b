/** One bucket of a delay histogram; `bucket` as `events.delay_bucket` in the database numbers them. */
export interface DelayCount {
  bucket: number
  count: number
}

/**
 * Bounds of a bucket in milliseconds: bucket 0 is up to 1 ms, then two buckets a doubling, so that a percentile is
 * wrong by at most a fifth.
 */
export function delayBounds(bucket: number): [from: number, to: number] {
  return bucket <= 0 ? [0, 1] : [2 ** ((bucket - 1) / 2), 2 ** (bucket / 2)]
}

/**
 * Milliseconds below which a part of the delays lie; within a bucket they are taken as evenly spread by logarithm. A
 * bucket may stand several times, as where counts are parted by version or by day.
 */
export function delayQuantile(counts: readonly DelayCount[], part: number): number | null {
  const sums = new Map<number, number>()
  for (const { bucket, count } of counts) sums.set(bucket, (sums.get(bucket) ?? 0) + count)
  const sorted = [...sums].sort(([a], [b]) => a - b)
  const total = sorted.reduce((sum, [, count]) => sum + count, 0)
  if (total === 0) return null
  let before = 0
  for (const [bucket, count] of sorted) {
    if (before + count >= part * total) {
      const [from, to] = delayBounds(bucket)
      const within = (part * total - before) / count
      return Math.round(bucket <= 0 ? to * within : from * (to / from) ** within)
    }
    before += count
  }
  return null
}

/** The part of the delays that is at most so many milliseconds; within a bucket as `delayQuantile` spreads them. 1 for none. */
export function partWithin(counts: readonly DelayCount[], ms: number): number {
  let [total, within] = [0, 0]
  for (const { bucket, count } of counts) {
    total += count
    const [from, to] = delayBounds(bucket)
    if (ms >= to) within += count
    else if (ms > from) within += count * (bucket <= 0 ? ms / to : Math.log(ms / from) / Math.log(to / from))
  }
  return total === 0 ? 1 : within / total
}
