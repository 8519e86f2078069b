import { visit } from 'jsonc-parser'
import type { Json } from './json'
import { isBeyondDouble } from './number'
import { appendPointer, isWithin } from './pointer'

/** Numbers of a JSON text that no double holds, as they were written, by their JSON Pointers. Most texts have none. */
export type ExactNumbers = ReadonlyMap<string, string>

/** A value, with those of its numbers that `value` has rounded. */
export interface ExactJson {
  readonly value: Json
  readonly numbers: ExactNumbers
}

export const NO_NUMBERS: ExactNumbers = new Map()

/** Characters of which such a number has some; so have other things. */
const SUSPECT = /[-.\d]{16}|\d[eE][-+]?\d/

/** @param text valid JSON; recursive: the caller bounds its depth */
export function readExact(text: string): ExactJson {
  return { value: JSON.parse(text) as Json, numbers: SUSPECT.test(text) ? exactNumbers(text) : NO_NUMBERS }
}

function exactNumbers(text: string): ExactNumbers {
  const numbers = new Map<string, string>()
  visit(text, {
    onLiteralValue(value: unknown, offset, length, _line, _character, path) {
      if (typeof value !== 'number') return
      const written = text.slice(offset, offset + length)
      const isBeyond = isBeyondDouble(written)
      if (!isBeyond && numbers.size === 0) return
      const pointer = appendPointer('', ...path())
      // Of a name that stands twice the last counts, as where the text is parsed.
      if (isBeyond) numbers.set(pointer, written)
      else numbers.delete(pointer)
    },
  })
  return numbers
}

/** What stands at or inside a pointer, by pointers from there. */
export function numbersWithin(numbers: ExactNumbers, pointer: string): ExactNumbers {
  if (numbers.size === 0) return NO_NUMBERS
  return new Map(
    [...numbers]
      .filter(([place]) => isWithin(place, pointer))
      .map(([place, written]) => [place.slice(pointer.length), written]),
  )
}

/** JSON without spaces, its numbers to the letter. Recursive: the caller bounds the depth. */
export function writeExact({ value, numbers }: ExactJson, pointer = ''): string {
  if (numbers.size === 0) return JSON.stringify(value)
  if (typeof value === 'number') return numbers.get(pointer) ?? JSON.stringify(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inside = (member: Json, token: string | number) =>
    writeExact({ value: member, numbers }, appendPointer(pointer, token))
  if (Array.isArray(value)) return `[${value.map(inside).join(',')}]`
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${inside(member, name)}`,
  )
  return `{${members.join(',')}}`
}
