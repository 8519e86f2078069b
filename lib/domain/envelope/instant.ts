const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:([Zz])|([+-])(\d\d):(\d\d))$/
/** UTC, no leap second, and no more than the digits it needs. */
const USUAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d(?:\.(?!000)\d{3}|\.\d{3}(?!000)\d{3})?Z$/
const MINUTE = 60_000
const LETTER_Z = 0x5a
/** Longer texts are no dates: nine fraction digits and an offset take 35 characters. */
const MAX_TEXT = 64
/** 0001-01-01 and the end of 9999: what RFC 3339 can write and PostgreSQL can hold. */
const FIRST = -62_135_596_800_000
const LAST = 253_402_300_799_999
/** The last number of microseconds that a double does not round into the year 10000. */
const LAST_US = 253_402_300_799_999_968

/**
 * Microseconds since 1970 of an RFC 3339 date-time, or null where it is none: `2026-02-30`, no offset, a 25th hour.
 * Digits beyond microseconds are cut (PostgreSQL holds no finer). A leap second, allowed only as the last second of a
 * UTC day, is the first moment of the next one, as in PostgreSQL.
 */
export function parseInstant(text: string): number | null {
  const usual = parseUsual(text)
  if (usual !== null) return usual
  const match = text.length <= MAX_TEXT ? RFC3339.exec(text) : null
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const offsetHours = Number(match[10] ?? 0)
  const offsetMinutes = Number(match[11] ?? 0)
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  if (hour > 23 || minute > 59 || second > 60 || offsetHours > 23 || offsetMinutes > 59) return null
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  const offset = (offsetHours * 60 + offsetMinutes) * MINUTE * (match[9] === '-' ? -1 : 1)
  const ms = date.getTime() - offset
  if (second === 60 && ms % 86_400_000 !== 0) return null
  if (ms < FIRST || ms > LAST) return null
  return Math.min(ms * 1000 + Number((match[7] ?? '').slice(0, 6).padEnd(6, '0')), LAST_US)
}

/**
 * Microseconds since 1970 of a text like 2026-08-06T09:03:20Z or 2026-08-06T09:03:20.120Z, null of all others: how
 * nearly every producer writes it, without an expression and an array of its parts.
 */
function parseUsual(text: string): number | null {
  const { length } = text
  if ((length !== 20 && length !== 24) || text.charCodeAt(length - 1) !== LETTER_Z) return null
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':')
    return null
  if (length === 24 && text[19] !== '.') return null
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  const hour = digits(text, 11, 2)
  const minute = digits(text, 14, 2)
  const second = digits(text, 17, 2)
  const ms = length === 24 ? digits(text, 20, 3) : 0
  // What is no number fails each of these, too.
  if (!(year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return null
  if (!(hour <= 23 && minute <= 59 && second <= 59 && ms <= 999)) return null
  return Date.UTC(year, month - 1, day, hour, minute, second, ms) * 1000
}

/** Whether the text is an RFC 3339 date-time of the form that nearly all have; false tells nothing. */
export function isUsualInstant(text: string): boolean {
  return parseUsual(text) !== null
}

/** NaN where something else stands there. */
function digits(text: string, start: number, count: number): number {
  let value = 0
  for (let at = start; at < start + count; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Whether `formatInstant` would write the instant of this RFC 3339 text in just these letters. */
export function isUsualText(text: string): boolean {
  return USUAL.test(text)
}

/** The shortest usual RFC 3339 text of an instant: UTC, with no, three or six fraction digits. */
export function formatInstant(us: number): string {
  const ms = Math.floor(us / 1000)
  const text = new Date(ms).toISOString()
  const rest = us - ms * 1000
  if (rest > 0) return `${text.slice(0, -1)}${String(rest).padStart(3, '0')}Z`
  return ms % 1000 === 0 ? `${text.slice(0, -5)}Z` : text
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
