import 'server-only'
import { pool } from '@/lib/server/database/connection'

/** Days that volumes and participants look back. */
export const VOLUME_DAYS = 30
/** Volumes are drawn as sparklines on every keystroke of a search; so old they may be. */
const MAX_AGE_MS = 5_000

/** How many events of a type were received. */
export interface Volume {
  /** Of each of the last 30 days (UTC), oldest first, today last. */
  readonly daily: readonly number[]
  /** In the last 24 hours, in steps of an hour. */
  readonly lastDay: number
}

/** A service seen in a role: as producer of events of a type, or as producer of what such events caused. */
export interface SeenUse {
  readonly role: 'producer' | 'consumer'
  readonly service: string
  readonly eventType: string
  /** Events of the last 30 days. */
  readonly count: number
}

interface Cache {
  readonly at: number
  readonly volumes: Promise<ReadonlyMap<string, Volume>>
}

const key = Symbol.for('pasttense.volumes')
const globals = globalThis as { [key]?: Cache | undefined }

/** Volumes of all types that were seen in the last 30 days, by name; at most 5 seconds old. */
export function readVolumes(): Promise<ReadonlyMap<string, Volume>> {
  const cache = globals[key]
  if (cache && Date.now() - cache.at < MAX_AGE_MS) return cache.volumes
  const volumes = queryVolumes()
  globals[key] = { at: Date.now(), volumes }
  volumes.catch(() => (globals[key] = undefined))
  return volumes
}

async function queryVolumes(): Promise<ReadonlyMap<string, Volume>> {
  const [daily, lastDay] = await Promise.all([
    pool().query<{ name: string; ages: number[]; counts: string[] }>(
      `SELECT t.name, array_agg((now() AT TIME ZONE 'UTC')::date - c.day) AS ages, array_agg(c.count) AS counts
       FROM events.daily_count c JOIN events.type t ON t.id = c.type_id
       WHERE c.day > (now() AT TIME ZONE 'UTC')::date - ${VOLUME_DAYS} AND c.day <= (now() AT TIME ZONE 'UTC')::date
       GROUP BY t.name`,
    ),
    pool().query<{ name: string; count: string }>(
      `SELECT t.name, sum(c.count) AS count
       FROM events.type t CROSS JOIN LATERAL (
         SELECT count FROM events.hourly_count WHERE type_id = t.id AND hour > now() - interval '24 hours'
       ) c GROUP BY t.name`,
    ),
  ])
  const ofLastDay = new Map(lastDay.rows.map((row) => [row.name, Number(row.count)]))
  return new Map(
    daily.rows.map(({ name, ages, counts }) => {
      const days = new Array<number>(VOLUME_DAYS).fill(0)
      ages.forEach((age, index) => (days[VOLUME_DAYS - 1 - age] = Number(counts[index])))
      return [name, { daily: days, lastDay: ofLastDay.get(name) ?? 0 }]
    }),
  )
}

const SEEN = `
  SELECT 'producer' AS role, c.producer AS service, t.name AS "eventType", sum(c.count)::float8 AS count
  FROM events.hourly_count c JOIN events.type t ON t.id = c.type_id
  WHERE c.producer <> '' AND c.hour > now() - interval '${VOLUME_DAYS} days' AND %PRODUCER%
  GROUP BY 2, 3
  UNION ALL
  SELECT 'consumer', c.to_producer, t.name, sum(c.count)::float8
  FROM events.edge_count c JOIN events.type t ON t.id = c.from_type_id
  WHERE c.to_producer <> '' AND c.hour > now() - interval '${VOLUME_DAYS} days' AND %CONSUMER%
  GROUP BY 2, 3
  ORDER BY 4 DESC, 2, 3`

/** The services seen producing or consuming an event type in the last 30 days. */
export async function readParticipants(eventType: string): Promise<SeenUse[]> {
  const ofType = 't.name = $1'
  const { rows } = await pool().query<SeenUse>(
    SEEN.replace('%PRODUCER%', ofType).replace('%CONSUMER%', ofType),
    [eventType],
  )
  return rows
}

/** The event types a service was seen producing or consuming in the last 30 days. */
export async function readSeenUsesOfService(service: string): Promise<SeenUse[]> {
  const { rows } = await pool().query<SeenUse>(
    SEEN.replace('%PRODUCER%', 'c.producer = $1').replace('%CONSUMER%', 'c.to_producer = $1'),
    [service],
  )
  return rows
}
