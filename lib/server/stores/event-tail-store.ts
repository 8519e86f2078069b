import 'server-only'
import { pool } from '@/lib/server/database/connection'
import { conditionsOf, type EventFilter } from './event-list-store'
import { SUMMARY_COLUMNS, SUMMARY_JOINS, type SummaryRow } from './event-summary'

/**
 * A place in the log: behind the event `eventId` of the transaction `position`; an empty id is the place before that
 * transaction. Positions are as wide as 64 bits, so texts.
 */
export interface LogPlace {
  position: string
  eventId: string
}

export type TailRow = SummaryRow & { position: string; data: string | null }

/**
 * The place behind everything that can be read without gaps: a transaction that is still under way may yet commit at a
 * position below those that have. Everything below this one is there, or never will be.
 */
export async function readHorizon(): Promise<LogPlace> {
  const { rows } = await pool().query<{ position: string }>({
    name: 'log-horizon',
    text: 'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS position',
  })
  return { position: rows[0]!.position, eventId: '' }
}

/**
 * Events between two places in the order of their commits, at most `limit`. `position` is looked up in an index of its
 * own, so that a filter costs no more than what came in since.
 */
export async function readTail(
  after: LogPlace,
  before: LogPlace,
  filter: EventFilter,
  limit: number,
  withData: boolean,
): Promise<TailRow[]> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const from = bind(after.position)
  const conditions = [
    `position >= ${from}::xid8`,
    `position < ${bind(before.position)}::xid8`,
    `(position, event_id) > (${from}::xid8, ${bind(after.eventId)}::text COLLATE "C")`,
    ...(filter.typeIds ? [`type_id = ANY (${bind(filter.typeIds)}::int[])`] : []),
    ...conditionsOf(filter, bind),
  ]
  const { rows } = await pool().query<TailRow>(
    `SELECT ${SUMMARY_COLUMNS}, e.position::text AS position, ${withData ? 'e.data::text' : 'NULL'} AS data
     FROM (SELECT * FROM events.event stored WHERE ${conditions.join(' AND ')}
       ORDER BY position, event_id LIMIT ${bind(limit)}) e ${SUMMARY_JOINS} ORDER BY e.position, e.event_id`,
    values,
  )
  return rows
}
