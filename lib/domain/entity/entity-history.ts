import { NO_NUMBERS, type ExactJson, type ExactNumbers } from '../json/exact-numbers'
import type { Json } from '../json/json'
import type { CudOperation } from '../naming/cud-name'
import { differencesBetween, type Difference } from './difference'
import { commonRevision, revisionsOf, type Revisions } from './revisions'

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

/** What tells where an event stands in a history. */
export type EntityMoment = Pick<EntityEvent, 'event_id' | 'operation' | 'created_at' | 'received_at'>

/**
 * In order of creation. Updates of one moment in the order of their revisions, where all of them tell one; else in order
 * of arrival, of what came together as a life goes, and then by revision; else by id, so that every order of reading gives
 * one history. Where in its message an event stood is kept nowhere: one message has one moment of arrival, and its events
 * are stored in the order of their ids.
 * @param revisions asked for what is not told apart otherwise
 */
export function inOrder<T extends EntityMoment>(
  events: readonly T[],
  revisions: (event: T) => Revisions,
): T[] {
  const sorted = [...events].sort(
    (a, b) =>
      a.created_at - b.created_at ||
      a.received_at - b.received_at ||
      rankOf(a.operation) - rankOf(b.operation) ||
      (a.event_id < b.event_id ? -1 : a.event_id > b.event_id ? 1 : 0),
  )
  return runsOf(sorted, isOfOneMoment).flatMap((moment) => {
    const areUpdates = moment.every(({ operation }) => operation === 'updated')
    return (
      (areUpdates && byRevision(moment, revisions)) ||
      runsOf(moment, isUntold).flatMap((run) => byRevision(run, revisions) ?? run)
    )
  })
}

function isOfOneMoment(a: EntityMoment, b: EntityMoment): boolean {
  return a.created_at === b.created_at
}

/** Whether neither their moments nor what they say happened tell which of two events was the later. */
export function isUntold(a: EntityMoment, b: EntityMoment): boolean {
  return isOfOneMoment(a, b) && a.received_at === b.received_at && a.operation === b.operation
}

/** The events by what they say of how often the entity was changed; null where one of them does not say it. */
function byRevision<T>(events: readonly T[], revisions: (event: T) => Revisions): readonly T[] | null {
  if (events.length < 2) return events
  const told = new Map(events.map((event) => [event, revisions(event)]))
  const name = commonRevision([...told.values()])
  if (name === undefined) return null
  const of = (event: T) => told.get(event)!.get(name)!
  return [...events].sort((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0))
}

/** Neighbours that are alike, together. */
function runsOf<T>(events: readonly T[], areAlike: (a: T, b: T) => boolean): T[][] {
  const runs: T[][] = []
  for (const event of events) {
    const run = runs.at(-1)
    if (run && areAlike(run[0]!, event)) run.push(event)
    else runs.push([event])
  }
  return runs
}

/** What an event's state says of how often its entity was changed. */
export function revisionsIn({ data, numbers = NO_NUMBERS }: EntityEvent): Revisions {
  return revisionsOf({ value: data, numbers })
}

/** The history of one entity as a sequence of differences. */
export function entityHistory<T extends EntityEvent>(events: readonly T[]): EntityStep<T>[] {
  let before: ExactJson | undefined
  return inOrder(events, revisionsIn).map((event) => {
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
