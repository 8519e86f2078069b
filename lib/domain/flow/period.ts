const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const DEFAULT_DAYS = 30
/** Longer periods are told day by day. */
const MOST_HOURS = 72

export interface PeriodRequest {
  days?: number | undefined
  /** Instants; each stands before `days`. */
  since?: string | undefined
  until?: string | undefined
}

/**
 * The whole hours that are asked for: from `since`, else from the start of the day (UTC) that lies `days` back, up to
 * the end of the hour of `until`, else of now. An instant that is none counts as left out.
 */
export function periodOf({ days = DEFAULT_DAYS, since, until }: PeriodRequest, now: number) {
  const end = instant(until) ?? now
  const start = instant(since) ?? Math.floor(Math.min(end, now) / DAY_MS) * DAY_MS - (days - 1) * DAY_MS
  const from = Math.floor(start / HOUR_MS) * HOUR_MS
  return { from: new Date(from), to: new Date(Math.max(Math.floor(end / HOUR_MS) * HOUR_MS + HOUR_MS, from)) }
}

/** In what steps a period is drawn. */
export function stepOf({ from, to }: { from: Date; to: Date }): 'hour' | 'day' {
  return to.getTime() - from.getTime() <= MOST_HOURS * HOUR_MS ? 'hour' : 'day'
}

/** The beginnings of all steps of a period, oldest first. */
export function stepsOf({ from, to }: { from: Date; to: Date }, step: 'hour' | 'day'): number[] {
  const length = step === 'hour' ? HOUR_MS : DAY_MS
  const steps: number[] = []
  for (let at = Math.floor(from.getTime() / length) * length; at < to.getTime(); at += length) steps.push(at)
  return steps
}

function instant(text: string | undefined): number | undefined {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? undefined : at
}
