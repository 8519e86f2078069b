import 'server-only'
import type { EntityHistory } from '@/lib/contracts/entity'
import type { Violation } from '@/lib/contracts/problem-details'
import { entityFindings, erasedFindings } from '@/lib/domain/entity/entity-findings'
import { entityHistory, stateAt, type EntityEvent, type EntityStep } from '@/lib/domain/entity/entity-history'
import { isKeyName } from '@/lib/domain/envelope/scan'
import { NO_NUMBERS, readExact } from '@/lib/domain/json/exact-numbers'
import type { Json } from '@/lib/domain/json/json'
import { pointerTokens } from '@/lib/domain/json/pointer'
import type { MaskedText } from '@/lib/domain/masking/mask-text'
import { coverDifferences, type Shown } from '@/lib/domain/masking/cover'
import { readKeyChains } from '@/lib/server/stores/chain-store'
import {
  readEntityEvents,
  readEntityEventsIn,
  type EntityEventPlace,
  type EntityEventRow,
} from '@/lib/server/stores/entity-event-store'
import { instantOf } from '@/lib/server/stores/event-summary'
import { readRetainedSince } from '@/lib/server/stores/retention-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { findEntityFamily, keyOf, operationOf, type EntityFamily } from './entity-family'
import {
  coverProblems,
  eventMasks,
  MOST_MASKED,
  type EventMasks,
} from '@/lib/server/services/event/event-masks'
import { listEvents } from '@/lib/server/services/event/list-events'
import { problem } from '@/lib/server/services/problem'

/** Chains looked into for the key, as the list of events does. */
const MAX_CHAINS = 10_000
/** Steps of a history that are given out: the latest ones. */
const MAX_STEPS = 1_000
/** CUD events read of the key's chains; those about others of the entity are among them. */
const MAX_READ = 10_000
/** Events looked through for a key that receiving does not index, in pages. */
const MAX_LOOKED_THROUGH = 50_000
const STRIDE = 1_000
/** Domain events beside the history. */
const DEFAULT_PAGE = 50

interface Query {
  at?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

type EntityEventOnRecord = EntityEvent & {
  readonly producer: string | null
  /** As it is shown. */
  readonly shown: MaskedText
}

/**
 * One entity by its key: the state at a moment, how it came to it, what is wrong, and the domain events about it.
 * @throws Problem `entity-not-found`, also where no event of the entity has the key
 */
export async function getEntityHistory(
  actor: Actor,
  { entity, key, query }: { entity: string; key: string; query: Query },
): Promise<EntityHistory> {
  authorize(actor, 'read')
  // First, since it says whether the cursor is one.
  const domainEvents = await listEvents(actor, {
    query: { key, kind: 'domain', cursor: query.cursor, limit: query.limit ?? DEFAULT_PAGE },
  })
  const family = await findEntityFamily(entity)
  const [{ events, erased, place, truncated }, retained_since] = await Promise.all([
    readHistory(actor, family, key),
    readRetainedSince(),
  ])
  if (events.length === 0)
    throw problem(
      'entity-not-found',
      `No event says anything of ${entity} "${key}". The key is looked for at ${family.places.join(', ')}.`,
    )
  const steps = entityHistory(events)
  const state = stateAt(steps, query.at === undefined ? undefined : endOfMillisecond(query.at))
  const shown = steps.slice(-MAX_STEPS)
  const cut = truncated || shown.length < steps.length
  // The first difference is from nothing, so that the differences alone give every state.
  const history = cut ? entityHistory(shown.map(({ event }) => event)) : steps
  const states = history.map(({ event }) => shownOf(event))
  return {
    entity,
    key,
    key_place: place,
    state: state && {
      exists: state.exists,
      event_id: state.event.event_id,
      created_at: instantOf(state.event.created_at),
      data: JSON.parse(state.event.shown.text) as Json,
      data_text: state.event.shown.text,
      masked: state.event.shown.masked.slice(0, MOST_MASKED),
    },
    history: history.map(({ event, differences }, i) => ({
      event_id: event.event_id,
      type: event.type,
      version: event.version,
      operation: event.operation,
      producer: event.producer,
      created_at: instantOf(event.created_at),
      received_at: instantOf(event.received_at),
      differences: coverDifferences(differences, states[i - 1] ?? NOT_THERE, states[i]!),
    })),
    truncated: cut,
    retained_since,
    // What came before the cut, or is past retention, may have created it.
    findings: [
      ...entityFindings(seenSteps(history, states)).filter(
        ({ rule }) => rule !== 'never-created' || (!cut && retained_since === null),
      ),
      ...erasedFindings(erased),
    ],
    domain_events: domainEvents,
  }
}

interface Found {
  events: EntityEventOnRecord[]
  /** Ids of events in the key's chains that no longer say what they were about. */
  erased: string[]
  /** Where the latest one has the key. */
  place: string
  truncated: boolean
}

/** The CUD events about one of an entity, in no order. */
async function readHistory(actor: Actor, family: EntityFamily, key: string): Promise<Found> {
  const indexed = await readByKey(key, family)
  const unindexed = family.places.some((place) => !isKeyName(pointerTokens(place).at(-1)!))
  const others = unindexed ? await lookThrough(actor, key, family) : { rows: [], truncated: false }
  const rows = new Map([...indexed.rows, ...others.rows].map((row) => [row.event_id, row]))
  const masks = await eventMasks(actor, rows.values())
  const found = [...rows.values()].flatMap((row) => toEvent(masks, family, key, row))
  const latest = found.reduce<(typeof found)[number] | undefined>(
    (last, each) => (last && last.event.created_at >= each.event.created_at ? last : each),
    undefined,
  )
  return {
    events: found.map(({ event }) => event),
    erased: indexed.rows.filter(({ data }) => data === null).map(({ event_id }) => event_id),
    place: latest?.place ?? '',
    truncated: indexed.truncated || others.truncated,
  }
}

/** The index knows which chains carry the key; which of their events are about it, their bodies tell. */
async function readByKey(key: string, { typeNames }: EntityFamily) {
  const chains = await readKeyChains(`k${key}`, MAX_CHAINS)
  const rows = await readEntityEventsIn(chains, typeNames, MAX_READ)
  return { rows, truncated: chains.length === MAX_CHAINS || rows.length === MAX_READ }
}

/** A key that is marked but not called an id is not indexed: the entity's latest events are looked through. */
async function lookThrough(actor: Actor, key: string, family: EntityFamily) {
  const found: EntityEventRow[] = []
  let after: EntityEventPlace | undefined
  for (let looked = 0; looked < MAX_LOOKED_THROUGH; looked += STRIDE) {
    const rows = await readEntityEvents(family.ranked, { after, limit: STRIDE })
    const masks = await eventMasks(actor, rows)
    found.push(
      ...rows.filter(
        (row) => row.data !== null && keyOf(family, masks.withoutSensitive(row, row.data))?.key === key,
      ),
    )
    after = rows.at(-1)
    if (rows.length < STRIDE) return { rows: found, truncated: false }
  }
  return { rows: found, truncated: true }
}

/** None where the event is about another one. */
function toEvent(
  masks: EventMasks,
  family: EntityFamily,
  key: string,
  row: EntityEventRow,
): { event: EntityEventOnRecord; place: string }[] {
  if (row.data === null) return []
  const found = keyOf(family, masks.withoutSensitive(row, row.data))
  if (found?.key !== key) return []
  const { data, problems, ...told } = row
  const shown = masks.data(row, data)
  const operation = operationOf(family, row.type)
  const missing = missingIn(coverProblems(problems ?? [], shown))
  const { value, numbers } = readExact(data)
  const event = { ...told, operation, data: value, numbers, shown, missing }
  return [{ event, place: found.place }]
}

/** Events are told to the millisecond: asked for the one of an event, one sees what it did. In microseconds. */
function endOfMillisecond(instant: string): number {
  return Date.parse(instant) * 1_000 + 999
}

const NOT_THERE: Shown = { value: undefined, masked: [], numbers: NO_NUMBERS }

/** Findings quote what they find: they look at what is shown. */
function seenSteps(history: readonly EntityStep[], states: readonly Shown[]): EntityStep[] {
  return history.map((step, i) => {
    const { value, numbers } = states[i]!
    return { ...step, event: { ...step.event, data: value!, numbers } }
  })
}

function shownOf({ shown }: EntityEventOnRecord): Shown {
  return { ...readExact(shown.text), masked: shown.masked }
}

/** What validation missed, as pointers into the data; it points into the envelope. */
function missingIn(problems: readonly Violation[]): string[] {
  return problems
    .filter(({ code }) => code === 'required')
    .map(({ pointer }) => pointer.replace(/^\/(data|payload)/, ''))
}
