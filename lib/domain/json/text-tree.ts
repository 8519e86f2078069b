import { parseTree, type Node } from 'jsonc-parser'

/** The parser of texts is recursive: what nests some thousands deep is more than its stack holds. No schema does. */
const MAX_DEPTH = 1_000

/** A JSON text as a tree of places, whatever can be read of a broken one; undefined where there is nothing, or it nests too deep. */
export function textTree(text: string): Node | undefined {
  return isTooDeep(text) ? undefined : parseTree(text)
}

/** Whether a text, broken or not, nests deeper than its parser may be given. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === BACKSLASH) at++
      // A string ends with its line, as the parser has it.
      else if (code === QUOTE || code === LINE_FEED) isInString = false
    } else if (code === QUOTE) isInString = true
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      if (++depth > MAX_DEPTH) return true
    } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) depth--
  }
  return false
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LINE_FEED = 0x0a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
