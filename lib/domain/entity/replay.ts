import type { Json } from '../json/json'
import { applyDifferences, type Difference } from './difference'

/** The states that the steps of a history lead to, one a step; the first step is from nothing. */
export function statesOf(steps: readonly { readonly differences: readonly Difference[] }[]): Json[] {
  let state: Json | undefined
  return steps.map(({ differences }) => (state = applyDifferences(state, differences)) ?? null)
}
