/** Exact fractions. Every JSON number is one, so bounds and `multipleOf` never meet rounding. */
export interface Rational {
  readonly numerator: bigint
  /** Always positive, and without a common divisor with the numerator. */
  readonly denominator: bigint
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export function rational(numerator: bigint, denominator = 1n): Rational {
  const divisor = greatestDivisor(numerator, denominator) || 1n
  const sign = denominator < 0n ? -1n : 1n
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor }
}

const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

/** The decimal that JavaScript prints for the number is the number its author wrote. */
export function fromNumber(value: number): Rational {
  if (Number.isSafeInteger(value)) return { numerator: BigInt(value), denominator: 1n }
  const match = decimal.exec(String(value))
  if (match === null) throw new RangeError(`${value} is no JSON number`)
  const [, sign, whole = '0', fraction = '', exponent = '0'] = match
  const shift = Number(exponent) - fraction.length
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n)
  return shift >= 0 ? rational(digits * 10n ** BigInt(shift)) : rational(digits, 10n ** BigInt(-shift))
}

export const add = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator)
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator)

/** Negative, zero or positive, as `a` is below, at or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const isInteger = (a: Rational): boolean => a.denominator === 1n
export const isMultiple = (a: Rational, of: Rational): boolean =>
  (a.numerator * of.denominator) % (a.denominator * of.numerator) === 0n
export const rationalKey = (a: Rational): string => `${a.numerator}/${a.denominator}`

export function floor(a: Rational): bigint {
  const quotient = a.numerator / a.denominator
  return a.numerator < 0n && a.numerator % a.denominator !== 0n ? quotient - 1n : quotient
}

export function ceiling(a: Rational): bigint {
  return -floor({ numerator: -a.numerator, denominator: a.denominator })
}

/** The smallest positive number that is a multiple of both. */
export function leastCommonMultiple(a: Rational, b: Rational): Rational {
  const numerator = (a.numerator / greatestDivisor(a.numerator, b.numerator)) * b.numerator
  return rational(numerator < 0n ? -numerator : numerator, greatestDivisor(a.denominator, b.denominator))
}

/** The JSON number that is exactly this fraction, if a double can say it. */
export function toNumber(a: Rational): number | undefined {
  const value = a.denominator === 1n ? Number(a.numerator) : divideAsNumber(a)
  if (!Number.isFinite(value)) return undefined
  return compare(fromNumber(value), a) === 0 ? (Object.is(value, -0) ? 0 : value) : undefined
}

/** Through its decimal text, since numerator and denominator may each be beyond a double. */
function divideAsNumber(a: Rational): number {
  let [denominator, twos, fives] = [a.denominator, 0, 0]
  while (denominator % 2n === 0n) [denominator, twos] = [denominator / 2n, twos + 1]
  while (denominator % 5n === 0n) [denominator, fives] = [denominator / 5n, fives + 1]
  if (denominator !== 1n) return Number.NaN
  const places = Math.max(twos, fives)
  return Number(`${(a.numerator * 10n ** BigInt(places)) / a.denominator}e-${places}`)
}
