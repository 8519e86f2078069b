/** Nearly all deliveries are quicker than this part of them; the rest are lost causes rather than late ones. */
const NEARLY_ALL = 0.998

/** Beyond the slowest of the usual ones: what was seen is never all there is. */
const BEYOND = 1.5

/** A backlog of more than this is nothing usual, and no excuse for those who are not behind. */
const MOST_USUAL = 1_800_000

/** How late events may usually come in, of many recent deliveries of all producers; milliseconds. */
export function usualLag(lags: readonly number[]): number {
  return Math.min(MOST_USUAL, BEYOND * partOf(lags, NEARLY_ALL))
}

/** How late one producer is at the moment, of its last few deliveries: half of them came no quicker. */
export function producerLag(lags: readonly number[]): number {
  return partOf(lags, 0.5)
}

function partOf(lags: readonly number[], part: number): number {
  const sorted = [...lags].sort((a, b) => a - b)
  return Math.max(0, sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0)
}
