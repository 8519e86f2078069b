import { diffSchemas } from '@/lib/domain/diff/diff-schemas'
import type { Json } from '@/lib/domain/json/json'
import { isObject, own } from '@/lib/domain/json/json'
import { appendPointer, pointerTokens } from '@/lib/domain/json/pointer'

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

/**
 * A comment stays with its field: over a rename and a move, and at its last place, marked as gone, where there is none
 * any more. What was gone and comes back under its pointer is there again.
 * @param moves asked only where the place is not there any more
 */
export function followAnchor(anchor: Anchor, moves: () => readonly Move[], after: Json): Anchor {
  if (hasPlace(after, anchor.pointer)) return { pointer: anchor.pointer, isGone: false }
  if (anchor.isGone) return anchor
  const move = moves()
    .filter(([from]) => isWithin(anchor.pointer, from))
    .reduce<Move | undefined>(
      (best, one) => (best && best[0].length >= one[0].length ? best : one),
      undefined,
    )
  const moved = move ? move[1] + anchor.pointer.slice(move[0].length) : anchor.pointer
  return { pointer: moved, isGone: !hasPlace(after, moved) }
}

function hasPlace(schema: Json, pointer: string): boolean {
  let at: Json | undefined = schema
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(at)) at = /^(0|[1-9]\d*)$/.test(token) ? at[Number(token)] : undefined
    else at = isObject(at) ? own(at, token) : undefined
    if (at === undefined) return false
  }
  return true
}

function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`)
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
  return hasPlace(schema, pointer) ? pointer : undefined
}
