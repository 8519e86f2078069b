/**
 * One time axis for all events of a chain. Time runs evenly, except that a silence which would squeeze everything else
 * into a few pixels is cut out and stands as a mark of fixed width. Places are shares of the width, 0 to 1.
 */
export interface Axis {
  /** Epoch milliseconds of the first and the last event. */
  start: number
  end: number
  /** Stretches in which time runs evenly, in order; between two of them lies a cut-out silence. */
  stretches: Stretch[]
}

export interface Stretch {
  from: number
  to: number
  /** Share of the width where it begins, and how much it takes. */
  at: number
  width: number
}

/** A silence is cut out where it is this many times longer than everything that is left. */
const SILENCE_FACTOR = 8
/** More marks than this would be a picture of its own. */
const MOST_SILENCES = 5
const SILENCE_WIDTH = 0.05

/** `instants` in epoch milliseconds, in any order; those that are no numbers are left out. O(n log n) where they are to be sorted. */
export function buildAxis(instants: Float64Array, cutSilences: boolean): Axis {
  const sorted = (instants.every(isFinite) ? instants.slice() : instants.filter(isFinite)).sort()
  const start = sorted[0] ?? 0
  const end = sorted.at(-1) ?? 0
  const silences = cutSilences ? findSilences(sorted) : []
  return { start, end, stretches: stretchesBetween(start, end, silences) }
}

function isFinite(instant: number): boolean {
  return Number.isFinite(instant)
}

interface Gap {
  from: number
  to: number
}

function findSilences(sorted: Float64Array): Gap[] {
  const gaps = longestGaps(sorted)
  let rest = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
  let taken = 0
  for (const [index, gap] of gaps.entries()) {
    const length = gap.to - gap.from
    rest -= length
    // Something must be left to stretch: the last gap of all is never cut.
    if (rest > 0 && length >= SILENCE_FACTOR * rest) taken = index + 1
  }
  return gaps.slice(0, taken).sort((a, b) => a.from - b.from)
}

function longestGaps(sorted: Float64Array): Gap[] {
  const longest: Gap[] = []
  let shortest = 0
  for (let i = 1; i < sorted.length; i++) {
    const length = sorted[i]! - sorted[i - 1]!
    if (length <= shortest) continue
    const gap = { from: sorted[i - 1]!, to: sorted[i]! }
    const place = longest.findIndex((other) => other.to - other.from < length)
    longest.splice(place === -1 ? longest.length : place, 0, gap)
    if (longest.length > MOST_SILENCES) longest.pop()
    const last = longest.at(-1)!
    if (longest.length === MOST_SILENCES) shortest = last.to - last.from
  }
  return longest
}

function stretchesBetween(start: number, end: number, silences: Gap[]): Stretch[] {
  const room = 1 - silences.length * SILENCE_WIDTH
  const active = silences.reduce((left, gap) => left - (gap.to - gap.from), end - start)
  const stretches: Stretch[] = []
  let from = start
  let at = 0
  for (const gap of [...silences, { from: end, to: end }]) {
    const width = active === 0 ? room : ((gap.from - from) / active) * room
    stretches.push({ from, to: gap.from, at, width })
    at += width + SILENCE_WIDTH
    from = gap.to
  }
  return stretches
}

/** Where an instant lies on the axis, 0 to 1. Instants inside a silence lie within its mark. */
export function placeOn(axis: Axis, instant: number): number {
  if (!Number.isFinite(instant) || axis.end === axis.start) return 0
  let before = axis.stretches[0]!
  for (const stretch of axis.stretches) {
    if (instant < stretch.from) {
      const left = before.at + before.width
      const share = (instant - before.to) / (stretch.from - before.to)
      return clamp(left + share * (stretch.at - left))
    }
    if (instant <= stretch.to) {
      const length = stretch.to - stretch.from
      return clamp(stretch.at + (length === 0 ? 0 : ((instant - stretch.from) / length) * stretch.width))
    }
    before = stretch
  }
  return 1
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}

/** The cut-out silences: where their marks begin and end, and how long they were. */
export function silencesOf({ stretches }: Axis): { at: number; to: number; ms: number }[] {
  return stretches.slice(1).map((after, index) => {
    const before = stretches[index]!
    return { at: before.at + before.width, to: after.at, ms: after.from - before.to }
  })
}
