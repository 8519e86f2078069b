import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { bin, Failure, say } from './prepare.mjs'

/** Where Debian and its kin put it. */
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * A Chromium for the stories: the one that is there, Playwright's own where it can be downloaded, else the
 * distribution's package. Leaves its path in `PASTTENSE_CHROMIUM`. @throws Failure with what to do; nothing is skipped.
 */
export async function ensureChromium() {
  const found = await find()
  if (found) return use(found)
  say('Installing Chromium for the stories …')
  spawnSync(process.execPath, [bin('@playwright/test'), 'install', 'chromium'], {
    stdio: ['ignore', 'ignore', 2],
    timeout: 300_000,
  })
  const own = await find()
  if (own) return use(own)
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) =>
    spawnSync([...sudo, 'apt-get', ...args][0], [...sudo, 'apt-get', ...args].slice(1), {
      stdio: ['ignore', 2, 2],
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium')
  const packaged = await find()
  if (packaged) return use(packaged)
  throw new Failure(
    'The stories need Chromium. Install it with `npx playwright install chromium` or `sudo apt-get install chromium`, or name one in PASTTENSE_CHROMIUM.',
  )
}

async function find() {
  const { chromium } = await import('@playwright/test')
  return [process.env.PASTTENSE_CHROMIUM, chromium.executablePath(), ...SYSTEM].find(
    (file) => file && existsSync(file),
  )
}

function use(file) {
  process.env.PASTTENSE_CHROMIUM = file
}
