import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  fromNumber,
  isMultiple,
  leastCommonMultiple,
  multiply,
  rational,
  rationalKey,
  toNumber,
  type Rational,
} from '../algebra/rational'
import { empty, reasonsOf, type Constraint, type Outcome } from './constraint'

interface Bound {
  readonly value: Rational
  readonly strict: boolean
}

interface Demands {
  lower?: Bound
  upper?: Bound
  /** The least common multiple of all `multipleOf`. */
  step?: Rational
  allowed?: ReadonlyMap<string, Rational>
  readonly forbidden: Map<string, Rational>
  readonly forbiddenSteps: Rational[]
}

/** Candidates tried where a range holds more than can be listed. A pattern of forbidden multiples that long does not occur. */
const maxCandidates = 20_000
/** Multiples of more digits than this are beyond any double. */
const maxBits = 1100

/** A number within the bounds, on the grid of the multiples, off the forbidden grids and values: exact throughout. */
export function findNumber(constraints: readonly Constraint[], spend: (steps?: number) => void): Outcome {
  const demands = gather(constraints)
  const reasons = reasonsOf(constraints)
  const { lower, upper } = demands
  if (lower !== undefined && upper !== undefined) {
    const order = compare(lower.value, upper.value)
    if (order > 0 || (order === 0 && (lower.strict || upper.strict))) return empty(reasons)
  }
  if (demands.allowed !== undefined) {
    spend(demands.allowed.size * (1 + demands.forbiddenSteps.length))
    const fitting = [...demands.allowed.values()].filter((value) => isFitting(value, demands))
    return fitting.length === 0 ? empty(reasons) : spoken(fitting)
  }
  return demands.step === undefined
    ? findOffGrid(demands, reasons, spend)
    : findOnGrid(demands, demands.step, reasons, spend)
}

function gather(constraints: readonly Constraint[]): Demands {
  const demands: Demands = { forbidden: new Map(), forbiddenSteps: [] }
  for (const { literal } of constraints) {
    switch (literal.kind) {
      case 'minimum':
        if (demands.lower === undefined || isTighter(compare(literal.value, demands.lower.value), literal))
          demands.lower = literal
        break
      case 'maximum':
        if (demands.upper === undefined || isTighter(compare(demands.upper.value, literal.value), literal))
          demands.upper = literal
        break
      case 'multiple':
        if (literal.not) demands.forbiddenSteps.push(literal.of)
        else
          demands.step =
            demands.step === undefined ? literal.of : leastCommonMultiple(demands.step, literal.of)
        break
      case 'numbers':
        if (literal.not) for (const [key, value] of literal.values) demands.forbidden.set(key, value)
        else
          demands.allowed =
            demands.allowed === undefined ? literal.values : both(demands.allowed, literal.values)
        break
      default:
      // Says nothing of numbers.
    }
  }
  return demands
}

function isTighter(order: number, bound: Bound): boolean {
  return order > 0 || (order === 0 && bound.strict)
}

function both(
  a: ReadonlyMap<string, Rational>,
  b: ReadonlyMap<string, Rational>,
): ReadonlyMap<string, Rational> {
  return new Map([...a].filter(([key]) => b.has(key)))
}

function isFitting(value: Rational, { lower, upper, step, forbidden, forbiddenSteps }: Demands): boolean {
  if (lower !== undefined && compare(value, lower.value) < (lower.strict ? 1 : 0)) return false
  if (upper !== undefined && compare(upper.value, value) < (upper.strict ? 1 : 0)) return false
  if (step !== undefined && !isMultiple(value, step)) return false
  return !forbidden.has(rationalKey(value)) && !forbiddenSteps.some((each) => isMultiple(value, each))
}

/** The first of the values that a double can say. */
function spoken(values: readonly Rational[]): Outcome {
  for (const value of values) {
    const number = toNumber(value)
    if (number !== undefined) return { kind: 'value', value: number }
  }
  return { kind: 'unknown', reason: 'the numbers that differ are beyond double precision' }
}

function findOnGrid(
  demands: Demands,
  step: Rational,
  reasons: bigint,
  spend: (steps?: number) => void,
): Outcome {
  const { lower, upper } = demands
  const first = lower === undefined ? undefined : firstMultiple(lower, step)
  const last = upper === undefined ? undefined : lastMultiple(upper, step)
  if (first !== undefined && last !== undefined && first > last) return empty(reasons)
  // Forbidding the multiples of m forbids every q-th multiple of the step, step/m being p/q: all of them if q is 1.
  const periods = demands.forbiddenSteps.map((each) => divide(step, each).denominator)
  if (periods.includes(1n)) return empty(reasons)
  const values: Rational[] = []
  let tried = 0
  for (const factor of nearZero(first, last)) {
    if ((tried += 1) > maxCandidates) break
    const value = multiply(step, rational(factor))
    const bits = bitsOf(value)
    // A greatest common divisor takes about a step for each few bits.
    spend(1 + ((1 + demands.forbiddenSteps.length) * bits) / 32)
    if (bits > maxBits) break
    if (!isFitting(value, demands)) continue
    values.push(value)
    if (toNumber(value) !== undefined) return spoken(values)
  }
  const isAll = first !== undefined && last !== undefined && last - first < BigInt(tried)
  return values.length === 0 && isAll
    ? empty(reasons)
    : { kind: 'unknown', reason: 'no number was found within the bounds that a double can say' }
}

function bitsOf({ numerator, denominator }: Rational): number {
  return 4 * (numerator.toString(16).length + denominator.toString(16).length)
}

function firstMultiple({ value, strict }: Bound, step: Rational): bigint {
  const quotient = divide(value, step)
  return strict ? floor(quotient) + 1n : ceiling(quotient)
}

function lastMultiple({ value, strict }: Bound, step: Rational): bigint {
  const quotient = divide(value, step)
  return strict ? ceiling(quotient) - 1n : floor(quotient)
}

/** The whole numbers of a range, those near zero first. */
function* nearZero(first: bigint | undefined, last: bigint | undefined): Generator<bigint> {
  if (first !== undefined && first >= 0n) {
    for (let factor = first; last === undefined || factor <= last; factor += 1n) yield factor
    return
  }
  if (last !== undefined && last <= 0n) {
    for (let factor = last; first === undefined || factor >= first; factor -= 1n) yield factor
    return
  }
  yield 0n
  for (let size = 1n; ; size += 1n) {
    const [up, down] = [last === undefined || size <= last, first === undefined || -size >= first]
    if (up) yield size
    if (down) yield -size
    if (!up && !down) return
  }
}

/** Without a grid an open range always holds a number off finitely many values and discrete grids. */
function findOffGrid(demands: Demands, reasons: bigint, spend: (steps?: number) => void): Outcome {
  const { lower, upper } = demands
  if (lower !== undefined && upper !== undefined && compare(lower.value, upper.value) === 0) {
    return isFitting(lower.value, demands) ? spoken([lower.value]) : empty(reasons)
  }
  for (const value of candidates(lower, upper)) {
    spend(1 + ((1 + demands.forbiddenSteps.length) * bitsOf(value)) / 32)
    if (isFitting(value, demands) && toNumber(value) !== undefined) return spoken([value])
  }
  return { kind: 'unknown', reason: 'the numbers that differ are beyond double precision' }
}

function* candidates(lower: Bound | undefined, upper: Bound | undefined): Generator<Rational> {
  const from = lower?.value ?? (upper === undefined ? rational(0n) : add(upper.value, rational(-1000n)))
  const to = upper?.value ?? add(from, rational(1000n))
  const whole = { first: ceiling(from), last: floor(to) }
  if (whole.first <= 0n && whole.last >= 0n) yield rational(0n)
  for (let offset = 0n; offset < 300n && whole.first + offset <= whole.last; offset += 1n)
    yield rational(whole.first + offset)
  for (let offset = 0n; offset < 300n && whole.last - offset >= whole.first; offset += 1n)
    yield rational(whole.last - offset)
  yield from
  yield to
  // Then finer and finer decimals inside the range.
  for (const parts of [2n, 3n, 4n, 7n, 10n, 13n, 100n, 101n, 1000n, 9973n, 100_000n]) {
    for (let part = 1n; part < parts && part < 40n; part += 1n) {
      const inside = add(from, multiply(add(to, multiply(from, rational(-1n))), rational(part, parts)))
      yield inside
      const rounded = toNearestDouble(inside)
      if (rounded !== undefined) yield rounded
    }
  }
}

function toNearestDouble(value: Rational): Rational | undefined {
  const number = Number(value.numerator) / Number(value.denominator)
  return Number.isFinite(number) ? fromNumber(number) : undefined
}
