import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '@/lib/server/database/connection'
import { pagesRead } from '@/lib/server/database/testing/pages-read'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope, send } from '@/lib/server/ingest/testing/received'

const CHAINS = 300
const LENGTH = 12

const CHOSEN = `SELECT event_id, data->>'n' AS n FROM events.chain_bodies($1, $2, $3) ORDER BY event_id COLLATE "C"`

describe('bodies of events of chains', () => {
  useTestDatabase()
  afterAll(closeReceiver)
  let today: string

  beforeAll(async () => {
    // Step by step of all chains, as they would arrive: a chain's events lie far from each other in every index but one.
    for (let step = 0; step < LENGTH; step++)
      await send(
        Array.from({ length: CHAINS }, (_, chain) =>
          envelope({
            id: `c${chain}-${step}`,
            type: 'StepTaken',
            ...(step > 0 && { parent: `c${chain}-${step - 1}` }),
            data: { n: `${chain}.${step}` },
          }),
        ),
      )
    await pool().query('ANALYZE events.event')
    const { rows } = await pool().query<{ day: string }>(
      `SELECT DISTINCT date_trunc('day', received_at, 'UTC')::text AS day FROM events.event`,
    )
    today = rows[0]!.day
  })

  test('are those of the ids alone, of these chains and days', async () => {
    const read = async (ids: string[], chains: string[] | null, days: string[] | null) =>
      (await pool().query<{ n: string }>(CHOSEN, [ids, chains, days])).rows.map(({ n }) => n)
    expect(await read(['c1-0', 'c1-11', 'c2-3', 'none'], ['c1-0', 'c2-0'], [today])).toEqual([
      '1.0',
      '1.11',
      '2.3',
    ])
    expect(await read(['c1-0', 'c2-3'], ['c2-0'], [today])).toEqual(['2.3'])
    expect(await read(['c1-0'], ['c1-0'], ['2020-01-01T00:00:00Z'])).toEqual([])
    expect(await read([], null, null)).toEqual([])
  })

  test('are read by their chain, not one by one', async () => {
    const ids = Array.from({ length: LENGTH }, (_, step) => `c7-${step}`)
    const statement = `SELECT data FROM events.chain_bodies($1, $2, $3)`
    const oneByOne = `SELECT data FROM unnest($1::text[]) AS wanted(id), events.stored_event(wanted.id)`
    const values = [ids, ['c7-0'], [today]]
    await pool().query(statement, values)
    await pool().query(oneByOne, [ids])
    const [together, apart] = [await pagesRead(statement, values), await pagesRead(oneByOne, [ids])]
    expect(together).toBeLessThan(apart / 3)
  })
})
