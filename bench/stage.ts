import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@/lib/server/database/embedded/supervisor'
import { migrate } from '@/lib/server/database/migrate'
import { fillCatalog } from './company'

/** The database that is measured on. */
export interface Stage {
  postgres: EmbeddedPostgres
  /** As its owner. */
  client: Client
  close: () => Promise<void>
}

/** @param kept a folder that a later run goes on with; without one the database is gone at the end. */
export async function openStage(kept: string | undefined, say: (line: string) => void): Promise<Stage> {
  const folder = kept ? path.resolve(kept) : await mkdtemp(path.join(tmpdir(), 'pasttense-bench-'))
  const postgres = await startEmbeddedPostgres({ folder, say })
  if (postgres.kind === 'elsewhere') throw new Error(`${folder} is served at ${postgres.address}`)
  await migrate(postgres.ownerUrl)
  const client = new Client({ connectionString: postgres.ownerUrl })
  await client.connect()
  const { rowCount } = await client.query('SELECT FROM event_type LIMIT 1')
  if (rowCount === 0) await fillCatalog(client)
  return {
    postgres,
    client,
    close: async () => {
      await client.end()
      await postgres.stop(kept ? 'fast' : 'immediate')
      if (kept) return
      await rm(postgres.folder, { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** How many events are stored. */
export async function countEvents(client: Client): Promise<number> {
  const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM events.event')
  return Number(rows[0]!.n)
}
