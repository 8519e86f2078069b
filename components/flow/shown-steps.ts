import type { FlowEdge } from '@/lib/contracts/flow'
import { count } from './numbers'
import { sortEdges } from './sort-edges'

/** The most frequent steps; all of them where `most` is 0. */
export function topSteps(edges: readonly FlowEdge[], most: number): readonly FlowEdge[] {
  return most === 0 ? edges : sortEdges(edges, 'count', true).slice(0, most)
}

/** What is shown of the steps that pass the filter by name, and these of all there are. */
export function shownText(shown: number, matching: number, all: number): string {
  if (shown < matching)
    return `The ${count(shown)} most frequent of ${count(matching)} steps; ${count(matching - shown)} more are hidden.`
  return matching < all
    ? `${count(matching)} of ${count(all)} steps.`
    : `${count(all)} ${all === 1 ? 'step' : 'steps'}.`
}
