import 'server-only'
import type { EntityHistory } from '@/lib/contracts/entity'
import { entityFindings, erasedFindings } from '@/lib/domain/entity/entity-findings'
import { entityHistory, stateAt, type EntityEvent } from '@/lib/domain/entity/entity-history'
import { isKeyName } from '@/lib/domain/envelope/scan'
import type { Json } from '@/lib/domain/json/json'
import { pointerTokens } from '@/lib/domain/json/pointer'
import { readKeyChains } from '@/lib/server/stores/chain-store'
import {
  readEntityEvents,
  readEntityEventsIn,
  type EntityEventRow,
} from '@/lib/server/stores/entity-event-store'
import { instantOf } from '@/lib/server/stores/event-summary'
import { authorize, type Actor } from './actor'
import { findEntityFamily, keyOf, operationOf, type EntityFamily } from './entity-family'
import { listEvents } from './list-events'
import { problem } from './problem'

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

type EntityEventOnRecord = EntityEvent & { readonly producer: string | null; readonly text: string }

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
  const { events, erased, place, truncated } = await readHistory(family, key)
  if (events.length === 0)
    throw problem(
      'entity-not-found',
      `No event says anything of ${entity} "${key}". The key is looked for at ${family.places.join(', ')}.`,
    )
  const steps = entityHistory(events)
  const state = stateAt(steps, query.at === undefined ? undefined : Date.parse(query.at) * 1_000)
  const shown = steps.slice(-MAX_STEPS)
  const cut = truncated || shown.length < steps.length
  // The first difference is from nothing, so that the differences alone give every state.
  const history = cut ? entityHistory(shown.map(({ event }) => event)) : steps
  return {
    entity,
    key,
    key_place: place,
    state: state && {
      exists: state.exists,
      event_id: state.event.event_id,
      created_at: instantOf(state.event.created_at),
      data: state.event.data,
      data_text: state.event.text,
    },
    history: history.map(({ event, differences }) => ({
      event_id: event.event_id,
      type: event.type,
      version: event.version,
      operation: event.operation,
      producer: event.producer,
      created_at: instantOf(event.created_at),
      received_at: instantOf(event.received_at),
      differences: [...differences],
    })),
    truncated: cut,
    // What came before the cut may have created it.
    findings: [
      ...entityFindings(history).filter(({ rule }) => !cut || rule !== 'never-created'),
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
async function readHistory(family: EntityFamily, key: string): Promise<Found> {
  const indexed = await readByKey(key, family)
  const unindexed = family.places.some((place) => !isKeyName(pointerTokens(place).at(-1)!))
  const others = unindexed ? await lookThrough(key, family) : { rows: [], truncated: false }
  const rows = new Map([...indexed.rows, ...others.rows].map((row) => [row.event_id, row]))
  const found = [...rows.values()].flatMap((row) => toEvent(family, key, row))
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
async function lookThrough(key: string, family: EntityFamily) {
  const found: EntityEventRow[] = []
  let after: EntityEventRow | undefined
  for (let looked = 0; looked < MAX_LOOKED_THROUGH; looked += STRIDE) {
    const rows = await readEntityEvents(family.typeNames, { after, limit: STRIDE })
    found.push(...rows.filter(({ data }) => keyOf(family, data)?.key === key))
    after = rows.at(-1)
    if (rows.length < STRIDE) return { rows: found, truncated: false }
  }
  return { rows: found, truncated: true }
}

/** None where the event is about another one. */
function toEvent(
  family: EntityFamily,
  key: string,
  row: EntityEventRow,
): { event: EntityEventOnRecord; place: string }[] {
  const found = keyOf(family, row.data)
  if (row.data === null || found?.key !== key) return []
  const { data, problems: _, ...told } = row
  const operation = operationOf(family, row.type)
  const event = { ...told, operation, data: JSON.parse(data) as Json, text: data, missing: missingIn(row) }
  return [{ event, place: found.place }]
}

/** What validation missed, as pointers into the data; it points into the envelope. */
function missingIn({ problems }: EntityEventRow): string[] {
  return (problems ?? [])
    .filter(({ code }) => code === 'required')
    .map(({ pointer }) => pointer.replace(/^\/(data|payload)/, ''))
}
