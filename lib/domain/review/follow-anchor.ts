import { diffSchemas } from '@/lib/domain/diff/diff-schemas'
import { canonicalize } from '@/lib/domain/json/canonical'
import { isDeeperThan } from '@/lib/domain/json/depth'
import type { Json } from '@/lib/domain/json/json'
import { isObject, own } from '@/lib/domain/json/json'
import { appendPointer, childOf, isWithin, pointerTokens, valueAt } from '@/lib/domain/json/pointer'

/** Where a comment stands: a JSON Pointer into the schema, and whether that place is gone. */
export interface Anchor {
  readonly pointer: string
  readonly isGone: boolean
}

/** A way from places of one revision to the same places of the next. */
export type Move = readonly [from: string, to: string]

/** Fields that were renamed or moved between two revisions, as pairs of pointers. Comparing large schemas takes its time. */
export function movesBetween(before: Json, after: Json): Move[] {
  return diffSchemas(before, after).flatMap((change): Move[] => {
    if (change.kind !== 'field-renamed' && change.kind !== 'field-moved') return []
    if (typeof change.before !== 'string') return []
    const from = pointerOfField(before, change.before)
    return from === undefined ? [] : [[from, change.path]]
  })
}

/** From one revision to the next. */
export interface Step {
  /** Undefined where it is not known. */
  readonly before: Json | undefined
  readonly after: Json
  /** Asked only where the place is not there any more. */
  readonly moves: () => readonly Move[]
}

/**
 * A comment stays with its field: over a rename and a move, with an element of a list whatever comes before it, and at its
 * last place, marked as gone, where there is none any more. What was gone and comes back under its pointer is there again.
 */
export function followAnchor(anchor: Anchor, { before, after, moves }: Step): Anchor {
  const { pointer } = anchor
  const stood = before !== undefined && valueAt(before, pointer) !== undefined
  if (anchor.isGone) {
    // Where something stood all the while, another element of a list has taken its index.
    return valueAt(after, pointer) !== undefined && !stood ? { pointer, isGone: false } : anchor
  }
  const now = stood && isSound(before) && isSound(after) ? throughLists(pointer, before, after) : pointer
  if (now === undefined) return { pointer, isGone: true }
  if (valueAt(after, now) !== undefined) return { pointer: now, isGone: false }
  const move = moves()
    .filter(([from]) => isWithin(pointer, from))
    .reduce<Move | undefined>(
      (best, one) => (best && best[0].length >= one[0].length ? best : one),
      undefined,
    )
  const moved = move ? move[1] + pointer.slice(move[0].length) : pointer
  return { pointer: moved, isGone: valueAt(after, moved) === undefined }
}

/** Elements are compared whole. What nests deeper is a schema to nobody, and only its places count. */
const isSound = (schema: Json) => !isDeeperThan(schema, 400)

/** The pointer with the places that its elements of lists have now; undefined where one of them is gone. */
function throughLists(pointer: string, before: Json, after: Json): string | undefined {
  let [from, to]: (Json | undefined)[] = [before, after]
  let found = ''
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(from) && Array.isArray(to)) {
      const index = counterpart(from, Number(token), to)
      if (index === undefined) return undefined
      from = from[Number(token)]
      to = to[index]
      found = appendPointer(found, String(index))
    } else {
      from = childOf(from, token)
      to = childOf(to, token)
      found = appendPointer(found, token)
    }
  }
  return found
}

/**
 * Where an element of a list is now: what is equal to it, of several the one that comes as late; else what it became, by
 * the order where as many were changed as there are new ones, and by what they share where others came or went.
 */
function counterpart(before: readonly Json[], index: number, after: readonly Json[]): number | undefined {
  const [old, now] = [before.map(canonicalize), after.map(canonicalize)]
  const equal = now.flatMap((text, at) => (text === old[index] ? [at] : []))
  if (equal.length > 0) {
    const earlier = old.slice(0, index).filter((text) => text === old[index]).length
    return equal[Math.min(earlier, equal.length - 1)]
  }
  const indexes = (of: readonly string[], others: readonly string[]) => {
    const known = new Set(others)
    return of.flatMap((text, at) => (known.has(text) ? [] : [at]))
  }
  const [lost, made] = [indexes(old, now), indexes(now, old)]
  if (lost.length === made.length) return made[lost.indexOf(index)]
  const [best] = made
    .map((at) => ({ at, shared: sharedEntries(before[index]!, after[at]!) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
  return best?.at
}

function sharedEntries(one: Json, other: Json): number {
  if (!isObject(one) || !isObject(other)) return 0
  return Object.keys(one).filter((key) => {
    const value = own(other, key)
    return value !== undefined && canonicalize(value) === canonicalize(one[key]!)
  }).length
}

/** The pointer of `lines[].sku` by plain steps; undefined where the field is reached through a reference or a variant. */
function pointerOfField(schema: Json, field: string): string | undefined {
  let pointer = ''
  for (const part of field.split('.')) {
    const name = part.replace(/(\[\])+$/, '')
    const depth = (part.length - name.length) / 2
    pointer = appendPointer(pointer, 'properties', name)
    for (let i = 0; i < depth; i++) pointer = appendPointer(pointer, 'items')
  }
  return valueAt(schema, pointer) !== undefined ? pointer : undefined
}
