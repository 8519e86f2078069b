import { startEmbeddedPostgres, type EmbeddedPostgres } from '../database/embedded/supervisor'
import { migrate } from '../database/migrate'

export interface Database {
  /** Undefined when `DATABASE_URL` names a server that is not ours to start or stop. */
  readonly embedded: EmbeddedPostgres | undefined
  /** A login that owns the tables. */
  readonly ownerUrl: string
}

/**
 * The database behind `DATABASE_URL`, else the embedded one, migrated and named in the environment for everything that
 * connects later. A string is the address where another process serves the same data already.
 */
export async function openDatabase(
  folder: string,
  say: (line: string) => void,
  onLost: (reason: Error) => void,
): Promise<Database | string> {
  const external = process.env.DATABASE_URL
  if (external) {
    delete process.env.PASTTENSE_EMBEDDED
    const ownerUrl = process.env.PASTTENSE_MAINTENANCE_URL ?? external
    await applyMigrations(ownerUrl, say)
    return name({ embedded: undefined, ownerUrl }, external)
  }
  say('Opening the database …')
  const embedded = await startEmbeddedPostgres({ folder, say, onLost })
  if (embedded.kind === 'elsewhere') return embedded.address
  try {
    await applyMigrations(embedded.ownerUrl, say)
  } catch (error) {
    await embedded.stop()
    throw error
  }
  process.env.PASTTENSE_EMBEDDED = '1'
  return name({ embedded, ownerUrl: embedded.ownerUrl }, embedded.appUrl)
}

function name(database: Database, appUrl: string): Database {
  process.env.DATABASE_URL = appUrl
  process.env.PASTTENSE_MAINTENANCE_URL = database.ownerUrl
  return database
}

async function applyMigrations(ownerUrl: string, say: (line: string) => void): Promise<void> {
  const applied = await migrate(ownerUrl)
  if (applied.length > 0) say(`Applied ${applied.length} migration${applied.length === 1 ? '' : 's'}.`)
}
