import type { Rational } from './rational'

/**
 * A set of JSON values, as a formula in negation normal form.
 *
 * A literal about one type ("at most 5 characters") holds for every value of the other types, as JSON Schema's
 * keywords do; its negation says the type as well. Nodes are interned: one set spelled the same way is one object.
 */
export type Node = { readonly id: number } & NodeShape

export type NodeShape =
  | { readonly kind: 'true' }
  | { readonly kind: 'false' }
  | { readonly kind: 'and'; readonly parts: readonly Node[] }
  | { readonly kind: 'or'; readonly parts: readonly Node[] }
  /** A schema that contains itself; looked up when it is needed. */
  | { readonly kind: 'ref'; readonly name: number; readonly not: boolean }
  /** What cannot be decided (an unknown reference, say): no value is known to be in it or out of it. */
  | { readonly kind: 'opaque'; readonly reason: string; readonly not: boolean }
  | { readonly kind: 'type'; readonly mask: number }
  | NumberLiteral
  | StringLiteral
  | ArrayLiteral
  | ObjectLiteral

export type NumberLiteral =
  | { readonly kind: 'minimum'; readonly value: Rational; readonly strict: boolean }
  | { readonly kind: 'maximum'; readonly value: Rational; readonly strict: boolean }
  | { readonly kind: 'multiple'; readonly of: Rational; readonly not: boolean }
  | { readonly kind: 'numbers'; readonly values: ReadonlyMap<string, Rational>; readonly not: boolean }

export type StringLiteral =
  | { readonly kind: 'minLength'; readonly length: number }
  | { readonly kind: 'maxLength'; readonly length: number }
  | { readonly kind: 'pattern'; readonly source: string; readonly not: boolean }
  | { readonly kind: 'strings'; readonly values: ReadonlySet<string>; readonly not: boolean }

export type ArrayLiteral =
  | { readonly kind: 'minItems'; readonly count: number }
  | { readonly kind: 'maxItems'; readonly count: number }
  /** The element at this index, if there is one. */
  | { readonly kind: 'item'; readonly index: number; readonly schema: Node }
  /** Every element from this index on. */
  | { readonly kind: 'items'; readonly from: number; readonly schema: Node }
  /** How many elements, from this index on, are in the set. */
  | { readonly kind: 'atLeast'; readonly from: number; readonly schema: Node; readonly count: number }
  | { readonly kind: 'atMost'; readonly from: number; readonly schema: Node; readonly count: number }
  | { readonly kind: 'unique'; readonly not: boolean }

export type ObjectLiteral =
  | { readonly kind: 'minProperties'; readonly count: number }
  | { readonly kind: 'maxProperties'; readonly count: number }
  /** Every property whose name is in `names` has a value in `schema`. */
  | { readonly kind: 'each'; readonly names: Node; readonly schema: Node }
  /** Some property whose name is in `names` has a value in `schema`. */
  | { readonly kind: 'some'; readonly names: Node; readonly schema: Node }

/** One bit per kind of value; `null` and the booleans are values and types at once. */
export const bit = { null: 1, false: 2, true: 4, number: 8, string: 16, array: 32, object: 64 } as const
export const anyType = 127

const typeOfLiteral: Partial<Record<Node['kind'], number>> = {
  minimum: bit.number,
  maximum: bit.number,
  multiple: bit.number,
  numbers: bit.number,
  minLength: bit.string,
  maxLength: bit.string,
  pattern: bit.string,
  strings: bit.string,
  minItems: bit.array,
  maxItems: bit.array,
  item: bit.array,
  items: bit.array,
  atLeast: bit.array,
  atMost: bit.array,
  unique: bit.array,
  minProperties: bit.object,
  maxProperties: bit.object,
  each: bit.object,
  some: bit.object,
}

/** The type that a literal speaks about; undefined for what is no literal of one type. */
export function literalType(node: Node): number | undefined {
  return typeOfLiteral[node.kind]
}
