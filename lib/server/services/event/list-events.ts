import 'server-only'
import type { EventFlag, EventPage, EventQuery } from '@/lib/contracts/event'
import { readComponent, readKeyChains } from '@/lib/server/stores/chain-store'
import {
  findTypeIds,
  isSparse,
  listEventRows,
  listEventRowsOf,
  lookThrough,
  type EventFilter,
  type ListedRow,
  type Place,
} from '@/lib/server/stores/event-list-store'
import { toSummary } from '@/lib/server/stores/event-summary'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'
import { eventMasks } from './event-masks'
import { getSettings } from '@/lib/server/services/installation/get-settings'

const DEFAULT_PAGE = 100
/** Chains looked into for one trace id or business key; one of more is looked for in all events. */
const MAX_CHAINS = 10_000
/** Events read at once where only a look at each tells whether it is meant. */
const KEY_STRIDE = 500
/** Events looked through for one page; what is left is behind its cursor. */
const MAX_LOOKED_THROUGH = 20_000
/** The same where their columns tell, at a time and for one page: what is rare was looked for among all that are stored. */
const LOOK = 20_000
const MOST_LOOKED_AT = 10 * LOOK

type Query = Omit<EventQuery, 'limit' | 'within'> & {
  limit?: number | undefined
  within?: number | undefined
}

/** Searches events, newest creation first. */
export async function listEvents(actor: Actor, { query }: { query: Query }): Promise<EventPage> {
  authorize(actor, 'read')
  const [filter, { late_after_seconds }] = await Promise.all([toFilter(query), getSettings(actor)])
  const limit = query.limit ?? DEFAULT_PAGE
  const { rows, next } = await (query.key === undefined && query.without === undefined
    ? readPage(filter, limit)
    : readPageOf(actor, filter, limit, query.key))
  return {
    items: rows.map((row) => toSummary(row, late_after_seconds, skewOf(row))),
    next_cursor: next ? encodeCursor(next) : null,
  }
}

interface Page {
  rows: ListedRow[]
  /** Where the rest begins, where there may be more. */
  next: Place | undefined
}

async function readPage(filter: EventFilter, limit: number): Promise<Page> {
  if (!isSparse(filter)) return readStride(filter, limit, false)
  const rows: ListedRow[] = []
  let after = filter.after
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += LOOK) {
    const stride = await readStride({ ...filter, after }, limit - rows.length, false)
    rows.push(...stride.rows)
    after = stride.next
    if (!after || rows.length === limit) break
  }
  return { rows, next: after }
}

/** The next events that a filter lets through; fewer than `limit` also where they are rare among many others. */
async function readStride(filter: EventFilter, limit: number, withData: boolean): Promise<Page> {
  if (!isSparse(filter)) {
    const found = await listEventRows(filter, limit + 1, withData)
    const rows = found.slice(0, limit)
    return { rows, next: found.length > limit ? placeOf(rows.at(-1)!) : undefined }
  }
  const { ids, last } = await lookThrough(filter, limit, LOOK)
  const rows = await listEventRowsOf(ids, filter, withData)
  return { rows, next: rows.length === limit ? placeOf(rows.at(-1)!) : last }
}

function placeOf({ created, received, event_id }: ListedRow): Place {
  return [created, received, event_id]
}

/**
 * Looks through the events one by one. The index knows which chains carry a key; which of their events do, their bodies
 * tell. Which events lack a child only their chains tell.
 */
async function readPageOf(
  actor: Actor,
  filter: EventFilter,
  limit: number,
  key: string | undefined,
): Promise<Page> {
  const rows: ListedRow[] = []
  let after = filter.after
  for (let looked = 0; looked < MAX_LOOKED_THROUGH; looked += KEY_STRIDE) {
    const stride = await readStride({ ...filter, after }, KEY_STRIDE, key !== undefined)
    const masks = await eventMasks(actor, stride.rows)
    for (const row of stride.rows) {
      if (key !== undefined && (row.data === null || !masks.holdsKey(row, row.data, key))) continue
      if (filter.without && !row.lacks) continue
      rows.push(row)
      if (rows.length === limit) return { rows, next: placeOf(row) }
    }
    after = stride.next
    if (!after) break
  }
  return { rows, next: after }
}

async function toFilter(query: Query): Promise<EventFilter> {
  const { type, owner, domain, service, kind, trace_id, key } = query
  const byType = [type, owner, domain, service, kind].some((value) => value !== undefined)
  const typeIds = byType ? await findTypeIds({ type, owner, domain, kind, producer: service }) : undefined
  return {
    typeIds,
    version: query.version,
    producer: service,
    traceId: trace_id,
    chainIds: await chainsOf(trace_id, key),
    from: query.from,
    to: latest(query),
    validity: query.validity,
    without:
      query.without === undefined
        ? undefined
        : { typeIds: await findTypeIds({ type: query.without }), withinSeconds: query.within ?? null },
    after: query.cursor === undefined ? undefined : readCursor(query.cursor),
  }
}

/** An event that has not waited so long yet lacks nothing. */
function latest({ to, without, within }: Query): string | undefined {
  if (without === undefined || within === undefined) return to
  const waited = new Date(Date.now() - within * 1_000).toISOString()
  return to === undefined || waited < new Date(to).toISOString() ? waited : to
}

/** Undefined where chains narrow nothing. */
async function chainsOf(traceId: string | undefined, key: string | undefined): Promise<string[] | undefined> {
  const ofTrace = traceId === undefined ? undefined : await chainsCarrying(`t${traceId}`)
  const ofKey = key === undefined ? undefined : await chainsCarrying(`k${key}`)
  if (!ofTrace || !ofKey) return ofTrace ?? ofKey
  // Parts of one chain may have been received under different ids.
  const [traceSide, keySide] = await Promise.all([readComponent(ofTrace), readComponent(ofKey)])
  const wanted = new Set(keySide)
  return traceSide.filter((id) => wanted.has(id))
}

/** Undefined where there are too many: some would be left out, and what they all carry is met soon among all events. */
async function chainsCarrying(key: string): Promise<string[] | undefined> {
  const chains = await readKeyChains(key, MAX_CHAINS)
  return chains.length === MAX_CHAINS ? undefined : chains
}

function readCursor(cursor: string): Place {
  return decodeCursor(cursor, ['instant', 'instant', 'name'])
}

function skewOf(row: ListedRow): EventFlag[] {
  return row.parent_created_at !== null && row.created_at < row.parent_created_at ? ['clock-skew'] : []
}
