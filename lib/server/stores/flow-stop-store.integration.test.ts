import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { seeded } from '@/lib/server/ingest/testing/seeded'
import { readEdgeHours, readTakers } from './flow-stop-store'

const HOUR = 3_600_000
const FIRST = Date.UTC(2026, 2, 1)
const HOURS = 40
const TYPES = 6

describe('the hours of all steps', () => {
  useTestDatabase()

  beforeAll(async () => {
    await pool().query(
      `INSERT INTO events.type (id, name) OVERRIDING SYSTEM VALUE SELECT i, 'Type' || i FROM generate_series(1, $1::int) i`,
      [TYPES],
    )
    const random = seeded(7)
    const below = (end: number) => Math.floor(random() * end)
    for (let n = 0; n < 2_000; n++) {
      const at = new Date(FIRST + below(HOURS) * HOUR)
      await pool().query(
        `INSERT INTO events.edge_count AS c VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (from_type_id, hour, from_version_id, to_type_id, to_producer, delay)
           DO UPDATE SET count = c.count + excluded.count`,
        [1 + below(TYPES), at, below(2), 1 + below(TYPES), `service-${below(3)}`, below(9), 1 + below(50)],
      )
      // In some hours no cause was counted, and in some of those in which it was nothing followed.
      if (n % 10 === 0)
        await pool().query(
          `INSERT INTO events.hourly_count VALUES ($1, $2, $3, 1, $4, '', $5, $2) ON CONFLICT DO NOTHING`,
          [1 + below(TYPES), at, below(2), `service-${below(3)}`, 1 + below(99)],
        )
    }
  })

  const period = { from: new Date(FIRST + 5 * HOUR), to: new Date(FIRST + 35 * HOUR) }

  test('are those that one finds row by row', async () => {
    const { rows } = await pool().query<{ edge: string; at: number; causes: number; count: number }>(
      `SELECT f.name || ' ' || t.name AS edge, extract(epoch FROM came.hour)::float8 * 1000 AS at,
         came.count AS causes, coalesce((SELECT sum(c.count) FROM events.edge_count c
           WHERE c.from_type_id = f.id AND c.to_type_id = t.id AND c.hour = came.hour), 0)::float8 AS count
       FROM (SELECT DISTINCT from_type_id, to_type_id FROM events.edge_count WHERE hour >= $1 AND hour < $2) e
       JOIN events.type f ON f.id = e.from_type_id JOIN events.type t ON t.id = e.to_type_id
       JOIN (SELECT type_id, hour, sum(count)::float8 AS count FROM events.hourly_count
         WHERE hour >= $1 AND hour < $2 GROUP BY 1, 2) came ON came.type_id = f.id
       ORDER BY 1, 2`,
      [period.from, period.to],
    )
    const edges = await readEdgeHours(period)
    expect(
      edges
        .flatMap(({ from, to, hours }) => hours.map((hour) => ({ edge: `${from} ${to}`, ...hour })))
        .sort((a, b) => a.edge.localeCompare(b.edge) || a.at - b.at),
    ).toEqual(rows)
    expect(rows.length).toBeGreaterThan(500)
  })

  test('come with the delays of each step, the most frequent step first', async () => {
    const { rows } = await pool().query<{ edge: string; bucket: number; count: number }>(
      `SELECT f.name || ' ' || t.name AS edge, c.delay AS bucket, sum(c.count)::float8 AS count
       FROM events.edge_count c JOIN events.type f ON f.id = c.from_type_id JOIN events.type t ON t.id = c.to_type_id
       WHERE hour >= $1 AND hour < $2 GROUP BY 1, 2 ORDER BY 1, 2`,
      [period.from, period.to],
    )
    const edges = await readEdgeHours(period)
    expect(
      edges
        .flatMap(({ from, to, delays }) => delays.map((one) => ({ edge: `${from} ${to}`, ...one })))
        .sort((a, b) => a.edge.localeCompare(b.edge) || a.bucket - b.bucket),
    ).toEqual(rows)
    const totals = edges.map(({ delays }) => delays.reduce((sum, { count }) => sum + count, 0))
    expect(totals).toEqual([...totals].sort((a, b) => b - a))
  })

  test('are empty where nothing was counted', async () => {
    expect(await readEdgeHours({ from: new Date(0), to: new Date(HOUR) })).toEqual([])
  })

  test('who took a step is who produced most of its effects', async () => {
    const { rows } = await pool().query<{ edge: string; service: string }>(
      `SELECT DISTINCT ON (1) f.name || E'\\n' || t.name AS edge, c.to_producer AS service
       FROM events.edge_count c JOIN events.type f ON f.id = c.from_type_id JOIN events.type t ON t.id = c.to_type_id
       WHERE hour >= $1 AND hour < $2 GROUP BY 1, 2 ORDER BY 1, sum(c.count) DESC, 2`,
      [period.from, period.to],
    )
    const edges = await readEdgeHours(period)
    expect(edges).toHaveLength(TYPES * TYPES)
    expect(await readTakers(period, edges)).toEqual(new Map(rows.map(({ edge, service }) => [edge, service])))
    expect((await readTakers(period, edges.slice(0, 2))).size).toBe(2)
  })
})
