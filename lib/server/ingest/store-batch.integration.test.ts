import { afterAll, beforeAll, expect, test } from 'vitest'
import { maintenancePool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from './current-receiver'
import { envelope, send } from './testing/received'

useTestDatabase()
afterAll(closeReceiver)

beforeAll(async () => {
  // Stands for what PostgreSQL cannot hold, of which nothing is known that gets so far.
  await maintenancePool().query(`
    CREATE FUNCTION events.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'too much of it' USING ERRCODE = '54001'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON events.event FOR EACH ROW
      WHEN (new.data::text LIKE '%too much%') EXECUTE FUNCTION events.refuse();
    CREATE TRIGGER refuse BEFORE INSERT ON events.conflict FOR EACH ROW
      WHEN (new.data::text LIKE '%too much%') EXECUTE FUNCTION events.refuse()`)
})

const bad = (id: string, text = 'too much') => envelope({ id, data: { text } })
const good = (id: string) => envelope({ id, data: { text: 'little' } })
const statusesOf = async (body: object[]) => (await send(body)).map(({ status }) => status)

test('what the database cannot hold is quarantined, and with it whoever says the same', async () => {
  expect(await statusesOf([bad('x'), good('y'), bad('x')])).toEqual([
    'quarantined',
    'accepted',
    'quarantined',
  ])
})

test('another content with its id is stored all the same, and what repeats that is a repeat of it', async () => {
  expect(
    await statusesOf([bad('z'), bad('z'), bad('z', 'far too much'), good('z'), good('z'), good('w')]),
  ).toEqual(['quarantined', 'quarantined', 'quarantined', 'accepted', 'duplicate', 'accepted'])
  expect(await statusesOf([good('z')])).toEqual(['duplicate'])
})

test('other content for a stored id that the database cannot hold is quarantined, and its neighbours are settled', async () => {
  expect(await statusesOf([good('kept'), good('also')])).toEqual(['accepted', 'accepted'])
  const other = (id: string) => envelope({ id, data: { text: 'other' } })
  const receipts = await send([other('also'), bad('kept'), good('fresh'), good('kept'), other('kept')])
  expect(receipts.map(({ status }) => status)).toEqual([
    'conflict',
    'quarantined',
    'accepted',
    'duplicate',
    'conflict',
  ])
  expect(receipts[1]).toMatchObject({
    event_id: 'kept',
    problems: [{ code: 'not-storable', message: 'The database cannot hold this event: too much of it' }],
  })
  const { rows } = await maintenancePool().query(
    'SELECT event_id, count::int FROM events.conflict ORDER BY event_id',
  )
  expect(rows).toEqual([
    { event_id: 'also', count: 1 },
    { event_id: 'kept', count: 1 },
  ])
})
