import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const alias = {
  '@': root,
  // Outside a bundler `server-only` throws by design; tests run on the server side by definition.
  'server-only': fileURLToPath(new URL('./scripts/on-the-server.ts', import.meta.url)),
}

/** `unit` needs nothing but node; `integration` (files *.integration.test.ts) runs against the embedded PostgreSQL. */
export default defineConfig({
  resolve: { alias },
  test: {
    // What `npm start` sets for the server.
    env: {
      PASTTENSE_SECRET: 'the secret of the tests, which signs the sessions of nobody else',
      PASTTENSE_TOKEN: 'the-token-of-the-tests',
    },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          // Laws draw hundreds of values; a shared machine may be ten times slower than a quiet one.
          testTimeout: 60_000,
          // One process reads all files one after another: half of the time went into reading modules anew for each.
          isolate: false,
          unstubEnvs: true,
          restoreMocks: true,
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts', 'node_modules', '.next', 'e2e', '.pasttense'],
          environment: 'node',
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude: ['node_modules', '.next', 'e2e', '.pasttense'],
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          globalSetup: ['lib/server/database/testing/global-setup.ts'],
        },
      },
    ],
  },
})
