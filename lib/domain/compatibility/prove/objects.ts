import type { JsonObject, Json } from '@/lib/domain/json/json'
import type { Node } from '../algebra/node'
import { empty, reasonsOf, type Constraint, type Outcome, type Prover, type Reasons } from './constraint'
import { ObjectRules, singleName, type Property, type Rule } from './object-rules'
import { match } from './matching'
import { FreshNames, mentionedNames, type Cell } from './property-names'

interface Demands {
  readonly each: ObjectRules
  readonly fewest: number
  readonly most: number
  /** Everything that an object of this kind rests on, for contradictions that concern all of it. */
  readonly reasons: Reasons
  readonly mentioned: ReadonlySet<string>
}

/** Assignments of demanded properties to names that are tried; beyond it the answer is unknown. */
const maxAssignments = 400

/**
 * An object that obeys `each` rules and has the properties `some` rules demand.
 *
 * Names fall into finitely many cells: every name that is spelled out somewhere is one; all others are told apart
 * only by the patterns they match. Within a cell names are interchangeable, so only their number counts.
 */
export function findObject(constraints: readonly Constraint[], prover: Prover): Outcome {
  const demands = gather(constraints, prover)
  if (demands.fewest > demands.most) return empty(reasonsOf(constraints.filter(isAboutSize)))
  const { named, general } = demandedProperties(constraints)
  const required: Property[] = []
  const object: JsonObject = {}
  let unknown: Outcome | undefined
  for (const [name, rules] of named) {
    const property = { name, demanded: rules.map(({ schema }) => schema) }
    const outcome = demands.each.findValue(property)
    if (outcome.kind === 'empty')
      return empty(...rules.map(({ reasons }) => reasons), demands.each.reasonsFor(property))
    if (outcome.kind === 'unknown') unknown = outcome
    else setProperty(object, name, outcome.value)
    required.push(property)
  }
  if (general.length === 0 && required.length >= demands.fewest && required.length <= demands.most) {
    return unknown ?? { kind: 'value', value: object }
  }
  const outcome = new Assignment(general, required, demands, prover).find()
  return outcome.kind === 'value' && unknown !== undefined ? unknown : outcome
}

function isAboutSize({ literal }: Constraint): boolean {
  return literal.kind === 'minProperties' || literal.kind === 'maxProperties'
}

function demandedProperties(constraints: readonly Constraint[]): {
  named: Map<string, Rule[]>
  general: Rule[]
} {
  const named = new Map<string, Rule[]>()
  const general: Rule[] = []
  for (const { literal, reasons } of constraints) {
    if (literal.kind !== 'some') continue
    const rule = { names: literal.names, schema: literal.schema, reasons }
    const name = singleName(literal.names)
    if (name === undefined) general.push(rule)
    else named.set(name, [...(named.get(name) ?? []), rule])
  }
  return { named, general }
}

function gather(constraints: readonly Constraint[], prover: Prover): Demands {
  let [fewest, most] = [0, Infinity]
  const rules: Rule[] = []
  const [mentioned, seen] = [new Set<string>(), new Set<Node>()]
  for (const { literal, reasons } of constraints) {
    if (literal.kind === 'minProperties') fewest = Math.max(fewest, literal.count)
    if (literal.kind === 'maxProperties') most = Math.min(most, literal.count)
    if (literal.kind === 'each') rules.push({ names: literal.names, schema: literal.schema, reasons })
    if (literal.kind === 'each' || literal.kind === 'some') mentionedNames(literal.names, mentioned, seen)
  }
  prover.spend(mentioned.size >> 4)
  return { each: new ObjectRules(rules, prover), fewest, most, reasons: reasonsOf(constraints), mentioned }
}

/** `__proto__` is a name like any other. */
function setProperty(object: JsonObject, name: string, value: Json): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
}

interface Option {
  readonly property: Property
  readonly replaces?: Property
}

/** The ways to give each general demand a property: a new one in some cell, or one that is there anyway. */
class Assignment {
  private readonly fresh: FreshNames
  private tried = 0
  private unknown: string | undefined

  constructor(
    private readonly general: readonly Rule[],
    private readonly required: readonly Property[],
    private readonly demands: Demands,
    private readonly prover: Prover,
  ) {
    this.fresh = new FreshNames(demands.each.general, demands.mentioned, prover)
  }

  find(): Outcome {
    const outcome = this.search(0, this.required)
    const unknown = this.unknown ?? this.fresh.undecided
    return outcome.kind === 'empty' && unknown !== undefined ? { kind: 'unknown', reason: unknown } : outcome
  }

  private search(index: number, properties: readonly Property[]): Outcome {
    const { demands } = this
    if (properties.length > demands.most) return empty(demands.reasons)
    const rule = this.general[index]
    if (rule === undefined) return this.complete(properties)
    let reasons = rule.reasons
    let isFitting = false
    for (const { property, replaces } of this.options(rule, properties, (more) => (reasons |= more))) {
      if ((this.tried += 1) > maxAssignments) {
        this.unknown = 'too large: too many ways to name properties'
        break
      }
      reasons |= demands.each.reasonsFor(property) | (replaces === undefined ? 0n : demands.reasons)
      if (!this.isPossible(property)) continue
      isFitting = true
      const others = properties.filter((each) => each !== replaces)
      const result = this.search(index + 1, [...others, property])
      if (result.kind === 'value') return result
    }
    return empty(isFitting ? demands.reasons : reasons)
  }

  private isPossible(property: Property): boolean {
    const outcome = this.demands.each.findValue(property)
    if (outcome.kind === 'unknown') this.unknown = outcome.reason
    return outcome.kind === 'value'
  }

  private *options(
    rule: Rule,
    properties: readonly Property[],
    rely: (on: Reasons) => void,
  ): Generator<Option> {
    const { demands, prover, fresh } = this
    const demanded = [rule.schema]
    const canObey = (rules: readonly Rule[]): boolean => {
      for (const { reasons } of rules) rely(reasons)
      return this.isPossible({ cell: { sets: [], rules }, demanded })
    }
    for (const cell of fresh.cells(rule.names, canObey)) yield { property: { cell, demanded } }
    for (const name of demands.mentioned) {
      if (properties.some((property) => property.name === name)) continue
      if (prover.test(rule.names, name) !== false) yield { property: { name, demanded } }
    }
    for (const property of properties) {
      const joined = { ...property, demanded: [...property.demanded, rule.schema] }
      const cell = property.cell === undefined ? undefined : fresh.within(property.cell, rule.names)
      if (cell !== undefined) yield { property: { ...joined, cell }, replaces: property }
      const { name } = property
      if (name !== undefined && prover.test(rule.names, name) !== false)
        yield { property: joined, replaces: property }
    }
  }

  /** Names for the properties, and as many more properties as the lower bound wants. */
  private complete(properties: readonly Property[]): Outcome {
    const { demands } = this
    const object: JsonObject = {}
    const unnamed = properties.filter(({ name }) => name === undefined)
    const names = match(
      unnamed.map(({ cell }) => this.listNames(cell, unnamed.length)),
      (name) => name,
      (steps) => this.prover.spend(steps),
    )
    if (names === undefined) return empty(demands.reasons)
    for (const property of properties) {
      const name = property.name ?? names[unnamed.indexOf(property)] ?? ''
      if (!this.give(object, name, property)) return empty(demands.reasons)
    }
    if (properties.length < demands.fewest) this.fill(object)
    return Object.keys(object).length < demands.fewest
      ? empty(demands.reasons)
      : { kind: 'value', value: object }
  }

  private listNames(cell: Cell | undefined, count: number): string[] {
    if (cell === undefined) return []
    const { words, rest } = this.fresh.words(cell, count)
    if (rest === 'unknown') this.unknown = 'property names could not be listed'
    return words
  }

  private give(object: JsonObject, name: string, property: Property): boolean {
    const outcome = this.demands.each.findValue(property)
    if (outcome.kind === 'unknown') this.unknown = outcome.reason
    if (outcome.kind === 'value') setProperty(object, name, outcome.value)
    return outcome.kind === 'value'
  }

  private fill(object: JsonObject): void {
    const { fewest, mentioned } = this.demands
    const isFull = (): boolean => Object.keys(object).length >= fewest
    for (const name of mentioned) {
      if (isFull()) return
      if (!Object.hasOwn(object, name)) this.give(object, name, { name, demanded: [] })
    }
    for (const cell of this.fresh.cells(undefined, (rules) =>
      this.isPossible({ cell: { sets: [], rules }, demanded: [] }),
    )) {
      for (const name of this.listNames(cell, fewest)) {
        if (isFull()) return
        if (!Object.hasOwn(object, name)) this.give(object, name, { cell, demanded: [] })
      }
    }
  }
}
