import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'

export type InputKind = 'text' | 'count' | 'number' | 'values' | 'flag'

export interface DetailInput {
  readonly keyword: string
  readonly label: string
  readonly kind: InputKind
}

/** What is asked of a field, by its type. */
const BY_TYPE: Record<string, readonly DetailInput[]> = {
  string: [
    { keyword: 'format', label: 'Format', kind: 'text' },
    { keyword: 'pattern', label: 'Pattern', kind: 'text' },
    { keyword: 'minLength', label: 'Fewest characters', kind: 'count' },
    { keyword: 'maxLength', label: 'Most characters', kind: 'count' },
    { keyword: 'enum', label: 'Values, one a line', kind: 'values' },
  ],
  number: [
    { keyword: 'minimum', label: 'At least', kind: 'number' },
    { keyword: 'maximum', label: 'At most', kind: 'number' },
    { keyword: 'exclusiveMinimum', label: 'More than', kind: 'number' },
    { keyword: 'exclusiveMaximum', label: 'Less than', kind: 'number' },
    { keyword: 'multipleOf', label: 'A multiple of', kind: 'number' },
    { keyword: 'enum', label: 'Values, one a line', kind: 'values' },
  ],
  array: [
    { keyword: 'minItems', label: 'Fewest elements', kind: 'count' },
    { keyword: 'maxItems', label: 'Most elements', kind: 'count' },
    { keyword: 'uniqueItems', label: 'No element twice', kind: 'flag' },
  ],
  object: [{ keyword: 'additionalProperties', label: 'No other fields than these', kind: 'flag' }],
  any: [{ keyword: 'enum', label: 'Values, one a line', kind: 'values' }],
}

export const MARKS: readonly DetailInput[] = [
  { keyword: 'x-key', label: 'Business key: chains are found by its value', kind: 'flag' },
  { keyword: 'x-sensitive', label: 'Sensitive: personal data', kind: 'flag' },
  { keyword: 'deprecated', label: 'Deprecated: consumers should stop using it', kind: 'flag' },
  { keyword: 'x-unit', label: 'Unit', kind: 'text' },
]

/** The bounds one can give a value of this type. */
export function boundsFor(type: string | undefined): readonly DetailInput[] {
  return BY_TYPE[type === 'integer' ? 'number' : (type ?? '')] ?? []
}

/** What stands in an input: a text, or whether a box is ticked. Undefined where only the text can say it. */
export function shownOf({ keyword, kind }: DetailInput, schema: JsonObject): string | boolean | undefined {
  const value = own(schema, keyword)
  if (kind === 'flag') {
    // `additionalProperties` says it the other way round, and may be a schema.
    if (keyword === 'additionalProperties') return isObject(value) ? undefined : value === false
    return value === undefined || typeof value === 'boolean' ? value === true : undefined
  }
  if (value === undefined) return ''
  if (kind === 'values') return Array.isArray(value) ? value.map(lineOf).join('\n') : undefined
  if (kind === 'text') return typeof value === 'string' ? value : undefined
  return typeof value === 'number' ? String(value) : undefined
}

/** Texts as they are, unless they would be read as something else. */
function lineOf(value: Json): string {
  const isPlain = typeof value === 'string' && value !== '' && value.trim() === value && !looksLikeJson(value)
  return isPlain ? value : JSON.stringify(value)
}

function looksLikeJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/** The keyword's value for what was written; undefined takes the keyword out. @throws Error with a sentence for the author */
export function valueOf({ keyword, kind }: DetailInput, written: string | boolean): Json | undefined {
  if (typeof written === 'boolean') {
    if (keyword === 'additionalProperties') return written ? false : undefined
    return written ? true : undefined
  }
  if (written.trim() === '') return undefined
  if (kind === 'text') return written
  if (kind === 'values') {
    const lines = written.split('\n').filter((line) => line.trim() !== '')
    return [...new Set(lines.map((line) => line.trim()))].map((line) =>
      looksLikeJson(line) ? (JSON.parse(line) as Json) : line,
    )
  }
  const number = Number(written.trim())
  if (!Number.isFinite(number)) throw new Error('A number, such as 10 or 0.5')
  if (kind === 'count' && !(Number.isInteger(number) && number >= 0))
    throw new Error('A whole number, 0 or more')
  if (keyword === 'multipleOf' && number <= 0) throw new Error('A number above 0')
  return number
}

/** Pairs of which the first may not be above the second. */
const ORDERED = [
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minimum', 'maximum'],
] as const

export interface DetailChanges {
  /** Only what is not as it was. */
  readonly keywords: Readonly<Record<string, Json | undefined>>
  readonly errors: ReadonlyMap<string, string>
}

/** What a filled form changes of a schema, or what is wrong with it. */
export function changesOf(
  inputs: readonly DetailInput[],
  written: Readonly<Record<string, string | boolean>>,
  schema: JsonObject,
): DetailChanges {
  const keywords: Record<string, Json | undefined> = {}
  const errors = new Map<string, string>()
  for (const input of inputs) {
    const now = written[input.keyword]
    if (now === undefined || now === shownOf(input, schema)) continue
    try {
      keywords[input.keyword] = valueOf(input, now)
    } catch (error) {
      errors.set(input.keyword, (error as Error).message)
    }
  }
  const after = (keyword: string) =>
    Object.hasOwn(keywords, keyword) ? keywords[keyword] : own(schema, keyword)
  for (const [low, high] of ORDERED) {
    const [least, most] = [after(low), after(high)]
    const isTouched = Object.hasOwn(keywords, low) || Object.hasOwn(keywords, high)
    if (isTouched && typeof least === 'number' && typeof most === 'number' && least > most) {
      errors.set(high, `Not below ${least}: no value would fit`)
    }
  }
  return { keywords, errors }
}
