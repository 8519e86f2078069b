import { revisionsIn, type EntityEvent } from './entity-history'
import type { RevisionName } from './revisions'

/** With fewer steps by one, nothing says that an entity counts its changes one by one. */
const LEAST_STEPS = 3
/** For each gap at least so many steps by one: where more numbers are left out, they are, without any event being lost. */
const STEPS_A_GAP = 3

/** Numbers that no event of an entity has, between two that events have. */
export interface SkippedRevisions {
  readonly name: RevisionName
  readonly from: bigint
  readonly to: bigint
}

/**
 * Which numbers of a `version` or `revision` no event has, by the event that has the next one: 5 where events have 1, 2,
 * 3, 4 and 6, in whatever order they came. Only of an entity that counts its changes one by one, which its events show:
 * at least three steps by one, and at least three for each gap. So moments as numbers, counters that other changes share
 * and versions of which most tell nobody have none. Not told is what lies before the first and behind the last number.
 * @param life events between one creation and the next
 */
export function skippedRevisions(
  life: readonly EntityEvent[],
  name: RevisionName,
): Map<EntityEvent, SkippedRevisions> {
  const firstWith = new Map<bigint, EntityEvent>()
  for (const event of life) {
    const revision = revisionsIn(event).get(name)
    if (revision !== undefined && !firstWith.has(revision)) firstWith.set(revision, event)
  }
  const numbers = [...firstWith.keys()].sort((a, b) => (a < b ? -1 : 1))
  const skipped = new Map<EntityEvent, SkippedRevisions>()
  numbers.forEach((number, i) => {
    const before = numbers[i - 1]
    if (before !== undefined && number - before > 1n)
      skipped.set(firstWith.get(number)!, { name, from: before + 1n, to: number - 1n })
  })
  const steps = numbers.length - 1 - skipped.size
  return steps >= Math.max(LEAST_STEPS, STEPS_A_GAP * skipped.size)
    ? skipped
    : new Map<EntityEvent, SkippedRevisions>()
}
