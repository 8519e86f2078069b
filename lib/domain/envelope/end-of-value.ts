const QUOTE = 0x22
const BACKSLASH = 0x5c

/**
 * Where the JSON value that begins at `start` ends, in valid JSON: by counting brackets outside strings, without
 * recursion. By characters: on a body of megabytes, some strings that node decodes take a native search from a given
 * place as long as the whole body is.
 */
export function endOfValue(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) {
      at = endOfString(text, at)
      if (depth === 0) return at + 1
    } else if (unit === 0x5b || unit === 0x7b) depth++
    else if (unit === 0x5d || unit === 0x7d) {
      // A bracket that closes what the value stands in ends a number or a word.
      if (depth === 0) return at
      if (--depth === 0) return at + 1
    } else if (unit === 0x2c && depth === 0) return at
  }
  return text.length
}

/** Index of the quote that ends the string which begins at `at`; of the text's last character where none does. */
function endOfString(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === BACKSLASH) i++
    else if (unit === QUOTE) return i
  }
  return text.length - 1
}
