import { NO_NUMBERS, type ExactJson, type ExactNumbers } from '../json/exact-numbers'
import type { Json } from '../json/json'
import type { CudOperation } from '../naming/cud-name'
import { differencesBetween, type Difference } from './difference'

/** A CUD event of one entity. Times in microseconds since 1970. */
export interface EntityEvent {
  readonly event_id: string
  readonly type: string
  readonly version: string
  readonly operation: CudOperation
  readonly created_at: number
  readonly received_at: number
  /** The entity's full state. */
  readonly data: Json
  /** Those of its numbers that a double would round; absent where there are none. */
  readonly numbers?: ExactNumbers
  /** Pointers of required fields that its own schema misses in it. */
  readonly missing: readonly string[]
}

/** What one event did to the entity. */
export interface EntityStep<T extends EntityEvent = EntityEvent> {
  readonly event: T
  /** What differs from the state before; for the first event all of it, at the empty pointer. */
  readonly differences: readonly Difference[]
}

/** An entity at one moment: whether it existed, and what its last event said. */
export interface EntityState<T extends EntityEvent = EntityEvent> {
  readonly exists: boolean
  readonly event: T
}

const LIFE: readonly CudOperation[] = ['created', 'updated', 'deleted']

/** Where an operation stands in a life. */
export function rankOf(operation: CudOperation): number {
  return LIFE.indexOf(operation)
}

/**
 * In order of creation; of one moment, in order of arrival; of what came together as a life goes; else by id, so that
 * every order of reading gives one history. Where in its message an event stood is kept nowhere: one message has one
 * moment of arrival, and its events are stored in the order of their ids.
 */
export function inOrder<T extends EntityEvent>(events: readonly T[]): T[] {
  return [...events].sort(
    (a, b) =>
      a.created_at - b.created_at ||
      a.received_at - b.received_at ||
      rankOf(a.operation) - rankOf(b.operation) ||
      (a.event_id < b.event_id ? -1 : a.event_id > b.event_id ? 1 : 0),
  )
}

/** The history of one entity as a sequence of differences. */
export function entityHistory<T extends EntityEvent>(events: readonly T[]): EntityStep<T>[] {
  let before: ExactJson | undefined
  return inOrder(events).map((event) => {
    const after = { value: event.data, numbers: event.numbers ?? NO_NUMBERS }
    const differences = differencesBetween(before, after)
    before = after
    return { event, differences }
  })
}

/** The entity at a moment (the last one where it is left out); null where nothing had happened by then. */
export function stateAt<T extends EntityEvent>(
  steps: readonly EntityStep<T>[],
  at: number = Infinity,
): EntityState<T> | null {
  const event = steps.findLast((step) => step.event.created_at <= at)?.event
  return event ? { event, exists: event.operation !== 'deleted' } : null
}
