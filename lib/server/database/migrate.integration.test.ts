import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from './migrate'
import { databaseDrift, migrationDiff } from './migration-diff'
import { createTestDatabase, type TestDatabase } from './testing/test-database'

describe('migrations', () => {
  let database: TestDatabase
  let owner: Client
  beforeAll(async () => {
    database = await createTestDatabase()
    owner = new Client({ connectionString: database.ownerUrl })
    await owner.connect()
  })
  afterAll(async () => {
    await owner.end()
    await database.drop()
  })

  it('lead to prisma/schema.prisma and nowhere else', async () => {
    expect(await migrationDiff(database.ownerUrl)).toBe('')
  })

  it('leave a database in which Prisma finds no drift, also after partitions were made at run time', async () => {
    await owner.query(`CREATE TABLE events.made_at_run_time (n int) PARTITION BY RANGE (n);
      CREATE TABLE events.made_at_run_time_1 PARTITION OF events.made_at_run_time FOR VALUES FROM (1) TO (2)`)
    expect(await databaseDrift(database.ownerUrl)).toBeUndefined()
  })

  it('are applied once when several processes start together', async () => {
    const empty = await createTestDatabase({ empty: true })
    try {
      const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(empty.ownerUrl)))
      expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
    } finally {
      await empty.drop()
    }
  })
})
