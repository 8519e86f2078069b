import type { Json } from '@/lib/domain/json/json'

export type Draft = 'draft-04' | 'draft-06' | 'draft-07' | '2019-09' | '2020-12'

/** `path` is a JSON Pointer into the reader's schema: the keyword that refuses the witness. */
export type Containment =
  | { verdict: 'compatible' }
  | { verdict: 'breaking'; witness: Json; path: string }
  | { verdict: 'unknown'; reason: string }

export interface ContainmentOptions {
  /** Steps the prover may take (no clock, so one input has one answer on every machine). */
  budget?: number
  /** The draft of a side without `$schema`; else the newest in which both sides are valid schemas. */
  draft?: Draft
  /** A schema of the catalog by its absolute URI; nothing else is ever fetched. */
  resolve?: (uri: string) => Json | undefined
}

/** Is every instance valid under `writer` valid under `reader`? Never throws. */
export function checkContainment(
  _writer: Json,
  _reader: Json,
  _options: ContainmentOptions = {},
): Containment {
  return { verdict: 'unknown', reason: 'the prover is not finished' }
}
