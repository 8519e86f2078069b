import { canonicalize } from '@/lib/domain/json/canonical'
import { isDeeperThan } from '@/lib/domain/json/depth'
import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'

/** A place that both sides changed in different ways; undefined where a side has nothing there. */
export interface MergeConflict {
  readonly pointer: string
  readonly base: Json | undefined
  readonly mine: Json | undefined
  readonly theirs: Json | undefined
}

export interface Merge {
  readonly merged: Json
  /** Pointers of the places that both sides changed in different ways. */
  readonly conflicts: readonly string[]
  /** The same places with what stands there. */
  readonly sides: readonly MergeConflict[]
  /** Pointers of the places that only the other side changed, and of those that only this one did. */
  readonly taken: readonly string[]
  readonly kept: readonly string[]
}

/** Whose value stands at a place that both changed. */
export type Choose = (pointer: string) => 'mine' | 'theirs'

const MAX_DEPTH = 200

/**
 * Brings together what two people made of one document, as three-way merges do: what only one side changed is taken.
 * Lists of plain values (`required`, `enum`) are sets, in which each side's additions and removals hold; any other list
 * is one value.
 * @param choose who is right where both changed a place; without it mine stands
 */
export function mergeSchemas(base: Json, mine: Json, theirs: Json, choose: Choose = () => 'mine'): Merge {
  if ([base, mine, theirs].some((one) => isDeeperThan(one, MAX_DEPTH))) {
    const sides = [{ pointer: '', base, mine, theirs }]
    return { merged: choose('') === 'mine' ? mine : theirs, conflicts: [''], sides, taken: [], kept: [] }
  }
  const merger = new Merger(choose)
  const merged = merger.merge(base, mine, theirs, '')
  const { sides, taken, kept } = merger
  return {
    merged: merged === undefined ? mine : merged,
    conflicts: sides.map(({ pointer }) => pointer),
    sides,
    taken,
    kept,
  }
}

class Merger {
  readonly sides: MergeConflict[] = []
  readonly taken: string[] = []
  readonly kept: string[] = []

  constructor(private readonly choose: Choose) {}

  /** Recursive: depth is bounded. */
  merge(
    base: Json | undefined,
    mine: Json | undefined,
    theirs: Json | undefined,
    pointer: string,
  ): Json | undefined {
    if (isSame(mine, theirs)) return mine
    if (isObject(mine) && isObject(theirs)) {
      return this.mergeObjects(isObject(base) ? base : {}, mine, theirs, pointer)
    }
    if (isSame(base, theirs)) {
      this.kept.push(pointer)
      return mine
    }
    if (isSame(base, mine)) {
      this.taken.push(pointer)
      return theirs
    }
    if (isSet(mine) && isSet(theirs) && (base === undefined || isSet(base))) {
      this.taken.push(pointer)
      this.kept.push(pointer)
      return mergeSets(base ?? [], mine, theirs)
    }
    this.sides.push({ pointer, base, mine, theirs })
    return this.choose(pointer) === 'mine' ? mine : theirs
  }

  private mergeObjects(base: JsonObject, mine: JsonObject, theirs: JsonObject, pointer: string): JsonObject {
    const entries: [string, Json][] = []
    for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const value = this.merge(own(base, key), own(mine, key), own(theirs, key), appendPointer(pointer, key))
      if (value !== undefined) entries.push([key, value])
    }
    return Object.fromEntries(entries)
  }
}

/** Additions and removals of both sides hold; my order, then what is new of theirs. */
export function mergeSets(base: readonly Json[], mine: readonly Json[], theirs: readonly Json[]): Json[] {
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
