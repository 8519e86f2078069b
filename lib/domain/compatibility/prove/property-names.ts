import { bit, type Node } from '../algebra/node'
import type { Prover } from './constraint'
import type { Rule } from './object-rules'

/** Names that are spelled out nowhere and that no rule tells apart. */
export interface Cell {
  /** What the names have to be. */
  readonly sets: readonly Node[]
  readonly rules: readonly Rule[]
}

export interface Words {
  readonly words: string[]
  /** Whether there are others. */
  readonly rest: 'none' | 'perhaps' | 'unknown'
}

const maxNamesListed = 2_000

/** The names that a set of names spells out. */
export function mentionedNames(names: Node, found: Set<string>, seen: Set<Node>): void {
  if (names.kind === 'strings') for (const value of names.values) found.add(value)
  if ((names.kind !== 'and' && names.kind !== 'or') || seen.has(names)) return
  seen.add(names)
  for (const part of names.parts) mentionedNames(part, found, seen)
}

/** The names an object may have besides those that its rules and demands spell out. */
export class FreshNames {
  private readonly everyName: Node
  private readonly plain = new Map<Node, boolean | undefined>()
  /** Where it stayed undecided whether there are such names, and why. */
  undecided: string | undefined

  constructor(
    private readonly rules: readonly Rule[],
    readonly mentioned: ReadonlySet<string>,
    private readonly prover: Prover,
  ) {
    this.everyName = prover.excludeStrings(mentioned)
  }

  /**
   * The cells of the names in a set, those that the fewest rules are about first. `isPossible` says whether a value
   * can obey some rules; where it cannot, more rules need not be looked at.
   */
  *cells(names: Node | undefined, isPossible: (rules: readonly Rule[]) => boolean): Generator<Cell> {
    const start: Cell = { sets: [this.everyName, ...this.narrowing(names)], rules: [] }
    if (names !== undefined && this.plainly(names) === false) return
    if (this.isInhabited(start)) yield* this.divide(start, 0, isPossible)
  }

  private *divide(
    cell: Cell,
    index: number,
    isPossible: (rules: readonly Rule[]) => boolean,
  ): Generator<Cell> {
    const rule = this.rules[index]
    if (rule === undefined) {
      yield cell
      return
    }
    const plain = this.plainly(rule.names)
    if (plain !== true) {
      const outside =
        plain === false ? cell : { ...cell, sets: [...cell.sets, this.prover.negation(rule.names)] }
      if (plain === false || this.isInhabited(outside)) yield* this.divide(outside, index + 1, isPossible)
    }
    if (plain === false) return
    const inside = {
      sets: plain === true ? cell.sets : [...cell.sets, rule.names],
      rules: [...cell.rules, rule],
    }
    if (isPossible(inside.rules) && (plain === true || this.isInhabited(inside)))
      yield* this.divide(inside, index + 1, isPossible)
  }

  /** The cell's names that are in this set too. */
  within(cell: Cell, names: Node): Cell | undefined {
    if (this.plainly(names) === false) return undefined
    const narrower = { ...cell, sets: [...cell.sets, ...this.narrowing(names)] }
    return this.isInhabited(narrower) ? narrower : undefined
  }

  private narrowing(names: Node | undefined): Node[] {
    return names === undefined || this.plainly(names) === true ? [] : [names]
  }

  private isInhabited({ sets }: Cell): boolean {
    if (sets.length === 1) return true
    const outcome = this.prover.find([this.prover.strings, ...sets])
    if (outcome.kind === 'unknown') this.undecided = outcome.reason
    return outcome.kind === 'value'
  }

  words({ sets }: Cell, count: number): Words {
    if (count > maxNamesListed) return { words: [], rest: 'unknown' }
    if (sets.length === 1) return { words: this.freeNames(count), rest: 'perhaps' }
    const { values, rest } = this.prover.findMany([this.prover.strings, ...sets], count)
    return { words: values.filter((value) => typeof value === 'string'), rest }
  }

  /** Letters first, then numbered. */
  private freeNames(count: number): string[] {
    const names: string[] = []
    for (let index = 0; names.length < count; index += 1) {
      const name = index < 26 ? String.fromCharCode(97 + index) : `p${index}`
      if (!this.mentioned.has(name)) names.push(name)
    }
    return names
  }

  /** True or false for every name that is not spelled out; undefined if they differ. */
  private plainly(names: Node): boolean | undefined {
    if (names.kind !== 'and' && names.kind !== 'or') return this.plainlyOf(names)
    if (!this.plain.has(names)) this.plain.set(names, this.plainlyOf(names))
    return this.plain.get(names)
  }

  private plainlyOf(names: Node): boolean | undefined {
    switch (names.kind) {
      case 'true':
        return true
      case 'false':
        return false
      case 'type':
        return (names.mask & bit.string) !== 0
      case 'strings':
        return [...names.values].every((value) => this.mentioned.has(value)) ? names.not : undefined
      case 'and':
      case 'or': {
        const results = names.parts.map((part) => this.plainly(part))
        if (results.includes(names.kind === 'or')) return names.kind === 'or'
        return results.includes(undefined) ? undefined : names.kind === 'and'
      }
      default:
        return undefined
    }
  }
}
