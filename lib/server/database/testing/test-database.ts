import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeConnections } from '../connection'

export interface TestDatabase {
  /** As the app connects. */
  readonly url: string
  /** As migrations and maintenance connect. */
  readonly ownerUrl: string
  drop(): Promise<void>
}

/**
 * A database of its own for a test file (x.integration.test.ts), with all migrations and no rows, in about 50 ms:
 *
 *     import { useTestDatabase } from '@/lib/server/database/testing/test-database'
 *     useTestDatabase()
 *     it('stores a type', async () => { await createEventType(actor, …) })
 *
 * prisma(), pool() and maintenancePool() of connection.ts then lead to it, and services and stores work as they are.
 * Call it once, at the top of the file or of a `describe`; it is dropped after. Published versions and events cannot
 * be deleted, so tests of one file share what they write: use other names, or a `describe` with a database of its own.
 */
export function useTestDatabase(): void {
  let database: TestDatabase | undefined
  const before = {
    DATABASE_URL: process.env.DATABASE_URL,
    PASTTENSE_MAINTENANCE_URL: process.env.PASTTENSE_MAINTENANCE_URL,
  }
  beforeAll(async () => {
    database = await createTestDatabase()
    process.env.DATABASE_URL = database.url
    process.env.PASTTENSE_MAINTENANCE_URL = database.ownerUrl
  })
  afterAll(async () => {
    await closeConnections()
    await database?.drop()
    for (const [key, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[key]
      else process.env[key] = value
    }
  })
}

/** For tests that need more than one, or their own order of things. @param empty without migrations. */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const template = inject('testTemplate')
  const name = `test_${randomBytes(8).toString('hex')}`
  const onServer = async (sql: string) => {
    const client = new Client({ connectionString: new URL('/postgres', template.ownerUrl).href })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : 'pasttense'} STRATEGY file_copy`)
  return {
    url: new URL(`/${name}`, template.appUrl).href,
    ownerUrl: new URL(`/${name}`, template.ownerUrl).href,
    drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`),
  }
}
