// What `npm test` plays a little of, at length: `npm run chaos`, or `npm run chaos -- 10000 300`.
// Orders of the steps of several writers, simulated; and the real PostgreSQL, with connections killed in between.
import { spawnSync } from 'node:child_process'

const [simulated = '10000', real = '300'] = process.argv.slice(2)
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'ingest/interleavings', 'ingest/receiver'],
  {
    stdio: 'inherit',
    env: { ...process.env, PASTTENSE_CHAOS_SIMULATED: simulated, PASTTENSE_CHAOS_SEEDS: real },
  },
)
process.exit(status ?? 1)
