import { isBeyondDouble } from '../json/number'
import { endOfValue } from './end-of-value'
import { MAX_DEPTH, type Span } from './scan'

/** What a pass over a message tells that makes no object on its way. */
export interface Skim {
  /** Where the message ends in the text that was passed over. */
  end: number
  /** Where the block called `data` or `payload` stands, from where the pass began; null where no object is called so. */
  block: Span | null
  /** Member names on all levels, repeated ones as often as they stand there. */
  names: number
  /** Whether some whole number is written with a fraction or an exponent: `1.0`, `1e2`. */
  hasRoundNumbers: boolean
  /** False where it is too deep, or a double cannot hold some number. */
  isOrdinary: boolean
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const POINT = 0x2e
const ZERO = 0x30
const NINE = 0x39
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const LETTER_E = 0x65
/** Numbers of so many characters without an exponent are held by every double. */
const SHORT_NUMBER = 15

/**
 * Passes over a message once and counts. With the message's value it tells whether a scan would find anything to report;
 * of most messages it would not, and this takes a tenth of its time.
 * @param text valid JSON whose value is an object, or at least has one where the pass begins
 */
export function skimMessage(text: string, start = 0): Skim {
  let at = text.indexOf('{', start)
  let depth = 0
  let names = 0
  let hasRoundNumbers = false
  let isOrdinary = true
  // The last string of the message's own level: before a bracket there, a member's name.
  let nameStart = 0
  let nameEnd = 0
  let blockStart = -1
  let block: Span | null = null
  do {
    let unit = text.charCodeAt(at)
    if (unit === QUOTE) {
      nameStart = depth === 1 ? at + 1 : nameStart
      for (unit = text.charCodeAt(++at); unit !== QUOTE; unit = text.charCodeAt(++at))
        if (unit === BACKSLASH) at++
      nameEnd = depth === 1 ? at : nameEnd
      at++
    } else if (unit === COLON) {
      names++
      at++
    } else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) {
      if (depth === 1 && isBlockName(text, nameStart, nameEnd)) blockStart = at
      if (++depth > MAX_DEPTH + 1)
        return { end: endOfValue(text, start), block, names, hasRoundNumbers, isOrdinary: false }
      at++
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
      at++
      if (--depth === 1 && blockStart !== -1) {
        block = [blockStart - start, at - start]
        blockStart = -1
      }
    } else if (unit === 0x2d || (unit >= ZERO && unit <= NINE)) {
      const from = at
      do unit = text.charCodeAt(++at)
      while (unit >= ZERO && unit <= NINE)
      let isLong = false
      if (unit === POINT) {
        let isRound = true
        for (unit = text.charCodeAt(++at); unit >= ZERO && unit <= NINE; unit = text.charCodeAt(++at))
          if (unit !== ZERO) isRound = false
        hasRoundNumbers ||= isRound
      }
      if ((unit | 0x20) === LETTER_E) {
        isLong = true
        hasRoundNumbers = true
        // The sign, or the first digit.
        at++
        do unit = text.charCodeAt(++at)
        while (unit >= ZERO && unit <= NINE)
      }
      if ((isLong || at - from > SHORT_NUMBER) && isBeyondDouble(text.slice(from, at))) isOrdinary = false
    } else at++
  } while (depth > 0)
  return { end: at, block, names, hasRoundNumbers, isOrdinary }
}

function isBlockName(text: string, start: number, end: number): boolean {
  const length = end - start
  return (
    (length === 4 && text.startsWith('data', start)) || (length === 7 && text.startsWith('payload', start))
  )
}
