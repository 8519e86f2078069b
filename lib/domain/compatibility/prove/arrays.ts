import type { Json } from '@/lib/domain/json/json'
import { canonical } from '../algebra/canonical'
import type { Node } from '../algebra/node'
import { match } from './matching'
import { empty, reasonsOf, type Constraint, type Outcome, type Prover, type Reasons } from './constraint'

/** How many elements, from an index on, are in a set. */
interface Counter {
  readonly schema: Node
  readonly from: number
  least: number
  most: number
}

interface Demands {
  /** By their index. */
  readonly positional: ReadonlyMap<number, readonly { readonly schema: Node; readonly reasons: Reasons }[]>
  readonly trailing: readonly { readonly from: number; readonly schema: Node; readonly reasons: Reasons }[]
  readonly counters: readonly Counter[]
  shortest: number
  longest: number
  isUnique: boolean
  isRepeating: boolean
  lengthReasons: Reasons
  readonly reasons: Reasons
  /** From this index on all positions are alike. */
  readonly alike: number
}

/** What one element may be: the sets it has to be in, and the counters it moves. */
interface Choice {
  readonly sets: readonly Node[]
  readonly counts: readonly number[]
  readonly key: string
}

interface Partial {
  readonly length: number
  readonly counts: readonly number[]
  readonly chosen: readonly Choice[]
}

/** A longer witness helps nobody. */
const maxWitnessLength = 3_000
const maxCounters = 7
const maxPartials = 2_500

/**
 * An array, position by position. At each position an element takes one of the combinations of counted sets that can
 * occur there; only how far the counters have come is remembered. Distinct elements are assigned by matching, since
 * a finite domain may run out; for a repeated one each pair of positions is tried.
 */
export function findArray(constraints: readonly Constraint[], prover: Prover): Outcome {
  const demands = gather(constraints)
  if (demands.shortest > demands.longest) return empty(demands.lengthReasons)
  if (demands.isUnique && demands.isRepeating) return empty(demands.reasons)
  const plain = findPlain(demands, prover)
  const isPlain =
    demands.counters.length === 0 && !demands.isRepeating && (!demands.isUnique || demands.shortest < 2)
  if (isPlain || plain.kind === 'empty') return plain
  if (demands.counters.length > maxCounters)
    return { kind: 'unknown', reason: 'too large: too many kinds of elements are counted' }
  if (demands.shortest > maxWitnessLength) return tooLong
  if (!demands.isRepeating) return new ArraySearch(demands, prover).find(undefined)
  return findRepeating(demands, prover)
}

const tooLong: Outcome = { kind: 'unknown', reason: 'only an array too long to show differs' }

function gather(constraints: readonly Constraint[]): Demands {
  const positional = new Map<number, { schema: Node; reasons: Reasons }[]>()
  const trailing: { from: number; schema: Node; reasons: Reasons }[] = []
  const counters = new Map<string, Counter>()
  let [shortest, longest, isUnique, isRepeating, lengthReasons, alike] = [0, Infinity, false, false, 0n, 0]
  for (const { literal, reasons } of constraints) {
    switch (literal.kind) {
      case 'minItems':
        shortest = Math.max(shortest, literal.count)
        lengthReasons |= reasons
        break
      case 'maxItems':
        longest = Math.min(longest, literal.count)
        lengthReasons |= reasons
        break
      case 'item':
        positional.set(literal.index, [
          ...(positional.get(literal.index) ?? []),
          { schema: literal.schema, reasons },
        ])
        alike = Math.max(alike, literal.index + 1)
        break
      case 'items':
        trailing.push({ ...literal, reasons })
        alike = Math.max(alike, literal.from)
        break
      case 'atLeast':
      case 'atMost': {
        const key = `${literal.from} ${literal.schema.id}`
        const counter = counters.get(key) ?? {
          schema: literal.schema,
          from: literal.from,
          least: 0,
          most: Infinity,
        }
        if (literal.kind === 'atLeast') counter.least = Math.max(counter.least, literal.count)
        else counter.most = Math.min(counter.most, literal.count)
        counters.set(key, counter)
        alike = Math.max(alike, literal.from)
        break
      }
      case 'unique':
        if (literal.not) isRepeating = true
        else isUnique = true
        break
      default:
      // Says nothing of arrays.
    }
  }
  return {
    positional,
    trailing,
    counters: [...counters.values()],
    shortest,
    longest,
    isUnique,
    isRepeating,
    lengthReasons,
    reasons: reasonsOf(constraints),
    alike,
  }
}

/** The sets an element at this position has to be in, and why. */
function baseAt(position: number, { positional, trailing }: Demands): { sets: Node[]; reasons: Reasons } {
  const rules = [...(positional.get(position) ?? []), ...trailing.filter(({ from }) => from <= position)]
  return {
    sets: rules.map(({ schema }) => schema),
    reasons: rules.reduce((all, { reasons }) => all | reasons, 0n),
  }
}

/** Without counting and comparing: the shortest array. What is empty already here is empty for few reasons. */
function findPlain(demands: Demands, prover: Prover): Outcome {
  const { shortest, alike, lengthReasons } = demands
  const value: Json[] = []
  let unknown: Outcome | undefined
  for (let position = 0; position < Math.min(shortest, alike + 1); position += 1) {
    prover.spend()
    const { sets, reasons } = baseAt(position, demands)
    const outcome = prover.find(sets)
    if (outcome.kind === 'empty') return empty(reasons, lengthReasons)
    if (outcome.kind === 'unknown') unknown = outcome
    else value.push(outcome.value)
  }
  if (unknown !== undefined) return unknown
  if (shortest > maxWitnessLength) return tooLong
  const last = value[value.length - 1] as Json
  while (value.length < shortest) value.push(last)
  return { kind: 'value', value }
}

function findRepeating(demands: Demands, prover: Prover): Outcome {
  let unknown: Outcome | undefined
  // Positions from `alike` on are interchangeable, so the equal pair is among the first two of them or before.
  for (let second = 1; second <= demands.alike + 1; second += 1) {
    for (let first = 0; first < second; first += 1) {
      const outcome = new ArraySearch(demands, prover).find([first, second])
      if (outcome.kind === 'value') return outcome
      if (outcome.kind === 'unknown') unknown = outcome
    }
  }
  return unknown ?? empty(demands.reasons)
}

class ArraySearch {
  private readonly choices = new Map<string, Choice[]>()
  private unknown: string | undefined

  constructor(
    private readonly demands: Demands,
    private readonly prover: Prover,
  ) {}

  /** Breadth first; `pair`: two positions with the same value. */
  find(pair: readonly [number, number] | undefined): Outcome {
    const { demands, prover } = this
    let open: Partial[] = [{ length: 0, counts: demands.counters.map(() => 0), chosen: [] }]
    const seen = new Set<string>()
    for (let partials = 0; open.length > 0;) {
      const next: Partial[] = []
      for (const partial of open) {
        prover.spend(2)
        if ((partials += 1) > maxPartials)
          return { kind: 'unknown', reason: 'too large: too many arrays to tell apart' }
        if (this.isEnough(partial, pair)) {
          const value = this.spell(partial, pair)
          if (value !== undefined) return { kind: 'value', value }
          continue
        }
        if (partial.length >= demands.longest) continue
        for (const longer of this.extensions(partial, pair)) {
          const key = this.key(longer, pair)
          if (seen.has(key)) continue
          seen.add(key)
          next.push(longer)
        }
      }
      open = next
    }
    return this.unknown === undefined ? empty(demands.reasons) : { kind: 'unknown', reason: this.unknown }
  }

  private isEnough({ length, counts }: Partial, pair: readonly [number, number] | undefined): boolean {
    const { shortest, counters } = this.demands
    if (length < shortest || (pair !== undefined && length <= pair[1])) return false
    return counters.every(({ least }, index) => (counts[index] ?? 0) >= least)
  }

  private extensions(partial: Partial, pair: readonly [number, number] | undefined): Partial[] {
    const { alike, counters, shortest } = this.demands
    const position = partial.length
    const forced = pair?.[1] === position ? partial.chosen[pair[0]] : undefined
    const options = forced === undefined ? this.choicesAt(position, pair) : [forced]
    return options.flatMap((choice) => {
      const counts = counters.map(({ from, least, most }, index) => {
        const count =
          (partial.counts[index] ?? 0) + (from <= position && choice.counts.includes(index) ? 1 : 0)
        return most === Infinity ? Math.min(count, least) : count
      })
      if (counts.some((count, index) => count > (counters[index]?.most ?? 0))) return []
      // Past the special positions an element that brings nothing nearer can be left out.
      const isIdle = counts.every((count, index) => count === partial.counts[index])
      const isNeeded = position < Math.max(alike, shortest) || (pair !== undefined && position <= pair[1])
      if (isIdle && !isNeeded) return []
      this.prover.spend(position >> 5)
      return [{ length: position + 1, counts, chosen: [...partial.chosen, choice] }]
    })
  }

  /** What has to be the same for two beginnings to have the same continuations. */
  private key({ length, counts, chosen }: Partial, pair: readonly [number, number] | undefined): string {
    const { alike, shortest, isUnique } = this.demands
    const progress = `${Math.min(length, Math.max(alike, shortest, (pair?.[1] ?? -1) + 1))} ${counts.join(' ')}`
    if (pair !== undefined && length > pair[0] && length <= pair[1])
      return `${progress} ${chosen[pair[0]]?.key ?? ''}`
    if (!isUnique) return progress
    const keys = chosen.map(({ key }) => key)
    this.prover.spend(1 + (keys.length >> 1))
    return `${progress} ${keys.slice(0, alike).join(';')} ${keys.slice(alike).sort().join(';')}`
  }

  /**
   * The combinations that can occur at a position. A counter with a lower bound only is moved by elements in its set
   * and by no others need be known; one with an upper bound only is left alone by elements outside its set.
   */
  private choicesAt(position: number, pair: readonly [number, number] | undefined): Choice[] {
    const isPair = pair?.[0] === position
    const end = isPair ? pair[1] : position
    const sets = [...baseAt(position, this.demands).sets, ...(isPair ? baseAt(end, this.demands).sets : [])]
    const active = this.demands.counters.flatMap(({ from }, index) => (from <= end ? [index] : []))
    const key = `${sets.map(({ id }) => id).join(' ')} ${active.join(' ')}`
    const known = this.choices.get(key)
    if (known !== undefined) return known
    let open: Choice[] = [{ sets, counts: [], key: '' }]
    for (const index of active) open = open.flatMap((choice) => this.split(choice, index))
    const possible = open.filter((choice) => this.isPossible(choice))
    const named = possible.map((choice) => ({ ...choice, key: `${key}/${choice.counts.join(' ')}` }))
    this.choices.set(key, named)
    return named
  }

  private split(choice: Choice, index: number): Choice[] {
    const counter = this.demands.counters[index]
    if (counter === undefined) return [choice]
    const { schema, least, most } = counter
    const outside = most === Infinity ? [] : [this.prover.negation(schema)]
    const inside = least === 0 ? [] : [schema]
    return [
      { ...choice, sets: [...choice.sets, ...outside] },
      { ...choice, sets: [...choice.sets, ...inside], counts: [...choice.counts, index] },
    ]
  }

  private isPossible({ sets }: Choice): boolean {
    const outcome = this.prover.find(sets)
    if (outcome.kind === 'unknown') this.unknown = outcome.reason
    return outcome.kind === 'value'
  }

  private spell({ chosen }: Partial, pair: readonly [number, number] | undefined): Json[] | undefined {
    if (this.demands.isUnique) return this.distinct(chosen)
    const values = chosen.map(({ sets }) => {
      const outcome = this.prover.find(sets)
      return outcome.kind === 'value' ? outcome.value : null
    })
    if (pair !== undefined) values[pair[1]] = values[pair[0]] as Json
    return values
  }

  private distinct(chosen: readonly Choice[]): Json[] | undefined {
    const listed = new Map<string, Json[]>()
    for (const { sets, key } of chosen) {
      if (listed.has(key)) continue
      const { values, rest } = this.prover.findMany(sets, chosen.length)
      if (rest === 'unknown') this.unknown = 'distinct elements could not be listed'
      listed.set(key, values)
    }
    const candidates = chosen.map(({ key }) => listed.get(key) ?? [])
    return match(candidates, canonical, (steps) => this.prover.spend(steps))
  }
}
