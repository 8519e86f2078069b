import { cutMiddle } from './cut-middle'

/** Characters of a pointer that are shown: three lines of a narrow column. */
const MOST = 110

/**
 * A long JSON Pointer without the places in its middle: `/properties/order/…/properties/amount`. More is kept of the end,
 * which says what it is about.
 */
export function shortPointer(pointer: string, most = MOST): string {
  if (pointer.length <= most) return pointer
  const tokens = pointer.split('/').slice(1)
  const back = fitting(tokens.toReversed(), Math.floor((most * 2) / 3)).toReversed()
  const front = fitting(tokens, Math.floor(most / 3))
  if (back.length === 0 || front.length === 0) return cutMiddle(pointer, most)
  return `/${[...front, '…', ...back].join('/')}`
}

/** The first ones that have room in so many characters. */
function fitting(tokens: readonly string[], room: number): string[] {
  let used = 0
  const end = tokens.findIndex((token) => (used += token.length + 1) > room)
  return tokens.slice(0, end)
}
