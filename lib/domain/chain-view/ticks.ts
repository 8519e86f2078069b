import { placeOn, type Axis } from './axis'
import { formatDuration } from './duration'

export interface Tick {
  /** Share of the width. */
  at: number
  /** `+20 s` since the start, `…+20 s` since the last silence ended. */
  label: string
  /** Since the start. */
  ms: number
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Steps a person counts in. */
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 30, 90, 180, 365].map((n) => n * DAY),
]

/**
 * Ticks at round offsets, never closer than `apart` (a share of the width) to one another or to the start, which has its
 * own label. Behind a silence that was cut out the offset from the start comes first (`+3 d`) and the ticks after it
 * count from there (`…+1 s`): from the start they would all read the same.
 */
export function ticksOf(axis: Axis, apart: number): Tick[] {
  const active = axis.stretches.reduce((sum, { from, to }) => sum + to - from, 0)
  const room = axis.stretches.reduce((sum, { width }) => sum + width, 0)
  if (active === 0) return []
  const step = stepFor((active / room) * apart)
  const ticks: Tick[] = []
  for (const [index, { from, to }] of axis.stretches.entries()) {
    const offset = from - axis.start
    if (index > 0)
      addSilenceEnd(
        ticks,
        { at: placeOn(axis, from), ms: offset, label: `+${formatDuration(offset)}` },
        apart,
      )
    for (let ms = step; from + ms <= to; ms += step) {
      const at = placeOn(axis, from + ms)
      if (at - (ticks.at(-1)?.at ?? 0) < apart) continue
      ticks.push({ at, ms: offset + ms, label: `${index > 0 ? '…' : ''}+${formatDuration(ms)}` })
    }
  }
  return ticks
}

/** Takes the place of a round tick that stands too close before it. */
function addSilenceEnd(ticks: Tick[], tick: Tick, apart: number): void {
  if (tick.at < apart) return
  if (tick.at - (ticks.at(-1)?.at ?? 0) < apart) ticks.pop()
  ticks.push(tick)
}

function stepFor(ms: number): number {
  const fitting = STEPS.find((step) => step >= ms)
  return fitting ?? Math.ceil(ms / (365 * DAY)) * 365 * DAY
}
