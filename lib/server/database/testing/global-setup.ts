import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../embedded/supervisor'
import { migrate } from '../migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's and app's address of the database that every test database is cloned from. */
    testTemplate: { readonly ownerUrl: string; readonly appUrl: string }
  }
}

/** One server for a run of the integration tests, with one migrated database to clone; see test-database.ts. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pasttense-test-'))
  const postgres = await startEmbeddedPostgres({
    folder,
    say: () => undefined,
    // What a test run writes need not outlive a power cut.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' },
  })
  if (postgres.kind === 'elsewhere') throw new Error(`${folder} is in use at ${postgres.address}`)
  await migrate(postgres.ownerUrl)
  await closeToOthers(postgres.ownerUrl)
  project.provide('testTemplate', { ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl })
  return async () => {
    await postgres.stop('immediate')
    await rm(postgres.folder, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  }
}

/** A database with sessions cannot be cloned. */
async function closeToOthers(url: string): Promise<void> {
  const client = new Client({ connectionString: new URL('/postgres', url).href })
  await client.connect()
  await client.query('ALTER DATABASE pasttense WITH ALLOW_CONNECTIONS false IS_TEMPLATE true')
  await client.end()
}
