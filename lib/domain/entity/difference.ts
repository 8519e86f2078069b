import { isObject, own, type Json } from '../json/json'
import { canonicalize } from '../json/canonical'
import { appendPointer, pointerTokens } from '../json/pointer'

/** One field that is not what it was. `before` is absent where it came, `after` where it went. */
export interface Difference {
  readonly pointer: string
  readonly before?: Json
  readonly after?: Json
}

/**
 * Field by field what makes `after` of `before`; undefined is a state that is not there. Lists of one length are compared
 * by place, of different lengths as a whole: which element went, a list does not say.
 */
export function differencesBetween(before: Json | undefined, after: Json | undefined): Difference[] {
  const found: Difference[] = []
  compare('', before, after, found)
  return found
}

function compare(
  pointer: string,
  before: Json | undefined,
  after: Json | undefined,
  found: Difference[],
): void {
  if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare(appendPointer(pointer, name), own(before, name), own(after, name), found)
  } else if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((element, i) => compare(appendPointer(pointer, i), element, after[i], found))
  } else if (!isSame(before, after)) {
    found.push({
      pointer,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    })
  }
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a === b || (typeof a === typeof b && canonicalize(a) === canonicalize(b))
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
