import { keyedFields, mergedOrder } from '@/lib/domain/schema/keyed-fields'
import type { SchemaNode } from '@/lib/domain/schema/schema-tree'

/** One line of two trees side by side: the same place in both, or a gap on one side. */
export interface AlignedRow {
  readonly key: string
  readonly depth: number
  readonly before: SchemaNode | undefined
  readonly after: SchemaNode | undefined
  /** Indexes of the changes that belong here. */
  readonly changes: readonly number[]
}

/** What of a change says where it belongs. */
export interface PlacedChange {
  readonly path: string
  readonly kind: string
}

/**
 * Two schema trees line by line, the data block itself first. A change stands at the line it points to, or at the nearest
 * one above it: no change is without a line.
 */
export function alignTrees(
  before: SchemaNode,
  after: SchemaNode,
  changes: readonly PlacedChange[],
): AlignedRow[] {
  const [old, now] = [keyedFields(before), keyedFields(after)]
  const keys = mergedOrder([[...old.keys()], [...now.keys()]])
  const rows = [
    { key: '', before, after, depth: 0 },
    ...keys.map((key) => {
      const [one, other] = [old.get(key), now.get(key)]
      return { key, before: one, after: other, depth: (other ?? one)?.depth ?? 1 }
    }),
  ]
  const places = { before: new Map<string, number>(), after: new Map<string, number>() }
  rows.forEach((row, index) => {
    for (const side of ['before', 'after'] as const) {
      const pointer = row[side]?.pointer
      if (pointer !== undefined && !places[side].has(pointer)) places[side].set(pointer, index)
    }
  })
  const found = rows.map((): number[] => [])
  changes.forEach((change, index) => {
    const row = isGone(change.kind) ? rowOf(change.path, places.before) : rowOf(change.path, places.after)
    found[row ?? 0]?.push(index)
  })
  return rows.map((row, index) => ({ ...row, changes: found[index] ?? [] }))
}

function isGone(kind: string): boolean {
  return kind === 'field-removed' || kind === 'variant-removed'
}

/** The line of the pointer, or of the longest part of it that has one. */
function rowOf(path: string, places: ReadonlyMap<string, number>): number | undefined {
  for (let pointer = path; ; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const row = places.get(pointer)
    if (row !== undefined) return row
    if (pointer === '') return undefined
  }
}
