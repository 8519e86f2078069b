import 'server-only'
import type { QuarantineGroup, QuarantinedSummary } from '@/lib/contracts/event'
import { pool } from '@/lib/server/database/connection'
import {
  GROUP_KEY,
  groupCondition,
  messageCondition,
  type QuarantineFilter,
  type QuarantineGroupKey,
} from './quarantine-condition'
import { SUMMARY_COLUMNS, toSummary, type SummaryRow } from './quarantine-store'

/** How many of a group's messages are told with it. */
const EXAMPLES = 3

/** A group with the place of its list where it stands: when it came last, in microseconds since 1970, and its id. */
export interface StoredGroup {
  key: QuarantineGroupKey
  lastUs: number
  group: Omit<QuarantineGroup, 'message'>
}

interface GroupRow extends QuarantineGroupKey {
  id: string
  messages: number
  deliveries: number
  first_received_at: Date
  last_received_at: Date
  last_us: number
  examples: string[]
}

const FIELDS = `m.id::text, m.code, m.place, m.sender, m.type, m.messages::float8, m.deliveries::float8,
  m.first_received_at, m.last_received_at, (extract(epoch FROM m.last_received_at) * 1000000)::float8 AS last_us`

const COUNTED = `events.quarantine_group`
const NEWEST = `ARRAY(SELECT q.id::text FROM events.quarantine q WHERE q.code = m.code AND q.place = m.place
  AND coalesce(q.sender, '') = m.sender AND coalesce(q.type, '') = m.type ORDER BY q.id DESC LIMIT ${EXAMPLES})`

/** The same of the messages that match alone. */
function matching(filter: QuarantineFilter, values: unknown[]): string {
  return `(SELECT g.id, f.* FROM (
      SELECT ${GROUP_KEY}, count(*), sum(count), min(received_at), max(last_received_at),
        ((array_agg(id ORDER BY id DESC))[1:${EXAMPLES}])::text[]
      FROM events.quarantine WHERE ${messageCondition(filter, values)} GROUP BY 1, 2, 3, 4
    ) AS f(code, place, sender, type, messages, deliveries, first_received_at, last_received_at, examples)
    JOIN events.quarantine_group g USING (code, place, sender, type))`
}

/**
 * Groups of messages that say the same, those that came last first, below the cursor. Without words they are read as
 * they were counted; with words every message is looked at, 1 GiB at the most, and the figures are of those that match.
 */
export async function listQuarantineGroups(
  filter: QuarantineFilter,
  before: readonly [lastUs: number, id: number] | null,
  limit: number,
): Promise<StoredGroup[]> {
  const values: unknown[] = [limit]
  const [from, examples] =
    filter.q === undefined ? [COUNTED, NEWEST] : [matching(filter, values), 'm.examples']
  const conditions = [groupCondition(filter, values)]
  if (before !== null) {
    const last = `timestamptz 'epoch' + $${values.push(before[0])}::float8 * interval '1 microsecond'`
    conditions.push(`(m.last_received_at, m.id) < (${last}, $${values.push(before[1])}::bigint)`)
  }
  const { rows } = await pool().query<GroupRow>(
    `SELECT ${FIELDS}, ${examples} AS examples FROM ${from} m WHERE ${conditions.join(' AND ')}
     ORDER BY m.last_received_at DESC, m.id DESC LIMIT $1`,
    values,
  )
  return withExamples(rows)
}

/** One group as it is counted; null where nothing of it is kept any more. */
export async function findQuarantineGroup(id: string): Promise<StoredGroup | null> {
  if (!/^\d{1,18}$/.test(id)) return null
  const { rows } = await pool().query<GroupRow>(
    `SELECT ${FIELDS}, ${NEWEST} AS examples FROM ${COUNTED} m WHERE m.id = $1::bigint`,
    [id],
  )
  const [found] = await withExamples(rows)
  return found ?? null
}

async function withExamples(groups: readonly GroupRow[]): Promise<StoredGroup[]> {
  const { rows } = await pool().query<SummaryRow>(
    `SELECT ${SUMMARY_COLUMNS} FROM events.quarantine WHERE id = ANY($1::bigint[])`,
    [groups.flatMap(({ examples }) => examples)],
  )
  const summaries = new Map(rows.map((row) => [row.id, toSummary(row)]))
  return groups.map(({ id, code, place, sender, type, ...group }) => ({
    key: { code, place, sender, type },
    lastUs: group.last_us,
    group: {
      id,
      code,
      place,
      sender: sender || null,
      type: type || null,
      messages: group.messages,
      deliveries: group.deliveries,
      first_received_at: group.first_received_at.toISOString(),
      last_received_at: group.last_received_at.toISOString(),
      // One may have become an event meanwhile.
      examples: group.examples.flatMap((example): QuarantinedSummary[] => {
        const summary = summaries.get(example)
        return summary ? [summary] : []
      }),
    },
  }))
}
