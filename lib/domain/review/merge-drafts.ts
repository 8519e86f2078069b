import { isDeeperThan } from '@/lib/domain/json/depth'
import { rewriteText } from '@/lib/domain/json/edit-text'
import type { Json } from '@/lib/domain/json/json'
import { readJson } from '@/lib/domain/json/read-json'
import { mergeSchemas, mergeSets, type MergeConflict } from './merge-schemas'

/** What an author writes of a draft: texts and words, by name. */
export type DraftWords = Readonly<Record<string, string | null>>

/** A place that two people changed in different ways: a value of the draft, or a place inside its schema. */
export interface DraftConflict extends MergeConflict {
  /** `schema_text` with a pointer into the schema, or another value as a whole. */
  readonly field: string
}

/** One place of a draft, for a list of what was changed. */
export interface DraftPlace {
  readonly field: string
  readonly pointer: string
}

export interface DraftMerge<W extends DraftWords> {
  readonly merged: W
  readonly conflicts: readonly DraftConflict[]
  /** What only the other side changed, and what only this one did. */
  readonly taken: readonly DraftPlace[]
  readonly kept: readonly DraftPlace[]
}

/** Texts that nest deeper are merged as one thing. */
const MAX_DEPTH = 200

export type ChooseSide = (place: DraftPlace) => 'mine' | 'theirs'

/**
 * Brings together what two people made of one draft. Schemas are merged place by place, and mine keeps its layout;
 * examples are a set; a text that does not parse, and any other value, is one thing.
 */
export function mergeDrafts<W extends DraftWords>(
  base: DraftWords,
  mine: W,
  theirs: W,
  choose: ChooseSide = () => 'mine',
): DraftMerge<W> {
  const merged: Record<string, string | null> = { ...mine }
  const conflicts: DraftConflict[] = []
  const taken: DraftPlace[] = []
  const kept: DraftPlace[] = []
  for (const field of Object.keys(mine)) {
    const [was, my, their] = [base[field] ?? null, mine[field] ?? null, theirs[field] ?? null]
    if (my === their) continue
    if (was === their) kept.push({ field, pointer: '' })
    else if (was === my) {
      taken.push({ field, pointer: '' })
      merged[field] = their
    } else {
      const together = bringTogether(field, was, my, their, (pointer) => choose({ field, pointer }))
      merged[field] = together.text
      conflicts.push(...together.sides.map((side) => ({ ...side, field })))
      taken.push(...together.taken.map((pointer) => ({ field, pointer })))
      kept.push(...together.kept.map((pointer) => ({ field, pointer })))
    }
  }
  return { merged: merged as W, conflicts, taken, kept }
}

interface Together {
  readonly text: string | null
  readonly sides: readonly MergeConflict[]
  readonly taken: readonly string[]
  readonly kept: readonly string[]
}

/** A value that both changed. */
function bringTogether(
  field: string,
  base: string | null,
  mine: string | null,
  theirs: string | null,
  choose: (pointer: string) => 'mine' | 'theirs',
): Together {
  const [was, my, their] = [base, mine, theirs].map((text) => readJson(text ?? ''))
  const isDeep = [was, my, their].some((one) => one !== undefined && isDeeperThan(one, MAX_DEPTH))
  if (!isDeep && mine !== null && was !== undefined && my !== undefined && their !== undefined) {
    if (field === 'schema_text') {
      const { merged, sides, taken, kept } = mergeSchemas(was, my, their, choose)
      return { text: rewriteText(mine, merged), sides, taken, kept }
    }
    if (field === 'examples_text' && [was, my, their].every(Array.isArray)) {
      const merged = mergeSets(was as Json[], my as Json[], their as Json[])
      return { text: rewriteText(mine, merged), sides: [], taken: [''], kept: [''] }
    }
  }
  const text = choose('') === 'mine' ? mine : theirs
  return { text, sides: [{ pointer: '', base, mine, theirs }], taken: [], kept: [] }
}
