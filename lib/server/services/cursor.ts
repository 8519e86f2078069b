import { problem } from './problem'

/** Cursors are opaque to clients: base64url of a JSON array, the sort key of the last row given out. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** @throws Problem `invalid-cursor` where it was not one of ours with `length` parts */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
    const sound =
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => typeof part === 'string' || typeof part === 'number')
    if (sound) return key
  } catch {
    // answered below
  }
  throw problem('invalid-cursor', 'This cursor was not given out by this list. Start again without one.')
}
