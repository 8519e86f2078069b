/** Longest id or name, in UTF-16 code units. */
export const MAX_IDENTIFIER = 200
/** Longest label of a schema version. */
export const MAX_LABEL = 50

/**
 * Whether a text may be an id or a name: 1 to 200 characters, no control characters, no lone surrogates (PostgreSQL
 * and URLs hold neither), and not `.` or `..`, which no address can carry.
 */
export function isIdentifier(text: string): boolean {
  if (text.length === 0 || text.length > MAX_IDENTIFIER || text === '.' || text === '..') return false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x20 || (unit >= 0x7f && unit <= 0x9f)) return false
    if (unit < 0xd800 || unit > 0xdfff) continue
    const next = text.charCodeAt(i + 1)
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return false
    i++
  }
  return true
}
