const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `just now`, `4 min ago`, `3 h ago`, `2 d ago`, then the date; `in 4 min` for the future. Instants in milliseconds. */
export function relativeTime(at: number, now: number): string {
  const distance = now - at
  const size = Math.abs(distance)
  if (size < 10 * SECOND) return 'just now'
  if (size >= 30 * DAY) return dateOf(at, now)
  const text =
    size < MINUTE
      ? `${Math.floor(size / SECOND)} s`
      : size < HOUR
        ? `${Math.floor(size / MINUTE)} min`
        : size < DAY
          ? `${Math.floor(size / HOUR)} h`
          : `${Math.floor(size / DAY)} d`
  return distance > 0 ? `${text} ago` : `in ${text}`
}

/** `6 Aug` in the year of `now`, else `6 Aug 2025`; UTC. */
function dateOf(at: number, now: number): string {
  const date = new Date(at)
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`
  return date.getUTCFullYear() === new Date(now).getUTCFullYear() ? day : `${day} ${date.getUTCFullYear()}`
}

/** `09:03:20`, in UTC, within half a day of `now`, else as `relativeTime` has it. Instants in milliseconds. */
export function timeOfDay(at: number, now: number): string {
  // Further away the time alone would not say of which day.
  return Math.abs(now - at) < DAY / 2 ? new Date(at).toISOString().slice(11, 19) : relativeTime(at, now)
}

/** `2026-08-06 09:03:20.118 UTC` */
export function exactTime(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').replace('Z', ' UTC')
}
