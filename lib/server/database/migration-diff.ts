import { readMigrations } from './migration-files'
import { schemaContainer, withSchemaEngine } from './schema-engine'

const noFilter = { externalTables: [], externalEnums: [] }

/**
 * The SQL that leads from prisma/migrations to prisma/schema.prisma; empty when they agree. Works in a shadow database
 * that it makes and drops, so `url` must be a login that may create databases.
 */
export function migrationDiff(url: string): Promise<string> {
  return withSchemaEngine(url, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrations()) },
      to: { tag: 'schemaDatamodel', ...(await schemaContainer()) },
      script: true,
      exitCode: null,
      filters: noFilter,
    })
    const sql = stdout ?? ''
    return sql.trim() === '-- This is an empty migration.' ? '' : sql
  })
}

/**
 * Why Prisma's `migrate dev` would ask to reset the database at `url`: tables that differ from what the migrations make.
 * Undefined when it finds none.
 */
export function databaseDrift(url: string): Promise<string | undefined> {
  return withSchemaEngine(url, async (engine) => {
    const { action } = await engine.devDiagnostic({
      migrationsList: await readMigrations(),
      filters: noFilter,
    })
    return action.tag === 'reset' ? action.reason : undefined
  })
}
