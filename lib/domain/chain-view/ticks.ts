import { placeOn, type Axis } from './axis'
import { formatDuration } from './duration'

export interface Tick {
  /** Share of the width. */
  at: number
  /** `+20 s` since the start, `…+20 s` since the last silence ended. */
  label: string
  /** Since the start. */
  ms: number
  /** The label stands before its tick, since behind it the axis ends. */
  before: boolean
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
 * Ticks at round offsets, as many as have room for a label of the width `room` (a share of the axis), beside the label
 * of the start. Behind a silence that was cut out the offset from the start comes first (`+3 d`) and the ticks after it
 * count from there (`…+1 s`): from the start they would all read the same.
 */
export function ticksOf(axis: Axis, room: number): Tick[] {
  const active = axis.stretches.reduce((sum, { from, to }) => sum + to - from, 0)
  const width = axis.stretches.reduce((sum, stretch) => sum + stretch.width, 0)
  if (active === 0) return []
  const step = stepFor((active / width) * room)
  const ticks: Tick[] = []
  for (const [index, { from, to }] of axis.stretches.entries()) {
    const offset = from - axis.start
    if (index > 0) {
      const end = tickAt(axis, from, `+${formatDuration(offset)}`, room)
      // It takes the place of a round tick that stands too close before it.
      if (!fits(end, ticks.at(-1), room) && fits(end, ticks.at(-2), room)) ticks.pop()
      if (fits(end, ticks.at(-1), room)) ticks.push(end)
    }
    for (let ms = step; from + ms <= to; ms += step) {
      const tick = tickAt(axis, from + ms, `${index > 0 ? '…' : ''}+${formatDuration(ms)}`, room)
      if (fits(tick, ticks.at(-1), room)) ticks.push(tick)
    }
  }
  return ticks
}

function tickAt(axis: Axis, instant: number, label: string, room: number): Tick {
  const at = placeOn(axis, instant)
  return { at, ms: instant - axis.start, label, before: at + room > 1 }
}

/** Whether the label leaves that of the tick before it (or of the start) alone. */
function fits(tick: Tick, last: Tick | undefined, room: number): boolean {
  const free = last === undefined ? room : last.before ? last.at : last.at + room
  return (tick.before ? tick.at - room : tick.at) >= free
}

function stepFor(ms: number): number {
  const fitting = STEPS.find((step) => step >= ms)
  return fitting ?? Math.ceil(ms / (365 * DAY)) * 365 * DAY
}
