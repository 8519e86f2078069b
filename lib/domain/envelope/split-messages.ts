import { isObject, type Json } from '../json/json'
import { endOfValue } from './end-of-value'
import { skimMessage, type Skim } from './skim'

/** One message of a body: its text and, where they are known already, its value and what a pass over it told. */
export interface Message {
  text: string
  parsed?: Json
  skim?: Skim
}

const COMMA = 0x2c
/** JSON's own white space only: anything else on a line is a message, however odd. */
const BLANK = /^[ \t\r]*$/

/**
 * The messages of a JSON body: the elements of an array, each in the letters it was sent in, or the one value.
 * @throws SyntaxError where the body is no JSON: nothing of it can be trusted then
 */
export function splitJson(body: string): Message[] {
  const parsed = JSON.parse(body) as Json
  if (!Array.isArray(parsed)) return [{ text: body.trim(), parsed }]
  let at = body.indexOf('[')
  return parsed.map((value) => {
    at = startOfElement(body, at)
    const start = at
    if (!isObject(value)) {
      at = endOfValue(body, start)
      return { text: body.slice(start, at).trimEnd(), parsed: value }
    }
    // Where it stands: finding its end first would read each body twice.
    const skim = skimMessage(body, start)
    at = skim.end
    return { text: body.slice(start, at), parsed: value, skim }
  })
}

/** From the bracket or what stands before the next comma to the element behind it. */
function startOfElement(body: string, from: number): number {
  let at = from
  if (body.charCodeAt(at) !== 0x5b) while (body.charCodeAt(at) !== COMMA) at++
  do at++
  while (isSpace(body.charCodeAt(at)))
  return at
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
}

/** Whether a line of NDJSON holds no message. */
export function isBlankLine(line: string): boolean {
  return BLANK.test(line)
}

/** The non-blank lines of an NDJSON body, without their line ends (LF or CRLF). */
export function splitLines(body: string): Message[] {
  const messages: Message[] = []
  for (const line of body.split('\n')) {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    if (!isBlankLine(text)) messages.push({ text })
  }
  return messages
}
