import 'server-only'
import { pool } from '@/lib/server/database/connection'
import type { Role } from './declaration-store'

/** How many events of a type came. */
export interface Volume {
  /** Each of the last 30 days by time of receipt (UTC), oldest first; the last one is today so far. */
  readonly daily: readonly number[]
  /** The last 24 hours, to the hour. */
  readonly lastDay: number
}

/** A service seen in a role: it produced the type, or produced an event whose parent was of the type. */
export interface SeenUse {
  readonly eventType: string
  readonly service: string
  readonly role: Role
  /** Events of the last 30 days. */
  readonly count: number
}

const DAYS = 30
/** Counts are asked for with every keystroke of a search; a second-old figure is as good. */
const FRESH_MS = 1_000

interface Cache {
  readAt: number
  volumes: Promise<ReadonlyMap<string, Volume>> | undefined
}
const key = Symbol.for('pasttense.volumes')
const globals = globalThis as { [key]?: Cache }

/** Volumes of all types that were received in the last 30 days, by name, at most a second old. */
export async function readVolumes(): Promise<ReadonlyMap<string, Volume>> {
  const cache = (globals[key] ??= { readAt: 0, volumes: undefined })
  if (cache.volumes === undefined || Date.now() - cache.readAt > FRESH_MS) {
    cache.readAt = Date.now()
    cache.volumes = queryVolumes()
    cache.volumes.catch(() => (cache.volumes = undefined))
  }
  return cache.volumes
}

async function queryVolumes(): Promise<ReadonlyMap<string, Volume>> {
  const [daily, lastDay] = await Promise.all([
    pool().query<{ name: string; age: number; count: string }>(
      `SELECT t.name, (now() AT TIME ZONE 'UTC')::date - c.day AS age, c.count
       FROM events.daily_count c JOIN events.type t ON t.id = c.type_id
       WHERE c.day > (now() AT TIME ZONE 'UTC')::date - ${DAYS} AND c.day <= (now() AT TIME ZONE 'UTC')::date`,
    ),
    pool().query<{ name: string; count: string }>(
      `SELECT t.name, sum(c.count) AS count FROM events.hourly_count c JOIN events.type t ON t.id = c.type_id
       WHERE c.hour > now() - interval '24 hours' GROUP BY t.name`,
    ),
  ])
  const volumes = new Map<string, { daily: number[]; lastDay: number }>()
  const of = (name: string) => {
    const known = volumes.get(name)
    if (known) return known
    const made = { daily: new Array<number>(DAYS).fill(0), lastDay: 0 }
    volumes.set(name, made)
    return made
  }
  for (const { name, age, count } of daily.rows) of(name).daily[DAYS - 1 - age] = Number(count)
  for (const { name, count } of lastDay.rows) of(name).lastDay = Number(count)
  return volumes
}

/** Which services were seen producing and consuming an event type in the last 30 days. */
export async function readParticipants(eventType: string): Promise<SeenUse[]> {
  const { rows } = await pool().query<{ service: string; role: Role; count: string }>(
    `SELECT producer AS service, 'producer' AS role, sum(count) AS count FROM events.hourly_count
     WHERE type_id = (SELECT id FROM events.type WHERE name = $1) AND hour > now() - interval '30 days' AND producer <> '' GROUP BY producer
     UNION ALL
     SELECT to_producer, 'consumer', sum(count) FROM events.edge_count
     WHERE from_type_id = (SELECT id FROM events.type WHERE name = $1) AND hour > now() - interval '30 days' AND to_producer <> '' GROUP BY to_producer
     ORDER BY 3 DESC, 1`,
    [eventType],
  )
  return rows.map((row) => ({ eventType, service: row.service, role: row.role, count: Number(row.count) }))
}

/** What one service was seen producing and consuming in the last 30 days. */
export async function readSeenUsesOfService(service: string): Promise<SeenUse[]> {
  const { rows } = await pool().query<{ name: string; role: Role; count: string }>(
    `SELECT t.name, 'producer' AS role, sum(c.count) AS count FROM events.hourly_count c JOIN events.type t ON t.id = c.type_id
     WHERE c.producer = $1 AND c.hour > now() - interval '30 days' GROUP BY t.name
     UNION ALL
     SELECT t.name, 'consumer', sum(c.count) FROM events.edge_count c JOIN events.type t ON t.id = c.from_type_id
     WHERE c.to_producer = $1 AND c.hour > now() - interval '30 days' GROUP BY t.name`,
    [service],
  )
  return rows.map((row) => ({ eventType: row.name, service, role: row.role, count: Number(row.count) }))
}
