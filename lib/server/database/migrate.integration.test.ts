import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from './migrate'
import { databaseDrift, migrationDiff } from './migration-diff'
import { startProcess } from './testing/start-process'
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
    onTestFinished(() => empty.drop())
    const started = await Promise.all(
      [1, 2, 3].map(() => startProcess('./migrate-database.ts', empty.ownerUrl)),
    )
    const applied = started.map(({ told }) => (told as unknown as string[]).length)
    expect(applied.filter((count) => count > 0)).toHaveLength(1)
  })

  it('that broke off are applied again, and the break stays on record', async () => {
    const empty = await createTestDatabase({ empty: true })
    onTestFinished(() => empty.drop())
    const folder = await mkdtemp(path.join(tmpdir(), 'pasttense-migrations-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const script = path.join(folder, '20260101000000_first/migration.sql')
    await mkdir(path.dirname(script))
    await writeFile(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
    await writeFile(script, 'CREATE TABLE half (n int); SELECT 1 / 0;')
    await expect(migrate(empty.ownerUrl, folder)).rejects.toThrow('division by zero')
    await writeFile(script, 'CREATE TABLE half (n int);')
    expect(await migrate(empty.ownerUrl, folder)).toEqual(['20260101000000_first'])
    expect(await migrate(empty.ownerUrl, folder)).toEqual([])

    await writeFile(script, 'CREATE TABLE half (n bigint);')
    await expect(migrate(empty.ownerUrl, folder)).rejects.toThrow('must not be edited')
  })

  it('of a newer Pasttense are not taken back by an older one', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pasttense-migrations-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
    await expect(migrate(database.ownerUrl, folder)).rejects.toThrow('newer Pasttense')
  })
})
