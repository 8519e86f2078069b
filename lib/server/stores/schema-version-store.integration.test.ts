import { Client } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'

useTestDatabase()

const logins = { app: () => process.env.DATABASE_URL!, owner: () => process.env.PASTTENSE_MAINTENANCE_URL! }

beforeAll(async () => {
  await ask('createEventType', { body: { name: 'CardExpired', kind: 'domain' } })
  await ask('publishVersion', { params: { name: 'CardExpired' }, body: { schema: { type: 'object' } } })
})

async function run(login: keyof typeof logins, ...statements: string[]): Promise<unknown> {
  const client = new Client({ connectionString: logins[login]() })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await client.end()
  }
}

/** insufficient_privilege: the app may not even try. restrict_violation: the guard in the table itself. */
const refusals = { app: '42501', owner: '23001' } as const

describe.each(['app', 'owner'] as const)('a published version under the login of the %s', (login) => {
  it.each([
    `UPDATE schema_version SET schema = '{}'`,
    `UPDATE schema_version SET label = label`,
    `UPDATE schema_version SET schema = '{}' WHERE false`,
    'DELETE FROM schema_version',
    'TRUNCATE schema_version CASCADE',
    'TRUNCATE event_type CASCADE',
  ])('is not changed by %s', async (statement) => {
    expect(await run(login, statement)).toBe(refusals[login])
  })

  it('goes with nothing else', async () => {
    expect(['42501', '23001', '23503']).toContain(await run(login, 'DELETE FROM event_type'))
    const { value } = await ask('getVersion', { params: { name: 'CardExpired', version: 'latest' } })
    expect(value).toMatchObject({ schema: { type: 'object' }, label: '1.0.0' })
  })
})

it('is not unguarded by a session that says it replicates', async () => {
  const update = `UPDATE schema_version SET schema = '{}'`
  expect(await run('owner', 'SET session_replication_role = replica', update)).not.toBe('done')
})

it('may be retired, which is no change of the version', async () => {
  const retire = `INSERT INTO schema_version_status (version_id, status, updated_at) SELECT id, 'retired', now() FROM schema_version`
  expect(await run('app', retire)).toBe('done')
  const { value } = await ask('getEventType', { params: { name: 'CardExpired' } })
  expect(value).toMatchObject({ latest_version: null, versions_count: 1 })
})
