import { formatDuration } from '../chain-view/duration'
import { orderVersions } from '../versioning/label-order'
import { isUntold, revisionsIn, type EntityEvent, type EntityStep } from './entity-history'
import { commonRevision, REVISION_NAMES, type RevisionName } from './revisions'
import { skippedRevisions, type SkippedRevisions } from './skipped-revisions'

export type EntityFindingRule =
  | 'never-created'
  | 'created-twice'
  | 'after-deleted'
  | 'created-again'
  | 'state-incomplete'
  | 'state-erased'
  | 'version-back'
  | 'revision-back'
  | 'revision-skipped'
  | 'arrived-late'
  | 'order-unknown'

/** Something in an entity's history by which a copy of it may be wrong. */
export interface EntityFinding {
  readonly rule: EntityFindingRule
  readonly severity: 'error' | 'warning' | 'info'
  /** The event it is about. */
  readonly event_id: string
  /** A field of its data, where it is about one; else empty. */
  readonly pointer: string
  readonly message: string
}

/** Gaps and contradictions of a history, in its order. */
export function entityFindings(steps: readonly EntityStep[]): EntityFinding[] {
  const findings: EntityFinding[] = []
  const note = (
    rule: EntityFindingRule,
    severity: EntityFinding['severity'],
    event: EntityEvent,
    message: string,
    pointer = '',
  ) => findings.push({ rule, severity, event_id: event.event_id, pointer, message })
  const arrivals = earliestArrivals(steps)
  const versions = new Map<string, EntityEvent>()
  const revisions = new Map<RevisionName, bigint>()
  const skipped = skippedInLives(steps)
  let before: EntityEvent | undefined
  steps.forEach(({ event, differences }, i) => {
    const { operation } = event
    if (!before && operation !== 'created')
      note('never-created', 'warning', event, `It was ${operation}, but no event says that it was created.`)
    if (before && before.operation !== 'deleted' && operation === 'created')
      note('created-twice', 'error', event, 'It was created although it was there already.')
    if (before?.operation === 'deleted' && operation === 'created')
      note('created-again', 'info', event, 'It was created again after it had been deleted.')
    // Its successor counts anew.
    if (before?.operation === 'deleted' && operation === 'created') revisions.clear()
    if (before?.operation === 'deleted' && operation !== 'created')
      note('after-deleted', 'error', event, `It was ${operation} although it had been deleted.`)
    for (const pointer of event.missing)
      note(
        'state-incomplete',
        'error',
        event,
        `Its schema requires ${pointer}, and it is not there: a copy made of this state is incomplete.`,
        pointer,
      )
    const same = versions.get(event.type)
    if (same && isBefore(event.version, same.version))
      note(
        'version-back',
        'warning',
        event,
        `Its producer went back from version ${same.version} of the schema to ${event.version}.`,
      )
    versions.set(event.type, event)
    for (const [name, revision] of revisionsIn(event)) {
      const last = revisions.get(name)
      if (last !== undefined && revision < last)
        note(
          'revision-back',
          'warning',
          event,
          `Its ${name} went back from ${last} to ${revision}.`,
          `/${name}`,
        )
      revisions.set(name, revision)
    }
    for (const { name, from, to } of skipped.get(event) ?? [])
      note(
        'revision-skipped',
        'warning',
        event,
        from === to
          ? `No event says what its ${name} ${from} was: it may be lost, or still under way.`
          : `No event says what its ${name}s ${from} to ${to} were: they may be lost, or still under way.`,
        `/${name}`,
      )
    const overtaken = event.received_at - (arrivals[i + 1] ?? Infinity)
    if (overtaken > 0)
      note(
        'arrived-late',
        'warning',
        event,
        `It arrived ${formatDuration(overtaken / 1_000)} after an event that was created later: a copy that applies them as they come was wrong until then, or still is.`,
      )
    if (before && differences.length > 0 && isInDoubt(before, event))
      note(
        'order-unknown',
        'warning',
        event,
        `It is of the same moment as ${before.event_id}, came in the same message, and says something else: which of them was the later one, nothing tells. They stand in the order of their ids.`,
      )
    before = event
  })
  return findings
}

/** What its events skip, by event. What was created again after it had been deleted counts anew. */
function skippedInLives(steps: readonly EntityStep[]): Map<EntityEvent, SkippedRevisions[]> {
  const lives: EntityEvent[][] = [[]]
  let before: EntityEvent | undefined
  for (const { event } of steps) {
    if (before?.operation === 'deleted' && event.operation === 'created') lives.push([])
    lives.at(-1)!.push(event)
    before = event
  }
  const skipped = new Map<EntityEvent, SkippedRevisions[]>()
  for (const life of lives)
    for (const name of REVISION_NAMES)
      for (const [event, numbers] of skippedRevisions(life, name))
        skipped.set(event, [...(skipped.get(event) ?? []), numbers])
  return skipped
}

/** Events of the entity in its chains that were erased: whether they were about it, nobody can tell any more. */
export function erasedFindings(eventIds: readonly string[]): EntityFinding[] {
  return eventIds.map((event_id) => ({
    rule: 'state-erased',
    severity: 'info',
    event_id,
    pointer: '',
    message:
      'An event in one of its chains was erased. It may have been about it: then a state is missing here.',
  }))
}

/** By place: the earliest arrival of that step and of all after it. */
function earliestArrivals(steps: readonly EntityStep[]): number[] {
  const earliest: number[] = []
  for (let i = steps.length - 1; i >= 0; i--)
    earliest[i] = Math.min(steps[i]!.event.received_at, earliest[i + 1] ?? Infinity)
  return earliest
}

/** Labels without a known order are in none. */
function isBefore(label: string, other: string): boolean {
  if (label === other) return false
  // Published in the other order, so that only the labels' own order can turn them.
  return (
    orderVersions([
      { label: other, ordinal: 1 },
      { label, ordinal: 2 },
    ])[0]!.label === label
  )
}

/** Whether two neighbours might as well stand the other way round. */
function isInDoubt(before: EntityEvent, event: EntityEvent): boolean {
  if (!isUntold(before, event)) return false
  const [one, other] = [revisionsIn(before), revisionsIn(event)]
  const name = commonRevision([one, other])
  return name === undefined || one.get(name) === other.get(name)
}
