import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { readMigrations } from './migration-files'
import { withSchemaEngine, type SchemaEngine } from './schema-engine'

const noFilter = { externalTables: [], externalEnums: [] }

/** Any number will do, if nothing else in this database uses it; Prisma's own command line uses 72707369. */
const LOCK = 7_201_988_334

/** A database whose history is not the one of this checkout; the message says what to do. */
export class MigrationFailure extends Error {
  override readonly name = 'MigrationFailure'
}

/**
 * Brings the database at `url` to this checkout's prisma/migrations and keeps `_prisma_migrations` as Prisma's own
 * command line would. Processes that start together do it one at a time.
 * @param url a login that owns the database, or may create tables in it.
 * @param folder other migrations than the checkout's, for tests.
 * @returns the names of what was applied now.
 * @throws MigrationFailure
 */
export async function migrate(url: string, folder?: string): Promise<string[]> {
  const migrationsList = await readMigrations(folder)
  const lock = new Client({ connectionString: url, application_name: 'pasttense migrations' })
  lock.on('error', () => undefined)
  await lock.connect()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK])
    if (await isCurrent(lock, migrationsList)) return []
    return await withSchemaEngine(url, (engine) => apply(engine, migrationsList))
  } finally {
    await lock.end()
  }
}

type MigrationsList = Awaited<ReturnType<typeof readMigrations>>

/** Spares every ordinary start the engine, whose wasm takes a second to compile. */
async function isCurrent(client: Client, { migrationDirectories }: MigrationsList): Promise<boolean> {
  const table = await client.query<{ found: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`,
  )
  if (table.rows[0]?.found !== true) return false
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  )
  return (
    rows.length === migrationDirectories.length &&
    migrationDirectories.every(({ path, migrationFile }, i) => {
      const row = rows[i]
      return (
        row?.finished === true &&
        row.migration_name === path &&
        row.checksum === checksum(migrationFile.content.value)
      )
    })
  )
}

const checksum = (sql: string) => createHash('sha256').update(sql).digest('hex')

async function apply(engine: SchemaEngine, migrationsList: MigrationsList): Promise<string[]> {
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: noFilter,
  })
  refuseForeignHistory(diagnosis)
  // A script is one transaction: a migration that began and did not finish left nothing behind but its mark.
  for (const migrationName of diagnosis.failedMigrationNames) {
    await engine.markMigrationRolledBack({ migrationName })
  }
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter })
  return appliedMigrationNames
}

function refuseForeignHistory(
  diagnosis: Awaited<ReturnType<SchemaEngine['diagnoseMigrationHistory']>>,
): void {
  const { failedMigrationNames, history } = diagnosis
  const edited = diagnosis.editedMigrationNames.filter((name) => !failedMigrationNames.includes(name))
  if (edited.length > 0) {
    throw new MigrationFailure(
      `This database was made with another text of ${edited.join(', ')}. A migration that was applied must not be edited: add a new one, or start on an empty database.`,
    )
  }
  if (history && history.diagnostic !== 'databaseIsBehind') {
    throw new MigrationFailure(
      `This database was migrated by a newer Pasttense: it holds ${history.unpersistedMigrationNames.join(', ')}, which this one does not know. Start that version.`,
    )
  }
}
