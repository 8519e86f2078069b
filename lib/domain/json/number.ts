/** No JSON number of this many characters or fewer, without an exponent, can fall outside a double. */
const SAFE_LENGTH = 15
/** Decimal digits a double can always tell apart are 15; 17 are enough to name every double. */
const MAX_DIGITS = 17

/**
 * Whether a JSON number, as written, is one that a double cannot hold: an integer it would round, a magnitude it
 * would turn into infinity or zero, or more digits than any double is named by. `0.1` counts as held: every JSON
 * reader gives it back as it was written.
 */
export function isBeyondDouble(text: string): boolean {
  if (text.length <= SAFE_LENGTH && !/[eE]/.test(text)) return false
  // A fraction of 17 digits at the most, as programs write them all day.
  if (text.length <= MAX_DIGITS + 1 && text.includes('.') && !/[eE]/.test(text)) return false
  const value = Number(text)
  if (!Number.isFinite(value)) return true
  if (/^-?\d+$/.test(text)) return BigInt(text) !== BigInt(value)
  const mantissa = text
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '')
  if (mantissa === '') return false
  return value === 0 || mantissa.length > MAX_DIGITS
}
