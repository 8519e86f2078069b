import type { Json } from '@/lib/domain/json/json'
import { Budget, TooLarge, Undecided } from './prove/budget'
import { unsettled } from './schema/compile-unevaluated'
import type { Draft } from './schema/drafts'
import type { ContainsEvaluates } from './schema/frame'
import { SchemaPair } from './schema-pair'

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
  resolve?: ((uri: string) => Json | undefined) | undefined
}

/** Real pairs take a few thousand; this many stay under 250 ms on 2 cores. */
export const defaultBudget = 60_000

/** `tolerant`: the writer sends only what its schema knows, the reader looks only at what its schema knows. */
export type Reading = 'as-written' | 'tolerant'

type Direction = (pair: SchemaPair) => Containment

/** Proves or refutes that the writer's set lies in the reader's. Never throws. */
export function proveContainment(
  writer: Json,
  reader: Json,
  reading: Reading,
  options: ContainmentOptions,
): Containment {
  return proverOf(writer, reader, reading, options)((pair) => pair.backward())
}

/** Both directions between two schemas, at little more than the price of one. Never throws. */
export function proveBothWays(
  before: Json,
  after: Json,
  reading: Reading,
  options: ContainmentOptions,
): { backward: Containment; forward: Containment } {
  const prove = proverOf(before, after, reading, options)
  return { backward: prove((pair) => pair.backward()), forward: prove((pair) => pair.forward()) }
}

function proverOf(before: Json, after: Json, reading: Reading, options: ContainmentOptions) {
  const made = new Map<ContainsEvaluates, SchemaPair>()
  const pairFor = (contains: ContainsEvaluates): SchemaPair => {
    let pair = made.get(contains)
    if (pair === undefined) {
      pair = new SchemaPair(
        before,
        after,
        reading,
        contains,
        new Budget(options.budget ?? defaultBudget),
        options,
      )
      made.set(contains, pair)
    }
    return pair
  }
  return (ask: Direction): Containment => {
    try {
      const answer = ask(pairFor('perhaps'))
      if (answer.verdict !== 'unknown' || answer.reason !== unsettled) return answer
      const readings = (['yes', 'no'] as const).map((each) => ask(pairFor(each)))
      return readings.every(({ verdict }) => verdict === 'compatible') ? { verdict: 'compatible' } : answer
    } catch (error) {
      return { verdict: 'unknown', reason: reasonOf(error) }
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof TooLarge || error instanceof Undecided) return error.message
  return `the prover failed: ${error instanceof Error ? error.message : String(error)}`
}
