import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, expect, it, onTestFinished } from 'vitest'
import { createTestDatabase } from '../database/testing/test-database'
import { openDatabase } from './database'

const before = { ...process.env }
afterEach(() => {
  for (const key of ['DATABASE_URL', 'PASTTENSE_MAINTENANCE_URL', 'PASTTENSE_EMBEDDED']) {
    if (before[key] === undefined) delete process.env[key]
    else process.env[key] = before[key]
  }
})

it('uses the server that DATABASE_URL names, migrates it, and starts none of its own', async () => {
  const server = await createTestDatabase({ empty: true })
  const folder = await mkdtemp(path.join(tmpdir(), 'pasttense-external-'))
  onTestFinished(async () => {
    await rm(folder, { recursive: true })
    await server.drop()
  })
  process.env.DATABASE_URL = server.ownerUrl
  const database = await openDatabase(
    folder,
    () => undefined,
    (reason) => {
      throw reason
    },
  )
  expect(database).toEqual({ embedded: undefined, ownerUrl: server.ownerUrl })
  expect(process.env.DATABASE_URL).toBe(server.ownerUrl)
  expect(process.env.PASTTENSE_MAINTENANCE_URL).toBe(server.ownerUrl)
  expect(process.env.PASTTENSE_EMBEDDED).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
  const client = new Client({ connectionString: server.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ open: number }>(
    'SELECT count(*) FILTER (WHERE finished_at IS NULL)::int AS open FROM _prisma_migrations',
  )
  await client.end()
  expect(rows).toEqual([{ open: 0 }])
})
