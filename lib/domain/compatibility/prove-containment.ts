import type { Json } from '@/lib/domain/json/json'
import { Algebra } from './algebra/algebra'
import { canonical, exceeds } from './algebra/canonical'
import type { Node } from './algebra/node'
import { KnownNamesSpace, type KnownNames } from './policy/known-names'
import { knownOnly, withoutUnknown } from './policy/known-only'
import { Budget, TooLarge, Undecided } from './prove/budget'
import { Satisfiability } from './prove/satisfiability'
import { Languages } from './regex/languages'
import { chooseDrafts } from './schema/choose-draft'
import { Compiler } from './schema/compile'
import { unsettled } from './schema/compile-unevaluated'
import { Documents } from './schema/documents'
import type { Draft } from './schema/drafts'
import type { ContainsEvaluates } from './schema/frame'
import { validate, type Validity } from './validate/validate'

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
export const defaultBudget = 80_000
/** Of schemas as texts. Real ones nest below 30 deep and hold a few thousand values. */
const limits = { depth: 300, size: 60_000 }

/** `tolerant`: the writer sends only what its schema knows, the reader looks only at what its schema knows. */
export type Reading = 'as-written' | 'tolerant'

/** Proves or refutes that the writer's set lies in the reader's. Never throws. */
export function proveContainment(
  writer: Json,
  reader: Json,
  reading: Reading,
  options: ContainmentOptions,
): Containment {
  try {
    const answer = prove(writer, reader, reading, options, 'perhaps')
    if (answer.verdict !== 'unknown' || answer.reason !== unsettled) return answer
    const readings = (['yes', 'no'] as const).map((each) => prove(writer, reader, reading, options, each))
    return readings.every(({ verdict }) => verdict === 'compatible') ? { verdict: 'compatible' } : answer
  } catch (error) {
    return { verdict: 'unknown', reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof TooLarge || error instanceof Undecided) return error.message
  return `the prover failed: ${error instanceof Error ? error.message : String(error)}`
}

/** One schema as the prover sees it, and as the plain validator does. */
interface Side {
  readonly set: Node
  readonly known: KnownNames | undefined
  validate(value: Json): Validity
}

function prove(
  writer: Json,
  reader: Json,
  reading: Reading,
  options: ContainmentOptions,
  contains: ContainsEvaluates,
): Containment {
  if (exceeds(writer, limits) || exceeds(reader, limits)) throw new TooLarge()
  const drafts = chooseDrafts(writer, reader, options.draft)
  if (drafts.writer === drafts.reader && canonical(writer) === canonical(reader))
    return { verdict: 'compatible' }
  const budget = new Budget(options.budget ?? defaultBudget)
  const languages = new Languages((steps) => budget.spend(steps))
  const algebra = new Algebra(budget)
  const isTolerant = reading === 'tolerant'

  function side(schema: Json, draft: Draft, isReader: boolean): Side {
    const compiler = new Compiler(algebra, new Documents(schema, draft, options.resolve), contains)
    const known = isTolerant ? new KnownNamesSpace(algebra, languages).at(compiler.rootFrames()) : undefined
    const asWritten = compiler.compileRoot(isReader ? known : undefined)
    const set =
      known === undefined || isReader ? asWritten : algebra.and(asWritten, knownOnly(known, algebra))
    return { set, known, validate: (value) => validate(schema, value, { draft, resolve: options.resolve }) }
  }

  const [written, read] = [side(writer, drafts.writer, false), side(reader, drafts.reader, true)]
  const prover = new Satisfiability(algebra, languages, budget)
  const outcome = prover.find([written.set, algebra.not(read.set)])
  if (outcome.kind === 'empty') return { verdict: 'compatible' }
  return outcome.kind === 'unknown'
    ? { verdict: 'unknown', reason: outcome.reason }
    : confirm(outcome.value, written, read)
}

/** A witness counts when the plain validator, which shares no code with the prover, agrees on both sides. */
function confirm(witness: Json, written: Side, read: Side): Containment {
  const seen = read.known === undefined ? witness : withoutUnknown(witness, read.known)
  const sent = written.known === undefined ? witness : withoutUnknown(witness, written.known)
  const refusal = read.validate(seen)
  if (
    written.validate(witness).isValid === true &&
    refusal.isValid === false &&
    canonical(sent) === canonical(witness)
  ) {
    return { verdict: 'breaking', witness, path: refusal.place }
  }
  return {
    verdict: 'unknown',
    reason: `a counterexample was built but could not be confirmed: ${JSON.stringify(witness).slice(0, 500)}`,
  }
}
