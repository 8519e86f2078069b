import {
  createLoader,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server'
import type { EventFilter } from './event-queries'

export const RANGES = ['15m', '1h', '24h', '7d', '30d'] as const
export type Range = (typeof RANGES)[number]

const MINUTE = 60_000
const LENGTH: Record<Range, number> = {
  '15m': 15 * MINUTE,
  '1h': 60 * MINUTE,
  '24h': 1_440 * MINUTE,
  '7d': 7 * 1_440 * MINUTE,
  '30d': 30 * 1_440 * MINUTE,
}

/** How long something may have had to follow: a year is the longest that the API takes. */
export const MOST_MINUTES = 525_600

/** The minutes that a text says, as the address and the API take them; null where it says none. */
export function wholeMinutes(text: string): number | null {
  const minutes = /^\d+$/.test(text) ? Number(text) : 0
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null
}

const text = parseAsString.withDefault('')

/** Explore's state as it stands in the address. */
export const exploreParsers = {
  type: text,
  version: text,
  owner: text,
  domain: text,
  service: text,
  trace_id: text,
  key: text,
  validity: parseAsStringLiteral(['valid', 'invalid', 'unknown']),
  kind: parseAsStringLiteral(['domain', 'cud']),
  /** A type that should have followed, and the minutes it had for that. */
  without: text,
  minutes: parseAsInteger,
  /** Back from now; `from` and `to` count only without it. */
  range: parseAsStringLiteral(RANGES),
  from: text,
  to: text,
  /** Whether new events come in by themselves. */
  live: parseAsBoolean.withDefault(false),
}

export const loadExploreState = createLoader(exploreParsers)
export type ExploreState = inferParserType<typeof exploreParsers>

/**
 * What the API is asked for. A range counts back from `now`, in whole minutes, so that server and browser ask for the
 * same; instants and minutes that are none are left out.
 */
export function exploreFilter(state: ExploreState, now: number): EventFilter {
  const minutes = state.without.trim() === '' ? null : wholeMinutes(String(state.minutes))
  const filter: EventFilter = {
    type: state.type.trim(),
    version: state.version.trim(),
    owner: state.owner,
    domain: state.domain,
    service: state.service,
    trace_id: state.trace_id.trim(),
    key: state.key.trim(),
    validity: state.validity ?? undefined,
    kind: state.kind ?? undefined,
    without: state.without.trim(),
    within: minutes === null ? undefined : minutes * 60,
    from:
      state.range === null
        ? instant(state.from)
        : new Date(Math.floor(now / MINUTE) * MINUTE - LENGTH[state.range]).toISOString(),
    to: state.range === null ? instant(state.to) : undefined,
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))
}

/** `2026-08-06T09:03`, as a field for date and time gives it, is meant in UTC, like every time on the screen. */
function instant(value: string): string | undefined {
  if (value === '') return undefined
  const at = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`)
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
