// Started as: node --import tsx lib/server/database/testing/migrate-database.ts URL
import { migrate } from '../migrate'

process.stdout.write(`${JSON.stringify(await migrate(process.argv[2] ?? ''))}\n`)
