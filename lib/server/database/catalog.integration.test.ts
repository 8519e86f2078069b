import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from './testing/test-database'

describe('the catalog in the database', () => {
  let database: TestDatabase
  let app: Client
  let owner: Client
  beforeAll(async () => {
    database = await createTestDatabase()
    app = new Client({ connectionString: database.url })
    owner = new Client({ connectionString: database.ownerUrl })
    await Promise.all([app.connect(), owner.connect()])
    await app.query(`INSERT INTO event_type (name, kind, updated_at) VALUES ('CardExpired', 'domain', now())`)
    await app.query(`INSERT INTO schema_version (id, event_type_id, label, ordinal, schema, content_hash)
      SELECT 'v1', id, '1.0.0', 1, '{}', 'h' FROM event_type`)
  })
  afterAll(async () => {
    await Promise.all([app.end(), owner.end()])
    await database.drop()
  })

  const changes = [
    `UPDATE schema_version SET schema = '[]'`,
    `DELETE FROM schema_version`,
    `TRUNCATE schema_version CASCADE`,
  ]
  const INSUFFICIENT_PRIVILEGE = '42501'
  const RESTRICT_VIOLATION = '23001'

  it.each(changes)('does not let the app do: %s', async (sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE })
  })

  it.each(changes)('does not let even its owner do: %s', async (sql) => {
    await expect(owner.query(sql)).rejects.toMatchObject({ code: RESTRICT_VIOLATION })
    await owner.query(`SET session_replication_role = replica`)
    await expect(owner.query(sql)).rejects.toMatchObject({ code: RESTRICT_VIOLATION })
    await owner.query(`RESET session_replication_role`)
  })

  it('has a new revision after every change, and the old one after a change that was undone', async () => {
    const revision = async () =>
      Number(
        (await app.query<{ revision: string }>('SELECT revision FROM catalog_revision')).rows[0]?.revision,
      )
    const before = await revision()
    await app.query('BEGIN')
    await app.query(`UPDATE event_type SET description = 'x'`)
    await app.query('ROLLBACK')
    expect(await revision()).toBe(before)
    await app.query(`UPDATE event_type SET description = 'y'`)
    expect(await revision()).toBe(before + 1)
    await expect(app.query('UPDATE catalog_revision SET revision = 0')).rejects.toMatchObject({
      code: INSUFFICIENT_PRIVILEGE,
    })
  })

  it('refuses values outside the closed sets', async () => {
    const CHECK_VIOLATION = '23514'
    await expect(app.query(`UPDATE event_type SET kind = 'other'`)).rejects.toMatchObject({
      code: CHECK_VIOLATION,
    })
    await expect(app.query(`UPDATE event_type SET status = 'gone'`)).rejects.toMatchObject({
      code: CHECK_VIOLATION,
    })
  })
})
