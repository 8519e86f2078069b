import { endOfValue } from '../envelope/end-of-value'
import { appendPointer } from '../json/pointer'
import type { MaskPlace } from './mask-plan'

const QUOTE = 0x22
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const COMMA = 0x2c
const BACKSLASH = 0x5c

/** The value under the cursor; valid until the walk goes on. */
export interface WalkedValue {
  readonly place: MaskPlace
  /** The member's name, however it was spelled; null for an item and for the whole. */
  readonly name: string | null
  /** Where the value stands in the text. */
  readonly start: number
  /** Objects and arrays around it. */
  readonly depth: number
  /** JSON Pointer of the value. */
  pointer(): string
}

/**
 * Walks a JSON text together with the places of a plan, without recursion. By the text and not by its value: a name that
 * occurs twice is met twice, and what is left alone stays to the letter.
 * @param text valid JSON
 * @param visit whether to look inside the value; where not, all of it is passed over
 */
export function walkPlaces(text: string, root: MaskPlace, visit: (value: WalkedValue) => boolean): void {
  new Walker(text, root, visit).run()
}

/** Is the value it shows itself: an object for each value would cost more than all else. */
class Walker implements WalkedValue {
  place: MaskPlace
  name: string | null = null
  start = 0
  depth = 0
  private at = 0
  /** By depth: the object or array, and the member or index that stands under the cursor in it. */
  private readonly around: MaskPlace[] = []
  private readonly token: (string | number)[] = []

  constructor(
    private readonly text: string,
    private readonly root: MaskPlace,
    private readonly visit: (value: WalkedValue) => boolean,
  ) {
    this.place = root
  }

  run(): void {
    const { text } = this
    this.value(this.root, null)
    while (this.depth > 0 && this.at < text.length) {
      const unit = text.charCodeAt(this.at)
      const token = this.token[this.depth - 1]
      if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
        this.depth--
        this.at++
      } else if (unit === COMMA) {
        if (typeof token === 'number') this.token[this.depth - 1] = token + 1
        this.at++
      } else if (isSpace(unit)) this.at++
      else if (typeof token === 'number') this.value(this.around[this.depth - 1]!.item(token), null)
      else this.member()
    }
  }

  private member(): void {
    const name = this.readName()
    this.token[this.depth - 1] = name
    this.at = this.text.indexOf(':', this.at) + 1
    this.value(this.around[this.depth - 1]!.member(name), name)
  }

  private value(place: MaskPlace, name: string | null): void {
    const { text } = this
    while (isSpace(text.charCodeAt(this.at))) this.at++
    const start = this.at
    this.place = place
    this.name = name
    this.start = start
    const enters = this.visit(this)
    const unit = text.charCodeAt(start)
    if (!enters || (unit !== OPEN_OBJECT && unit !== OPEN_ARRAY)) {
      this.at = endOfValue(text, start)
      return
    }
    this.around[this.depth] = place
    this.token[this.depth] = unit === OPEN_ARRAY ? 0 : ''
    this.depth++
    this.at++
  }

  /** The name under the cursor, which then stands behind it. */
  private readName(): string {
    const { text } = this
    const start = this.at
    let plain = true
    let end = start + 1
    for (let unit = text.charCodeAt(end); unit !== QUOTE; unit = text.charCodeAt(end)) {
      if (unit === BACKSLASH) plain = false
      end += unit === BACKSLASH ? 2 : 1
    }
    this.at = end + 1
    return plain ? text.slice(start + 1, end) : (JSON.parse(text.slice(start, end + 1)) as string)
  }

  pointer(): string {
    return appendPointer('', ...this.token.slice(0, this.depth))
  }
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
}
