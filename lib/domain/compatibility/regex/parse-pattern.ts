import { complement, digits, lineTerminators, union, whiteSpace, wordChars, type CharSet } from './char-set'
import { propertySet } from './property-set'

/** A regular expression of ECMA-262 with flag `u`, without what makes it more than regular. */
export type Pattern =
  | { kind: 'empty' }
  | { kind: 'chars'; set: CharSet }
  | { kind: 'sequence'; parts: Pattern[] }
  | { kind: 'choice'; parts: Pattern[] }
  | { kind: 'repeat'; part: Pattern; min: number; max: number }
  | { kind: 'start' | 'end' | 'boundary' | 'noBoundary' }

/** Look-around, back-references, a flag we do not know: the pattern is outside the linear-time subset. */
export class UnsupportedPattern extends Error {}

const maxNesting = 200
/** Longer patterns are nobody's. */
const maxLength = 20_000
/** What `{…}`, `<…>` hold is shorter. */
const maxNameLength = 60
const closers: Record<string, number> = { t: 9, n: 10, v: 11, f: 12, r: 13 }
const classes: Record<string, CharSet> = {
  d: digits,
  D: complement(digits),
  w: wordChars,
  W: complement(wordChars),
  s: whiteSpace,
  S: complement(whiteSpace),
}

/**
 * Where flag `u` would refuse an escape that older expressions allow (`\-`, `\@`, a lone `{`), the older reading is
 * taken: such patterns are common in published schemas, and no other reading exists for them.
 */
export function parsePattern(source: string): Pattern {
  if (source.length > maxLength) throw new UnsupportedPattern('too large')
  const parser = new PatternParser([...source])
  const pattern = parser.choice(0)
  if (!parser.done) throw new UnsupportedPattern('unmatched )')
  return pattern
}

class PatternParser {
  private position = 0

  constructor(private readonly chars: readonly string[]) {}

  get done(): boolean {
    return this.position >= this.chars.length
  }

  private peek(offset = 0): string | undefined {
    return this.chars[this.position + offset]
  }

  private eat(text: string): boolean {
    if (![...text].every((char, offset) => this.peek(offset) === char)) return false
    this.position += text.length
    return true
  }

  /** Where the closing character is, or -1. */
  private find(close: string): number {
    const offset = this.chars.slice(this.position, this.position + maxNameLength).indexOf(close)
    return offset < 0 ? -1 : this.position + offset
  }

  choice(depth: number): Pattern {
    if (depth > maxNesting) throw new UnsupportedPattern('nested too deep')
    const parts = [this.sequence(depth)]
    while (this.eat('|')) parts.push(this.sequence(depth))
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'choice', parts }
  }

  private sequence(depth: number): Pattern {
    const parts: Pattern[] = []
    while (!this.done && this.peek() !== '|' && this.peek() !== ')') parts.push(this.repeated(depth))
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts }
  }

  private repeated(depth: number): Pattern {
    const part = this.atom(depth)
    const bounds = this.quantifier()
    if (bounds === undefined) return part
    this.eat('?')
    if (['start', 'end', 'boundary', 'noBoundary'].includes(part.kind))
      throw new UnsupportedPattern('repeated assertion')
    if (this.quantifier() !== undefined) throw new UnsupportedPattern('nothing to repeat')
    return { kind: 'repeat', part, min: bounds[0], max: bounds[1] }
  }

  private quantifier(): [number, number] | undefined {
    if (this.eat('*')) return [0, Infinity]
    if (this.eat('+')) return [1, Infinity]
    if (this.eat('?')) return [0, 1]
    if (this.peek() !== '{') return undefined
    const close = this.find('}')
    const match = /^(\d+)(,(\d*))?$/.exec(
      close < 0 ? '' : this.chars.slice(this.position + 1, close).join(''),
    )
    if (match === null) return undefined
    this.position = close + 1
    const min = Number(match[1])
    const max = match[2] === undefined ? min : match[3] === '' ? Infinity : Number(match[3])
    if (max < min) throw new UnsupportedPattern('numbers out of order in {}')
    return [min, max]
  }

  private atom(depth: number): Pattern {
    const char = this.peek()
    if (char === '(') return this.group(depth)
    this.position += 1
    switch (char) {
      case '^':
        return { kind: 'start' }
      case '$':
        return { kind: 'end' }
      case '.':
        return { kind: 'chars', set: complement(lineTerminators) }
      case '[':
        return { kind: 'chars', set: this.characterClass() }
      case '\\':
        return this.escape()
      case '*':
      case '+':
      case '?':
        throw new UnsupportedPattern('nothing to repeat')
      default:
        return { kind: 'chars', set: single(char?.codePointAt(0) ?? 0) }
    }
  }

  private group(depth: number): Pattern {
    this.position += 1
    if (this.eat('?') && !this.eat(':')) this.groupName()
    const inner = this.choice(depth + 1)
    if (!this.eat(')')) throw new UnsupportedPattern('unmatched (')
    return inner
  }

  private groupName(): void {
    const close = this.find('>')
    const name = close < 0 ? '' : this.chars.slice(this.position, close).join('')
    if (!/^<[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name))
      throw new UnsupportedPattern('look-around or inline flags')
    this.position = close + 1
  }

  private escape(): Pattern {
    const char = this.peek()
    if (char === 'b' || char === 'B') {
      this.position += 1
      return { kind: char === 'b' ? 'boundary' : 'noBoundary' }
    }
    if (char !== undefined && /[1-9k]/.test(char)) throw new UnsupportedPattern('back-reference')
    const set = this.classEscape()
    return { kind: 'chars', set: typeof set === 'number' ? single(set) : set }
  }

  /** After a backslash, inside or outside brackets: one code point or a set of them. */
  private classEscape(): number | CharSet {
    const char = this.peek()
    if (char === undefined) throw new UnsupportedPattern('\\ at the end')
    this.position += 1
    if (Object.hasOwn(classes, char)) return classes[char] ?? []
    if (Object.hasOwn(closers, char)) return closers[char] ?? 0
    switch (char) {
      case 'p':
      case 'P':
        return this.unicodeProperty(char === 'P')
      case 'x':
        return this.hex(2)
      case 'u':
        return this.unicodeEscape()
      case 'c':
        return this.control()
      case '0':
        if (/\d/.test(this.peek() ?? '')) throw new UnsupportedPattern('octal escape')
        return 0
      default:
        if (/[a-zA-Z0-9]/.test(char)) throw new UnsupportedPattern(`escape \\${char}`)
        return char.codePointAt(0) ?? 0
    }
  }

  private control(): number {
    const letter = this.peek() ?? ''
    if (!/[a-zA-Z]/.test(letter)) throw new UnsupportedPattern('escape \\c')
    this.position += 1
    return (letter.codePointAt(0) ?? 0) % 32
  }

  private unicodeProperty(negated: boolean): CharSet {
    const close = this.find('}')
    if (this.peek() !== '{' || close < 0) throw new UnsupportedPattern('escape \\p')
    const name = this.chars.slice(this.position + 1, close).join('')
    this.position = close + 1
    const set = propertySet(name, negated)
    if (set === undefined) throw new UnsupportedPattern(`unknown property ${name}`)
    return set
  }

  private hex(length: number): number {
    const text = this.chars.slice(this.position, this.position + length).join('')
    if (text.length !== length || !/^[0-9a-fA-F]+$/.test(text))
      throw new UnsupportedPattern('hexadecimal escape')
    this.position += length
    return Number.parseInt(text, 16)
  }

  private unicodeEscape(): number {
    if (this.peek() === '{') {
      const close = this.find('}')
      const text = this.chars.slice(this.position + 1, Math.max(close, this.position)).join('')
      if (!/^[0-9a-fA-F]+$/.test(text) || Number.parseInt(text, 16) > 0x10ffff)
        throw new UnsupportedPattern('escape \\u{}')
      this.position = close + 1
      return Number.parseInt(text, 16)
    }
    const first = this.hex(4)
    if (first < 0xd800 || first > 0xdbff || this.peek() !== '\\' || this.peek(1) !== 'u') return first
    const before = this.position
    this.position += 2
    const second = this.peek() === '{' ? -1 : this.hex(4)
    if (second >= 0xdc00 && second <= 0xdfff) return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)
    this.position = before
    return first
  }

  private characterClass(): CharSet {
    const negated = this.eat('^')
    const sets: CharSet[] = []
    while (!this.eat(']')) {
      if (this.done) throw new UnsupportedPattern('unmatched [')
      const first = this.classAtom()
      if (this.peek() !== '-' || this.peek(1) === ']' || this.peek(1) === undefined) {
        sets.push(typeof first === 'number' ? single(first) : first)
        continue
      }
      this.position += 1
      const last = this.classAtom()
      if (typeof first !== 'number' || typeof last !== 'number') {
        // `[\w-.]`: no range; the hyphen is itself.
        sets.push(
          single(0x2d),
          ...[first, last].map((part) => (typeof part === 'number' ? single(part) : part)),
        )
      } else if (last < first) throw new UnsupportedPattern('range out of order')
      else sets.push([first, last])
    }
    const set = union(sets)
    return negated ? complement(set) : set
  }

  private classAtom(): number | CharSet {
    if (!this.eat('\\')) {
      const char = this.peek() ?? ''
      this.position += 1
      return char.codePointAt(0) ?? 0
    }
    if (this.eat('b')) return 8
    if (/[1-9Bk]/.test(this.peek() ?? '')) throw new UnsupportedPattern('escape in []')
    return this.classEscape()
  }
}

function single(codePoint: number): CharSet {
  return [codePoint, codePoint]
}
