import { canonicalize } from '@/lib/domain/json/canonical'
import { isDeeperThan } from '@/lib/domain/json/depth'
import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'

export interface Merge {
  readonly merged: Json
  /** Pointers of the places that both sides changed in different ways; there `merged` holds mine. */
  readonly conflicts: readonly string[]
}

const MAX_DEPTH = 200

/**
 * Brings together what two people made of one document, as three-way merges do: what only one side changed is taken.
 * Lists of plain values (`required`, `enum`) are sets, in which each side's additions and removals hold; any other list
 * is one value.
 */
export function mergeSchemas(base: Json, mine: Json, theirs: Json): Merge {
  const conflicts: string[] = []
  if ([base, mine, theirs].some((one) => isDeeperThan(one, MAX_DEPTH)))
    return { merged: mine, conflicts: [''] }
  const merged = merge(base, mine, theirs, '', conflicts)
  return { merged: merged === undefined ? mine : merged, conflicts }
}

function merge(
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  pointer: string,
  conflicts: string[],
): Json | undefined {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine
  if (isSame(base, mine)) return theirs
  if (isObject(mine) && isObject(theirs)) {
    return mergeObjects(isObject(base) ? base : {}, mine, theirs, pointer, conflicts)
  }
  if (isSet(mine) && isSet(theirs) && (base === undefined || isSet(base))) {
    return mergeSets(base ?? [], mine, theirs)
  }
  conflicts.push(pointer)
  return mine
}

function mergeObjects(
  base: JsonObject,
  mine: JsonObject,
  theirs: JsonObject,
  pointer: string,
  conflicts: string[],
): JsonObject {
  const entries: [string, Json][] = []
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = merge(
      own(base, key),
      own(mine, key),
      own(theirs, key),
      appendPointer(pointer, key),
      conflicts,
    )
    if (value !== undefined) entries.push([key, value])
  }
  return Object.fromEntries(entries)
}

function mergeSets(base: readonly Json[], mine: readonly Json[], theirs: readonly Json[]): Json[] {
  const has = (list: readonly Json[], value: Json) => list.some((one) => isSame(one, value))
  const kept = mine.filter((value) => has(theirs, value) || !has(base, value))
  return [...kept, ...theirs.filter((value) => !has(base, value) && !has(kept, value))]
}

function isSet(value: Json | undefined): value is Json[] {
  return Array.isArray(value) && value.every((one) => one === null || typeof one !== 'object')
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return canonicalize(one) === canonicalize(other)
}
