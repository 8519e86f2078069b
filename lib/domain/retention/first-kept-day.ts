const DAY_MS = 86_400_000

/**
 * The first day of receipt (`2026-11-23`, UTC) that is kept where events are kept for some days: whole days go, so an
 * event is there for at least as long, and up to a day longer. @param now milliseconds since 1970
 */
export function firstKeptDay(now: number, days: number): string {
  return new Date(now - days * DAY_MS).toISOString().slice(0, 10)
}
