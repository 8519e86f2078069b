import type { Node } from '../algebra/node'
import type { Outcome, Prover, Reasons } from './constraint'
import type { Cell } from './property-names'

/** A rule for the values at some names, or the demand that there is such a value. */
export interface Rule {
  readonly names: Node
  readonly schema: Node
  readonly reasons: Reasons
}

/** A property the object has to have, as far as decided: its name, or the cell of its name; and what is demanded of it. */
export interface Property {
  readonly name?: string
  readonly cell?: Cell
  readonly demanded: readonly Node[]
}

export function singleName(names: Node): string | undefined {
  if (names.kind !== 'strings' || names.not || names.values.size !== 1) return undefined
  return [...names.values][0]
}

/** The rules for names, those for one name found at once. */
export class ObjectRules {
  private readonly byName = new Map<string, Rule[]>()
  readonly general: Rule[] = []

  constructor(
    rules: readonly Rule[],
    private readonly prover: Prover,
  ) {
    for (const rule of rules) {
      const name = singleName(rule.names)
      if (name === undefined) this.general.push(rule)
      else this.byName.set(name, [...(this.byName.get(name) ?? []), rule])
    }
  }

  /** `perhaps`: it is undecided whether these rules are about the name. */
  forName(name: string): { sure: Rule[]; perhaps: Rule[] } {
    const sure = [...(this.byName.get(name) ?? [])]
    const perhaps: Rule[] = []
    for (const rule of this.general) {
      const applies = this.prover.test(rule.names, name)
      if (applies === true) sure.push(rule)
      else if (applies === undefined) perhaps.push(rule)
    }
    return { sure, perhaps }
  }

  reasonsFor(property: Property): Reasons {
    const rules =
      property.name === undefined ? (property.cell?.rules ?? []) : this.forName(property.name).sure
    return rules.reduce((all, { reasons }) => all | reasons, 0n)
  }

  /** A value for the property. It obeys undecided rules too: a value found so is one whether or not they apply. */
  findValue({ name, cell, demanded }: Property): Outcome {
    const { sure, perhaps } =
      name === undefined ? { sure: cell?.rules ?? [], perhaps: [] } : this.forName(name)
    const certain = [...demanded, ...sure.map(({ schema }) => schema)]
    const outcome = this.prover.find([...certain, ...perhaps.map(({ schema }) => schema)])
    if (outcome.kind !== 'empty' || perhaps.length === 0) return outcome
    const without = this.prover.find(certain)
    if (without.kind === 'empty') return without
    return { kind: 'unknown', reason: 'a pattern for property names is outside the linear-time subset' }
  }
}
