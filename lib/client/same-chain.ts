import type { ChainColumns } from '@/lib/contracts/chain-columns'

/**
 * The chain that is on the screen where nothing about it changed, so that 100,000 rows are not laid out again. A stored
 * event never changes; what stands beside it may.
 */
export function sameOrNew(before: ChainColumns | undefined, after: ChainColumns): ChainColumns {
  const same =
    before !== undefined &&
    before.event_ids === after.event_ids &&
    equal(before.member_states, after.member_states) &&
    equal(before.parents, after.parents) &&
    rest(before) === rest(after)
  return same ? before : after
}

function equal(before: readonly number[], after: readonly number[]): boolean {
  return before.every((value, index) => value === after[index])
}

function rest({ states, deliveries, missing, large_traces, truncated }: ChainColumns): string {
  return JSON.stringify([states, deliveries, missing, large_traces, truncated])
}
