import {
  checkCompatibility,
  type Mode,
  type Policy,
  type Verdict,
} from '@/lib/domain/compatibility/check-compatibility'
import type { Change } from '@/lib/domain/diff/change'
import { compareSchemas, type Comparison } from '@/lib/domain/diff/compare-schemas'
import { diffSchemas } from '@/lib/domain/diff/diff-schemas'
import type { Json } from '@/lib/domain/json/json'

/** Two schemas, and all that answers about them depend on: data alone, so that any thread can answer. */
export interface Pair {
  readonly before: Json
  readonly after: Json
  /** What the schemas refer to, by address. */
  readonly documents: ReadonlyMap<string, Json | undefined>
  readonly mode?: Mode | undefined
  readonly policy?: Policy | undefined
}

/** What is asked of a pair. */
export const comparisons = {
  verdict: ({ before, after, ...options }: Pair): Verdict =>
    checkCompatibility(before, after, settled(options)).verdict,
  changes: ({ before, after, ...options }: Pair): Change[] => diffSchemas(before, after, settled(options)),
  comparison: ({ before, after, ...options }: Pair): Comparison =>
    compareSchemas(before, after, settled(options)),
}

export type Comparisons = typeof comparisons

type Options = Omit<Pair, 'before' | 'after'>

const settled = ({ documents, mode, policy }: Options) => ({
  mode,
  policy,
  resolve: documents.size === 0 ? undefined : (uri: string) => documents.get(uri),
})
