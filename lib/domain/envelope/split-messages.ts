import type { Json } from '../json/json'

/** One message of a body: its text and, where it is known already, its value. */
export interface Message {
  text: string
  parsed?: Json
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
/** JSON's own white space only: anything else on a line is a message, however odd. */
const BLANK = /^[ \t\r]*$/

/**
 * The messages of a JSON body: the elements of an array, each in the letters it was sent in, or the one value.
 * @throws SyntaxError where the body is no JSON: nothing of it can be trusted then
 */
export function splitJson(body: string): Message[] {
  const parsed = JSON.parse(body) as Json
  if (!Array.isArray(parsed)) return [{ text: body.trim(), parsed }]
  const texts = elementTexts(body)
  return parsed.map((value, index) => ({ text: texts[index] ?? '', parsed: value }))
}

/** The non-blank lines of an NDJSON body, without their line ends (LF or CRLF). */
export function splitLines(body: string): Message[] {
  const messages: Message[] = []
  for (const line of body.split('\n')) {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    if (!BLANK.test(text)) messages.push({ text })
  }
  return messages
}

/** The texts of the elements of a valid JSON array, by counting brackets outside strings. */
function elementTexts(body: string): string[] {
  const texts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < body.length; at++) {
    const unit = body.charCodeAt(at)
    if (unit === QUOTE) at = stringEnd(body, at)
    else if (unit === 0x5b || unit === 0x7b) {
      if (++depth === 1) start = at + 1
    } else if (unit === 0x5d || unit === 0x7d) {
      if (--depth === 0) {
        const last = body.slice(start, at).trim()
        if (last !== '') texts.push(last)
      }
    } else if (unit === 0x2c && depth === 1) {
      texts.push(body.slice(start, at).trim())
      start = at + 1
    }
  }
  return texts
}

/**
 * Index of the quote that ends the string which begins at `at`. By characters: on a body of megabytes, some strings that
 * node decodes take a native search from a given place as long as the whole body is.
 */
function stringEnd(body: string, at: number): number {
  for (let i = at + 1; ; i++) {
    const unit = body.charCodeAt(i)
    if (unit === BACKSLASH) i++
    else if (unit === QUOTE) return i
  }
}
