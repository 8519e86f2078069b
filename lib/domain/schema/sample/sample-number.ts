import type { MergedNode } from '../merged-node'

/** A number within the bounds and of the multiple asked for: 1 where nothing speaks against it. */
export function sampleNumber(node: MergedNode, isInteger: boolean, salt: number): number {
  const { lower, upper, above, below, step } = boundsOf(node, isInteger)
  const wanted = 1 + salt
  if (step === undefined) {
    const inside = (value: number) =>
      (above ? value > lower : value >= lower) && (below ? value < upper : value <= upper)
    const near = [
      wanted,
      lower,
      lower + 1 + salt,
      upper,
      upper - 1 - salt,
      (lower + upper) / 2,
      lower + 0.001 * (1 + salt),
    ]
    return near.find((value) => Number.isFinite(value) && inside(value)) ?? 0
  }
  const least = Math.ceil(lower / step) * step
  const first = above && least === lower ? least + step : least
  const start = Number.isFinite(first)
    ? Math.max(first, tidy(Math.ceil(wanted / step) * step))
    : wanted * step
  const most =
    below && Math.floor(upper / step) * step === upper ? upper - step : Math.floor(upper / step) * step
  const value = tidy(Math.min(start, Number.isFinite(most) ? most : start))
  return Object.is(value, -0) ? 0 : value
}

interface Bounds {
  lower: number
  upper: number
  above: boolean
  below: boolean
  step: number | undefined
}

function boundsOf(node: MergedNode, isInteger: boolean): Bounds {
  const bounds: Bounds = {
    lower: -Infinity,
    upper: Infinity,
    above: false,
    below: false,
    step: isInteger ? 1 : undefined,
  }
  const raise = (value: number, above: boolean) => {
    if (value > bounds.lower || (value === bounds.lower && above))
      Object.assign(bounds, { lower: value, above })
  }
  const lower = (value: number, below: boolean) => {
    if (value < bounds.upper || (value === bounds.upper && below))
      Object.assign(bounds, { upper: value, below })
  }
  for (const { schema } of node.parts) {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
    if (typeof minimum === 'number') raise(minimum, exclusiveMinimum === true)
    if (typeof exclusiveMinimum === 'number') raise(exclusiveMinimum, true)
    if (typeof maximum === 'number') lower(maximum, exclusiveMaximum === true)
    if (typeof exclusiveMaximum === 'number') lower(exclusiveMaximum, true)
    if (typeof multipleOf === 'number' && multipleOf > 0) {
      bounds.step = bounds.step === undefined ? multipleOf : commonMultiple(bounds.step, multipleOf)
    }
  }
  return bounds
}

/** The least number that both divide, searched for a short while; both are usually 1, 0.01 or the like. */
function commonMultiple(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a]
  for (let factor = 1; factor <= 1_000; factor++) {
    const candidate = tidy(large * factor)
    const times = candidate / small
    if (Math.abs(times - Math.round(times)) < 1e-9) return candidate
  }
  return large
}

/** Takes the dust of binary fractions off: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(15))
}
