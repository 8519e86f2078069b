import { isIdentifier } from '@/lib/domain/envelope/identifier'
import { parseInstant } from '@/lib/domain/envelope/instant'
import { problem } from './problem'

/**
 * What one part of a cursor is: a name or id, an instant as text, a whole number from 0, a position in the log (64 bits,
 * as text).
 */
type Part = 'name' | 'instant' | 'number' | 'position'
type Parts<T extends readonly Part[]> = {
  -readonly [K in keyof T]: T[K] extends 'number' ? number : string
}
const LAST_POSITION = 2n ** 64n - 1n

/** Cursors are opaque to clients: base64url of a JSON array, the sort key of the last row given out. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** @throws Problem `invalid-cursor` where it was none of ours with these parts: anybody can write one by hand */
export function decodeCursor<const T extends readonly Part[]>(cursor: string, parts: T): Parts<T> {
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
    const sound =
      Array.isArray(key) && key.length === parts.length && key.every((value, i) => fits(value, parts[i]!))
    if (sound) return key as unknown as Parts<T>
  } catch {
    // answered below
  }
  throw problem('invalid-cursor', 'This cursor was not given out by this list. Start again without one.')
}

function fits(value: unknown, part: Part): boolean {
  if (part === 'number') return Number.isSafeInteger(value) && (value as number) >= 0
  if (part === 'position')
    return typeof value === 'string' && /^\d{1,20}$/.test(value) && BigInt(value) <= LAST_POSITION
  return typeof value === 'string' && (part === 'name' ? isIdentifier(value) : parseInstant(value) !== null)
}
