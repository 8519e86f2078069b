import { appendPointer } from '../json/pointer'
import { isBeyondDouble } from '../json/number'
import { endOfValue } from './end-of-value'

/** Deepest nesting of a stored block, in levels. Deeper ones overflow recursive readers further on. */
export const MAX_DEPTH = 64
/** Business keys kept of one event, and the characters of the longest one. */
export const KEY_BOUNDS = { count: 16, length: 200 } as const
/** Places remembered of one event's keys. */
export const MAX_KEY_PLACES = 64
/** Places reported of one kind; a hostile message has millions. */
const MAX_REPORTED = 10
/** Up to so many members a list is searched faster than a set is built. */
const SMALL = 12

/** `[start, end)`, counted from where the scan began. */
export type Span = readonly [start: number, end: number]

export interface KeyPlace {
  readonly key: string
  /** Names and indexes from the data block on. */
  readonly path: readonly (string | number)[]
}

export interface Scan {
  /** Where the message ends in the scanned text. */
  end: number
  /** Where the value of each member of the message stands. */
  members: Map<string, Span>
  /** The same for the members of `meta`. */
  meta: Map<string, Span>
  /** Pointers of member names that occur twice in one object. */
  duplicateKeys: string[]
  /** Pointers of numbers that a double cannot hold. */
  inexactNumbers: string[]
  /** Business keys of the data block: strings and integers in members called `id`, or ending in `_id` or `Id`. */
  keys: string[]
  /** Where each of them stands in the data; one that stands at several places has a line for each. */
  keyPlaces: KeyPlace[]
  tooDeep: boolean
}

const QUOTE = 0x22
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const COMMA = 0x2c
const BACKSLASH = 0x5c
const LETTER_D = 0x64

/**
 * Walks a message once, without recursion, and notes what `JSON.parse` does not tell: where the blocks stand in the
 * text, repeated member names, numbers that lost their digits.
 * @param text valid JSON whose value is an object, or at least has one where the scan begins
 */
export function scanMessage(text: string, start = 0): Scan {
  return new Scanner(text, start).run()
}

/** The member names of one object. */
class Names {
  private list: string[] = []
  private set: Set<string> | null = null

  /** False where the name was there already. */
  add(name: string): boolean {
    if (this.set) {
      if (this.set.has(name)) return false
      this.set.add(name)
      return true
    }
    if (this.list.includes(name)) return false
    this.list.push(name)
    if (this.list.length > SMALL) this.set = new Set(this.list)
    return true
  }
}

class Scanner {
  private readonly result: Scan = {
    end: 0,
    members: new Map(),
    meta: new Map(),
    duplicateKeys: [],
    inexactNumbers: [],
    keys: [],
    keyPlaces: [],
    tooDeep: false,
  }
  private at: number
  private depth = 0
  /** By depth: the names of an object, or null for an array. */
  private readonly names: (Names | null)[] = []
  /** By depth: the member or index that stands under the cursor, and where its value began. */
  private readonly place: (string | number)[] = []
  private readonly valueStart: number[] = []

  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {
    this.at = text.indexOf('{', start)
  }

  run(): Scan {
    const { text, result } = this
    do {
      const unit = text.charCodeAt(this.at)
      if (unit === QUOTE) this.string()
      else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) this.open(unit === OPEN_OBJECT)
      else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) this.close()
      else if (unit === COMMA) this.comma()
      else if (unit === 0x2d || (unit >= 0x30 && unit <= 0x39)) this.number()
      else if (unit === 0x74 || unit === 0x6e) this.scalar(4)
      else if (unit === 0x66) this.scalar(5)
      else this.at++
    } while (this.depth > 0 && !result.tooDeep)
    result.end = result.tooDeep ? endOfValue(text, this.start) : this.at
    return result
  }

  private open(isObject: boolean) {
    if (this.depth > 0) this.valueStart[this.depth] = this.at
    this.depth++
    // The message itself is one level more than its blocks.
    if (this.depth > MAX_DEPTH + 1) this.result.tooDeep = true
    this.names[this.depth] = isObject ? new Names() : null
    this.place[this.depth] = isObject ? '' : 0
    this.expectName = isObject
    this.at++
  }

  private expectName = false

  private close() {
    this.depth--
    this.at++
    this.expectName = false
    this.ended()
  }

  private comma() {
    this.at++
    if (this.names[this.depth]) this.expectName = true
    else this.place[this.depth] = (this.place[this.depth] as number) + 1
  }

  private scalar(length: number) {
    this.valueStart[this.depth] = this.at
    this.at += length
    this.ended()
  }

  private number() {
    const start = this.at
    const { text } = this
    let unit = text.charCodeAt(++this.at)
    while (
      (unit >= 0x30 && unit <= 0x39) ||
      unit === 0x2e ||
      (unit | 0x20) === 0x65 ||
      unit === 0x2b ||
      unit === 0x2d
    )
      unit = text.charCodeAt(++this.at)
    this.valueStart[this.depth] = start
    if (this.at - start > 15 || this.isKey()) {
      const number = text.slice(start, this.at)
      if (isBeyondDouble(number)) report(this.result.inexactNumbers, this.pointer())
      if (/^-?\d+$/.test(number)) this.key(number)
    } else if (text.slice(start, this.at).search(/[eE]/) > 0 && isBeyondDouble(text.slice(start, this.at))) {
      report(this.result.inexactNumbers, this.pointer())
    }
    this.ended()
  }

  private string() {
    const start = this.at
    const { text } = this
    let plain = true
    let end = start + 1
    for (let unit = text.charCodeAt(end); unit !== QUOTE; unit = text.charCodeAt(end)) {
      if (unit === BACKSLASH) plain = false
      end += unit === BACKSLASH ? 2 : 1
    }
    this.at = end + 1
    if (this.expectName) {
      this.expectName = false
      this.name(this.decode(start, plain))
      return
    }
    this.valueStart[this.depth] = start
    // Escaped, a character takes up to six.
    if (end - start - 1 <= KEY_BOUNDS.length * 6 && this.isKey()) this.key(this.decode(start, plain))
    this.ended()
  }

  private decode(start: number, plain: boolean): string {
    const { text, at } = this
    return plain ? text.slice(start + 1, at - 1) : (JSON.parse(text.slice(start, at)) as string)
  }

  private name(name: string) {
    this.place[this.depth] = name
    if (!this.names[this.depth]!.add(name)) report(this.result.duplicateKeys, this.pointer())
  }

  /** A value ended at the cursor. */
  private ended() {
    const { depth, place } = this
    if (depth === 1) this.result.members.set(place[1] as string, this.span(1))
    else if (depth === 2 && place[1] === 'meta' && this.names[2])
      this.result.meta.set(place[2] as string, this.span(2))
  }

  private span(depth: number): Span {
    return [this.valueStart[depth]! - this.start, this.at - this.start]
  }

  private isKey(): boolean {
    const { depth, place } = this
    const name = place[depth]
    if (depth < 2 || typeof name !== 'string' || place[1] === 'meta') return false
    return isKeyName(name)
  }

  private key(value: string) {
    const { keys, keyPlaces } = this.result
    if (value === '' || value.length > KEY_BOUNDS.length || !this.isKey()) return
    if (keys.includes(value)) {
      if (keyPlaces.length >= MAX_KEY_PLACES) return
    } else if (keys.length >= KEY_BOUNDS.count) return
    else keys.push(value)
    keyPlaces.push({ key: value, path: this.place.slice(2, this.depth + 1) })
  }

  private pointer(): string {
    return appendPointer('', ...this.place.slice(1, this.depth + 1))
  }
}

/** Whether a member of this name is taken for a business key. */
export function isKeyName(name: string): boolean {
  // Most names end in another letter.
  return (
    name.charCodeAt(name.length - 1) === LETTER_D &&
    (name === 'id' || name.endsWith('_id') || name.endsWith('Id'))
  )
}

function report(list: string[], pointer: string) {
  if (list.length < MAX_REPORTED) list.push(pointer)
}
