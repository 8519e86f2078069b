import type { Json } from '@/lib/domain/json/json'
import type { Algebra } from '../algebra/algebra'
import { bit, literalType, type Node } from '../algebra/node'
import type { Languages } from '../regex/languages'
import { findArray } from './arrays'
import { Undecided, type Budget } from './budget'
import {
  empty,
  noReasons,
  type Constraint,
  type Findings,
  type Outcome,
  type Prover,
  type Reasons,
} from './constraint'
import { Evaluator } from './evaluate'
import { TypeTable } from './type-table'
import { ValueSizes } from './value-size'
import { findNumber } from './numbers'
import { findObject } from './objects'
import { findString } from './strings'

/** Values inside values that the proof follows; real schemas stay below 30. */
const maxDepth = 150
/** The cheap types first. */
const typeOrder = [bit.null, bit.false, bit.true, bit.number, bit.string, bit.array, bit.object]

interface Alternatives {
  readonly node: Node
  readonly parts: readonly Node[]
  readonly reasons: Reasons
}

/** What has to hold for a value of one type, split into literals and the choices not yet made. */
interface Demands {
  readonly type: number
  readonly literals: Map<Node, Reasons>
  readonly pending: Map<Node, Alternatives>
  readonly refs: Set<Node>
  readonly opaque: Map<string, { not: boolean; reasons: Reasons; reason: string }>
}

/**
 * Decides whether a set has a member, by building one.
 *
 * The formula is taken type by type. Its literals are handed to the procedure of the type, which builds a value or
 * proves a contradiction; then the first choice that the value does not satisfy is made, one alternative after the
 * other. So choices that do not matter are never made, and a contradiction that does not rest on a choice ends it.
 */
export class Satisfiability implements Prover {
  private readonly known = new Map<Node, Outcome>()
  /** Sets being decided, outermost first. */
  private readonly open = new Map<Node, number>()
  /** Sets found empty under the assumption that an open one is: kept until that one is decided. */
  private provisional = new Map<Node, number>()
  /** The outermost open set that the present decision rests on. */
  private restsOn = Infinity
  private readonly evaluator: Evaluator
  private readonly types = new TypeTable()
  private readonly sizes = new ValueSizes()
  readonly strings: Node

  constructor(
    private readonly algebra: Algebra,
    private readonly languages: Languages,
    private readonly budget: Budget,
  ) {
    this.strings = algebra.type(bit.string)
    this.evaluator = new Evaluator(algebra, languages, budget)
  }

  test(set: Node, value: Json): boolean | undefined {
    return this.evaluator.test(set, value)
  }

  spend(steps?: number): void {
    this.budget.spend(steps)
  }

  negation(set: Node): Node {
    return this.algebra.not(set)
  }

  excludeStrings(words: Iterable<string>): Node {
    return this.algebra.strings(words, true)
  }

  find(sets: readonly Node[]): Outcome {
    return this.findIn(this.algebra.and(...sets))
  }

  findMany(sets: readonly Node[], count: number): Findings {
    const values: Json[] = []
    for (;;) {
      if (values.length >= count) return { values, rest: 'perhaps' }
      const outcome = this.find([...sets, this.algebra.not(this.algebra.values(values))])
      if (outcome.kind === 'empty') return { values, rest: 'none' }
      if (outcome.kind === 'unknown') return { values, rest: 'unknown' }
      values.push(outcome.value)
    }
  }

  /**
   * A set met again inside itself counts as empty there: the smallest member of a set holds no smaller one. What is
   * found empty on that ground is certain only once the outer set is found empty too.
   */
  private findIn(set: Node): Outcome {
    const known = this.known.get(set)
    if (known !== undefined) return known
    const assumed = this.open.get(set) ?? this.provisional.get(set)
    if (assumed !== undefined) {
      this.restsOn = Math.min(this.restsOn, assumed)
      return empty()
    }
    this.budget.spend(4)
    if (this.open.size >= maxDepth) throw new Undecided('too large: values nest too deep')
    const [outerRest, outerProvisional, index] = [this.restsOn, this.provisional, this.open.size]
    this.restsOn = Infinity
    this.budget.spend(outerProvisional.size >> 3)
    this.provisional = new Map(outerProvisional)
    this.open.set(set, index)
    const outcome = this.decide(set)
    this.open.delete(set)
    const [rest, provisional] = [this.restsOn, this.provisional]
    this.restsOn = outerRest
    this.provisional = outerProvisional
    if (outcome.kind !== 'empty') {
      this.known.set(set, outcome)
    } else if (rest >= index) {
      this.known.set(set, outcome)
      for (const [other, on] of provisional) if (on >= index) this.known.set(other, empty())
    } else {
      this.restsOn = Math.min(outerRest, rest)
      for (const [other, on] of provisional) outerProvisional.set(other, Math.min(on, rest))
      outerProvisional.set(set, rest)
    }
    return outcome
  }

  private decide(set: Node): Outcome {
    let unknown: Outcome | undefined
    for (const type of typeOrder) {
      const demands: Demands = {
        type,
        literals: new Map(),
        pending: new Map(),
        refs: new Set(),
        opaque: new Map(),
      }
      const conflict = this.assume(demands, set, noReasons)
      if (conflict !== undefined) continue
      const outcome = this.search(demands, 0)
      if (outcome.kind === 'value' && !this.sizes.isTooLarge(outcome.value)) return outcome
      if (outcome.kind !== 'empty') unknown = outcome.kind === 'unknown' ? outcome : tooLarge
    }
    return unknown ?? empty()
  }

  /** Adds what has to hold; answers the reasons of a contradiction, if that is plain already. */
  private assume(demands: Demands, node: Node, reasons: Reasons): Reasons | undefined {
    switch (node.kind) {
      case 'true':
        return undefined
      case 'false':
        return reasons
      case 'type':
        return (node.mask & demands.type) === 0 ? reasons : undefined
      case 'and':
        for (const part of node.parts) {
          const conflict = this.assume(demands, part, reasons)
          if (conflict !== undefined) return conflict
        }
        return undefined
      case 'or':
        return this.assumeOne(demands, node, reasons)
      case 'ref':
        if (demands.refs.has(node)) return undefined
        demands.refs.add(node)
        return this.assume(demands, this.algebra.expand(node), reasons)
      case 'opaque': {
        const other = demands.opaque.get(node.reason)
        if (other !== undefined && other.not !== node.not) return reasons | other.reasons
        demands.opaque.set(node.reason, other ?? { not: node.not, reasons, reason: node.reason })
        return undefined
      }
      default:
        if (literalType(node) === demands.type && !demands.literals.has(node))
          demands.literals.set(node, reasons)
        return undefined
    }
  }

  private assumeOne(demands: Demands, node: Node & { kind: 'or' }, reasons: Reasons): Reasons | undefined {
    const parts: Node[] = []
    for (const part of node.parts) {
      const holds = this.types.holds(part, demands.type)
      if (holds === true) return undefined
      if (holds === undefined) parts.push(part)
    }
    const [first] = parts
    if (first === undefined) return reasons
    if (parts.length === 1) return this.assume(demands, first, reasons)
    if (!demands.pending.has(node)) demands.pending.set(node, { node, parts, reasons })
    return undefined
  }

  private search(demands: Demands, level: number): Outcome {
    this.budget.spend(2)
    if (level > 400) throw new Undecided('too large: too many choices')
    const outcome = this.findOfType(demands)
    if (outcome.kind === 'empty') return outcome
    const open = [...demands.pending.values()]
    const choice = outcome.kind === 'value' ? this.firstUnmet(open, outcome.value) : open[0]
    if (choice === undefined) return this.certain(demands, outcome)
    const bitOfLevel = 1n << BigInt(level)
    let [because, unknown]: [Reasons, Outcome | undefined] = [choice.reasons, undefined]
    for (const part of choice.parts) {
      const opposed = this.opposed(part, demands)
      if (opposed !== undefined) {
        because |= opposed
        continue
      }
      this.budget.spend((demands.literals.size + demands.pending.size + demands.refs.size) >> 3)
      const next = copyWithout(demands, choice.node)
      const conflict = this.assume(next, part, choice.reasons | bitOfLevel)
      const result = conflict === undefined ? this.search(next, level + 1) : empty(conflict)
      if (result.kind === 'value') return result
      if (result.kind === 'unknown') unknown = result
      else if ((result.reasons & bitOfLevel) === 0n) return result
      else because |= result.reasons & ~bitOfLevel
    }
    return unknown ?? empty(because)
  }

  /** Why the set is plainly excluded: by far most alternatives are, where two long schemas hardly differ. */
  private opposed(part: Node, demands: Demands): Reasons | undefined {
    this.budget.spend()
    const opposite = this.algebra.knownNegation(part)
    return opposite === undefined ? undefined : demands.literals.get(opposite)
  }

  private firstUnmet(open: readonly Alternatives[], value: Json): Alternatives | undefined {
    return open.find(({ node }) => this.test(node, value) !== true)
  }

  private certain(demands: Demands, outcome: Outcome): Outcome {
    const [opaque] = demands.opaque.values()
    return opaque === undefined || outcome.kind !== 'value'
      ? outcome
      : { kind: 'unknown', reason: opaque.reason }
  }

  private findOfType({ type, literals }: Demands): Outcome {
    this.budget.spend(literals.size >> 2)
    const constraints: Constraint[] = [...literals].map(([literal, reasons]) => ({ literal, reasons }))
    const spend = (steps?: number): void => this.budget.spend(steps)
    switch (type) {
      case bit.null:
        return { kind: 'value', value: null }
      case bit.false:
      case bit.true:
        return { kind: 'value', value: type === bit.true }
      case bit.number:
        return findNumber(constraints, spend)
      case bit.string:
        return findString(constraints, this.languages, spend)
      case bit.array:
        return findArray(constraints, this)
      default:
        return findObject(constraints, this)
    }
  }
}

const tooLarge: Outcome = { kind: 'unknown', reason: 'only a value too large to show differs' }

function copyWithout(demands: Demands, choice: Node): Demands {
  const pending = new Map(demands.pending)
  pending.delete(choice)
  return {
    type: demands.type,
    literals: new Map(demands.literals),
    pending,
    refs: new Set(demands.refs),
    opaque: new Map(demands.opaque),
  }
}
