// A process of its own that holds a data folder until SIGTERM, for tests that kill it or start it twice.
// Started as: node --import tsx lib/server/database/testing/serve-folder.ts FOLDER ADDRESS
import { startEmbeddedPostgres } from '../embedded/supervisor'

const [folder = '', address = ''] = process.argv.slice(2)
const tell = (facts: object) => process.stdout.write(`${JSON.stringify(facts)}\n`)
try {
  const postgres = await startEmbeddedPostgres({ folder, say: (line) => process.stderr.write(`${line}\n`) })
  if (postgres.kind === 'elsewhere') {
    tell({ elsewhere: postgres.address })
    process.exit(0)
  }
  process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
  await postgres.announce(address)
  tell({ pid: postgres.pid, ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl, folder: postgres.folder })
} catch (error) {
  tell({ failure: (error as Error).message, kind: (error as Error).name })
  process.exit(1)
}
