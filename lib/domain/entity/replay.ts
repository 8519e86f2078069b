import {
  NO_NUMBERS,
  numbersWithin,
  readExact,
  type ExactJson,
  type ExactNumbers,
} from '../json/exact-numbers'
import type { Json } from '../json/json'
import { applyDifferences, type Difference } from './difference'

/** The states that the steps of a history lead to, one a step; the first step is from nothing. */
export function statesOf(steps: readonly { readonly differences: readonly Difference[] }[]): ExactJson[] {
  let state: Json | undefined
  let numbers = NO_NUMBERS
  return steps.map(({ differences }) => {
    state = applyDifferences(state, differences)
    numbers = applyToNumbers(numbers, differences)
    return { value: state ?? null, numbers }
  })
}

function applyToNumbers(numbers: ExactNumbers, differences: readonly Difference[]): ExactNumbers {
  if (numbers.size === 0 && differences.every(({ after_text }) => after_text === undefined)) return numbers
  const changed = new Map(numbers)
  for (const { pointer, after_text } of differences) {
    for (const place of numbersWithin(changed, pointer).keys()) changed.delete(pointer + place)
    if (after_text === undefined) continue
    for (const [place, written] of readExact(after_text).numbers) changed.set(pointer + place, written)
  }
  return changed
}
