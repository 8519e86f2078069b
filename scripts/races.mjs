// A thousand rounds of the races that `npm test` runs a few of: `npm run races`, or `npm run races -- 50`.
import { spawnSync } from 'node:child_process'

const rounds = process.argv[2] ?? '1000'
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'integration',
    'proposal-races',
    '--disable-console-intercept=true',
  ],
  { stdio: 'inherit', env: { ...process.env, PASTTENSE_RACE_ROUNDS: rounds } },
)
process.exit(status ?? 1)
