import type { Json } from '@/lib/domain/json/json'
import { Algebra } from './algebra/algebra'
import { canonical, exceedsDepth } from './algebra/canonical'
import { Budget, TooLarge, Undecided } from './prove/budget'
import { Satisfiability } from './prove/satisfiability'
import { Languages } from './regex/languages'
import { chooseDrafts, type DraftPair } from './schema/choose-draft'
import { Compiler } from './schema/compile'
import { Documents } from './schema/documents'
import type { Draft } from './schema/drafts'
import { validate } from './validate/validate'

export type { Draft } from './schema/drafts'

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

/** Real pairs take a few thousand; this many stay under 250 ms on 2 cores. */
export const defaultBudget = 150_000
/** Nesting of schemas as texts; real ones stay below 30. */
const maxDepth = 300

/** Is every instance valid under `writer` valid under `reader`? Never throws. */
export function checkContainment(writer: Json, reader: Json, options: ContainmentOptions = {}): Containment {
  try {
    return prove(writer, reader, options)
  } catch (error) {
    return { verdict: 'unknown', reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof TooLarge || error instanceof Undecided) return error.message
  return `the prover failed: ${error instanceof Error ? error.message : String(error)}`
}

function prove(writer: Json, reader: Json, options: ContainmentOptions): Containment {
  if (exceedsDepth(writer, maxDepth) || exceedsDepth(reader, maxDepth))
    throw new Undecided('too large: schemas nest too deep')
  const drafts = chooseDrafts(writer, reader, options.draft)
  if (drafts.writer === drafts.reader && canonical(writer) === canonical(reader))
    return { verdict: 'compatible' }
  const algebra = new Algebra()
  const accepted = new Compiler(algebra, new Documents(writer, drafts.writer, options.resolve)).compileRoot()
  const wanted = new Compiler(algebra, new Documents(reader, drafts.reader, options.resolve)).compileRoot()
  const prover = new Satisfiability(algebra, new Languages(), new Budget(options.budget ?? defaultBudget))
  const outcome = prover.find([accepted, algebra.not(wanted)])
  if (outcome.kind === 'empty') return { verdict: 'compatible' }
  if (outcome.kind === 'unknown') return { verdict: 'unknown', reason: outcome.reason }
  return confirm(outcome.value, writer, reader, drafts, options)
}

/** A witness counts when the plain validator, which shares no code with the prover, agrees on both sides. */
function confirm(
  witness: Json,
  writer: Json,
  reader: Json,
  drafts: DraftPair,
  { resolve }: ContainmentOptions,
): Containment {
  const written = validate(writer, witness, { draft: drafts.writer, resolve })
  const read = validate(reader, witness, { draft: drafts.reader, resolve })
  if (written.isValid === true && read.isValid === false)
    return { verdict: 'breaking', witness, path: read.place }
  return {
    verdict: 'unknown',
    reason: `a counterexample was built but could not be confirmed: ${JSON.stringify(witness)}`,
  }
}
