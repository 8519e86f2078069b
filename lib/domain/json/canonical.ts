import { byCodeUnits } from './by-code-units'
import type { Json } from './json'
import { isBeyondDouble } from './number'

/**
 * RFC 8785 (JCS): one text for all JSON texts that mean the same. Recursive: the caller bounds the depth.
 * @throws TypeError for numbers that are no JSON (NaN, infinities)
 */
export function canonicalize(value: Json): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('NaN and infinities are no JSON numbers')
    return String(value === 0 ? 0 : value)
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalize).join(',')}]`
  const members = Object.keys(value)
    .sort(byCodeUnits)
    .map((key) => `${JSON.stringify(key)}:${canonicalize(value[key] ?? null)}`)
  return `{${members.join(',')}}`
}

/**
 * The same over a JSON text, for contents that must not be confused: a number beyond double stays as it was written
 * (RFC 8785 would round it, and call two different 64-bit ids equal).
 * @param text valid JSON
 */
export function canonicalizeText(text: string): string {
  return new TextCanonicalizer(text).run()
}

class TextCanonicalizer {
  private at = 0

  constructor(private readonly text: string) {}

  run(): string {
    return this.value()
  }

  private value(): string {
    const first = this.peek()
    if (first === '{') return this.object()
    if (first === '[') return this.array()
    if (first === '"') return JSON.stringify(JSON.parse(this.string()))
    return this.scalar()
  }

  private object(): string {
    const members: [key: string, value: string][] = []
    this.at++
    while (this.peek() !== '}') {
      if (this.text[this.at] === ',') this.at++
      this.peek()
      const key = JSON.parse(this.string()) as string
      this.peek()
      this.at++
      members.push([key, this.value()])
    }
    this.at++
    members.sort((a, b) => byCodeUnits(a[0], b[0]))
    return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`
  }

  private array(): string {
    const items: string[] = []
    this.at++
    while (this.peek() !== ']') {
      if (this.text[this.at] === ',') this.at++
      items.push(this.value())
    }
    this.at++
    return `[${items.join(',')}]`
  }

  private string(): string {
    const start = this.at++
    while (this.text[this.at] !== '"') this.at += this.text[this.at] === '\\' ? 2 : 1
    return this.text.slice(start, ++this.at)
  }

  private scalar(): string {
    const start = this.at
    while (this.at < this.text.length && /[-+.\w]/.test(this.text[this.at]!)) this.at++
    const scalar = this.text.slice(start, this.at)
    if (/^[tfn]/.test(scalar) || isBeyondDouble(scalar)) return scalar
    return canonicalize(Number(scalar))
  }

  /** Skips white space; the character now under the cursor. */
  private peek(): string | undefined {
    while (/[ \t\n\r]/.test(this.text[this.at] ?? '')) this.at++
    return this.text[this.at]
  }
}
