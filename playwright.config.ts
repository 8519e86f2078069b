import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { signedIn } from './e2e/roles'

/** Debian's browser, where Playwright's own cannot be downloaded. `PASTTENSE_CHROMIUM` names another one. */
const DEBIAN_CHROMIUM = '/usr/bin/chromium'

const port = process.env.PASTTENSE_E2E_PORT ?? '3199'
// Workers read this file again: what was drawn the first time is handed on.
process.env.PASTTENSE_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'pasttense-e2e-'))
process.env.PASTTENSE_TOKEN ??= 'a-token-for-the-stories'
process.env.PASTTENSE_URL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'roles', testMatch: '**/*.setup.ts' },
    {
      name: 'stories',
      testMatch: '**/*.spec.ts',
      dependencies: ['roles'],
      // A story is an administrator's where it does not say whose it is.
      use: { storageState: signedIn('administrator') },
    },
  ],
  globalSetup: './e2e/arrange-company.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A shared machine may be ten times slower than a quiet one. What fails once in `npm test` is run again, told as
  // flaky, and leaves the trace of its second run: to trace all of them takes a good part of the time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.PASTTENSE_URL,
    viewport: { width: 1440, height: 900 },
    trace: 'on-first-retry',
    launchOptions: {
      executablePath:
        process.env.PASTTENSE_CHROMIUM ?? (existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    permissions: ['clipboard-read', 'clipboard-write'],
  },
  webServer: {
    command: 'node scripts/start.mjs --empty',
    url: `${process.env.PASTTENSE_URL}/api/v1/health`,
    timeout: 300_000,
    env: {
      PORT: port,
      PASTTENSE_DATA: process.env.PASTTENSE_E2E_DATA,
      PASTTENSE_TOKEN: process.env.PASTTENSE_TOKEN,
      DATABASE_URL: '',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
