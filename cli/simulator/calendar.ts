import type { Random } from './random'

/** How busy a shop is by hour of the day (UTC), 1 being the mean; evenings are best. */
const HOURS = [
  0.25, 0.15, 0.1, 0.1, 0.15, 0.3, 0.6, 0.9, 1.1, 1.2, 1.25, 1.3, 1.25, 1.2, 1.2, 1.25, 1.35, 1.5, 1.75, 1.95,
  1.9, 1.6, 1.0, 0.55,
]
/** From Sunday. */
const WEEKDAYS = [1.25, 1.05, 0.95, 0.9, 0.9, 0.95, 1.0]
/** No moment is busier than this; the thinning below relies on it. */
const BUSIEST = 2.5

export function busyness(at: number): number {
  const date = new Date(at)
  return (HOURS[date.getUTCHours()] ?? 1) * (WEEKDAYS[date.getUTCDay()] ?? 1)
}

/**
 * Moments at which something begins: a Poisson process that follows the rhythm of day and week, by thinning
 * (Lewis and Shedler, 1979).
 */
export function* arrivals(start: number, end: number, perMs: number, random: Random): Generator<number> {
  for (let at = start; ;) {
    at += -Math.log(1 - random.unit()) / (perMs * BUSIEST)
    if (at >= end) return
    if (random.chance(busyness(at) / BUSIEST)) yield Math.floor(at)
  }
}
