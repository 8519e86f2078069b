import { isObject, own, type Json } from '../json/json'
import {
  NO_NUMBERS,
  numbersWithin,
  writeExact,
  type ExactJson,
  type ExactNumbers,
} from '../json/exact-numbers'
import { appendPointer, pointerTokens } from '../json/pointer'

/** One field that is not what it was. `before` is absent where it came, `after` where it went. */
export interface Difference {
  readonly pointer: string
  readonly before?: Json
  readonly after?: Json
  /** To the letter, where a double would round a number in it. */
  readonly before_text?: string
  readonly after_text?: string
}

/**
 * Field by field what makes `after` of `before`; undefined is a state that is not there. Lists of one length are compared
 * by place, of different lengths as a whole: which element went, a list does not say. Numbers are compared to the letter
 * where a double holds one of them not.
 */
export function differencesBetween(
  before: ExactJson | undefined,
  after: ExactJson | undefined,
): Difference[] {
  const found: Difference[] = []
  const numbers = { before: before?.numbers ?? NO_NUMBERS, after: after?.numbers ?? NO_NUMBERS }
  compare('', before?.value, after?.value, numbers, found)
  return found
}

/** A side of a difference, or nothing where there is nothing. @param pointer where `value` stands in its state */
export function toldSide(
  side: 'before' | 'after',
  value: Json | undefined,
  numbers: ExactNumbers,
  pointer: string,
): Partial<Difference> {
  if (value === undefined) return {}
  const inside = numbersWithin(numbers, pointer)
  if (inside.size === 0) return { [side]: value }
  return { [side]: value, [`${side}_text`]: writeExact({ value, numbers: inside }) }
}

function compare(
  pointer: string,
  before: Json | undefined,
  after: Json | undefined,
  numbers: { before: ExactNumbers; after: ExactNumbers },
  found: Difference[],
): void {
  if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare(appendPointer(pointer, name), own(before, name), own(after, name), numbers, found)
  } else if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((element, i) => compare(appendPointer(pointer, i), element, after[i], numbers, found))
  } else if (
    // Objects and lists that come here differ: alike ones were looked into.
    before !== after ||
    (typeof before === 'number' && numbers.before.get(pointer) !== numbers.after.get(pointer))
  ) {
    found.push({
      pointer,
      ...toldSide('before', before, numbers.before, pointer),
      ...toldSide('after', after, numbers.after, pointer),
    })
  }
}

/** The state that differences lead to. `state` stays what it was. */
export function applyDifferences(
  state: Json | undefined,
  differences: readonly Difference[],
): Json | undefined {
  return differences.reduce(
    (so_far, { pointer, after }) => replaced(so_far, pointerTokens(pointer), after),
    state,
  )
}

function replaced(value: Json | undefined, [token, ...rest]: string[], after: Json | undefined) {
  if (token === undefined) return after
  if (Array.isArray(value))
    return value.map((element, i): Json =>
      String(i) === token ? (replaced(element, rest, after) ?? null) : element,
    )
  const members = new Map(isObject(value) ? Object.entries(value) : [])
  const member: Json | undefined = replaced(members.get(token), rest, after)
  if (member === undefined) members.delete(token)
  else members.set(token, member)
  // Not by assignment: a member called `__proto__` is one like any other.
  return Object.fromEntries(members)
}
