// Prints the SQL that leads from prisma/migrations to prisma/schema.prisma, for the next migration: `npm run migration-sql`.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '@/lib/server/database/embedded/supervisor'
import { migrationDiff } from '@/lib/server/database/migration-diff'

const folder = await mkdtemp(path.join(tmpdir(), 'pasttense-migration-sql-'))
const postgres = await startEmbeddedPostgres({ folder, say: () => undefined, settings: { fsync: 'off' } })
if (postgres.kind === 'elsewhere') throw new Error('A folder that was just made is in use.')
try {
  process.stdout.write(await migrationDiff(postgres.ownerUrl))
} finally {
  await postgres.stop('immediate')
  await rm(folder, { recursive: true })
}
