import type { Json } from '@/lib/domain/json/json'
import type { Node } from '../algebra/node'

/**
 * Which choices of alternatives a fact rests on: one bit for each choice on the path. When a contradiction does not
 * rest on a choice, the other alternatives of that choice need not be tried.
 */
export type Reasons = bigint

export const noReasons: Reasons = 0n

/** A literal that has to hold, and why. */
export interface Constraint {
  readonly literal: Node
  readonly reasons: Reasons
}

/** `empty` holds for every value; `unknown` means that no value was found and none was ruled out. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'empty'; readonly reasons: Reasons }
  | { readonly kind: 'unknown'; readonly reason: string }

export function empty(...reasons: readonly Reasons[]): Outcome {
  return { kind: 'empty', reasons: reasons.reduce((all, each) => all | each, noReasons) }
}

export function reasonsOf(constraints: readonly Constraint[]): Reasons {
  return constraints.reduce((all, { reasons }) => all | reasons, noReasons)
}

export interface Findings {
  readonly values: Json[]
  /** Whether there are others. */
  readonly rest: 'none' | 'perhaps' | 'unknown'
}

/** What the procedures for arrays and objects may ask about the values inside. */
export interface Prover {
  /** A value in all of these sets, or that there is none (whatever the reasons, which are the caller's to know). */
  find(sets: readonly Node[]): Outcome
  /** Up to `count` different values. */
  findMany(sets: readonly Node[], count: number): Findings
  /** Is the value in the set? Undefined: undecided. */
  test(set: Node, value: Json): boolean | undefined
  spend(steps?: number): void
  negation(set: Node): Node
  /** The set of all strings, for names. */
  readonly strings: Node
  excludeStrings(words: Iterable<string>): Node
}
