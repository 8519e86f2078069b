import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { expectForEveryone } from './for-everyone'
import { address, start } from './own-server'
import { everyPage } from './page-addresses'

// Nobody yet.
test.use({ storageState: { cookies: [], origins: [] } })

test('somebody of the demo signs in with one click, comes back to where they were, and signs out', async ({
  page,
}) => {
  await page.goto('/owners/cards')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign in as Jonas Weber' }).click()
  await expect(page).toHaveURL('/owners/cards')
  const account = page.getByRole('button', { name: 'Account of Jonas Weber' })
  await account.click()
  await expect(page.getByText('author · cards')).toBeVisible()
  // A session that ends under an open page takes nothing with it that was written there.
  await page.goto('/catalog/CardExpired?form=edit')
  const words = page.getByRole('dialog').getByLabel('What it means')
  await words.fill('Long words, typed in good faith')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const notice = page.getByRole('dialog').getByText('You are no longer signed in as Jonas Weber.')
  await expect(notice).toBeVisible()
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Sign in, in a new tab' }).click()
  const beside = await opened
  await beside.getByRole('button', { name: 'Sign in as Jonas Weber' }).click()
  await expect(beside).toHaveURL('/catalog/CardExpired?form=edit')
  await beside.close()
  await expect(notice).toBeHidden({ timeout: 15_000 })
  await expect(words).toHaveValue('Long words, typed in good faith')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await account.click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('signing in is for everybody, a wrong password is said in words, and a link to elsewhere leads nowhere else', async ({
  page,
}) => {
  await page.goto('/sign-in?error=state_mismatch')
  await expect(page.getByText('This sign-in took too long')).toBeVisible()
  await page.goto('/sign-in?to=https://evil.example')
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expectForEveryone(page)
  await page.getByLabel('E-mail address').fill('mara.lindqvist@harbourpine.example')
  await page.getByLabel('Password').fill('a wild guess at it')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('do not belong together')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in as Mara Lindqvist' }).click()
  await expect(page).toHaveURL('/')
})

/** Nothing of this is there: whoever is not signed in is not told so. */
const pages = everyPage(() => ['any', 'any'])

test('whoever comes first to an empty installation becomes its administrator, lets the next one in, and closes the doors', async ({
  page,
  browser,
}) => {
  const data = await mkdtemp(path.join(tmpdir(), 'pasttense-first-'))
  const run = start({ PASTTENSE_DATA: data, PORT: '0' })
  try {
    const origin = await address(run)
    await page.goto(origin)
    await page.getByRole('link', { name: 'Make the first administrator' }).click()
    await expect(page.getByRole('heading', { name: 'Make the first administrator' })).toBeVisible()
    await page.getByLabel('Name').fill('Ada Byron')
    await page.getByLabel('E-mail address').fill('ada@example.org')
    await page.getByLabel('Password').fill('notes on the engine')
    await page.getByRole('button', { name: 'Make the administrator' }).click()
    await expect(page.getByRole('button', { name: 'Account of Ada Byron' })).toBeVisible()

    await page.goto(`${origin}/settings`)
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'People' }).click()
    await page.getByRole('button', { name: 'Add a person' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Grace Hopper')
    await page.getByLabel('E-mail address').fill('grace@example.org')
    await page.getByLabel('Role', { exact: true }).selectOption('reviewer')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: 'Invite … Grace Hopper' }).click()
    const invitation = await page.getByRole('status').getByRole('code').innerText()
    const grace = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage()
    await grace.goto(invitation)
    await grace.getByLabel('Password').fill('nanoseconds of wire')
    await grace.getByRole('button', { name: 'Keep this password' }).click()
    await expect(grace.getByText('✓ Your new password is kept. Sign in with it.')).toBeVisible()
    await grace.getByLabel('E-mail address').fill('grace@example.org')
    await grace.getByLabel('Password').fill('nanoseconds of wire')
    await grace.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(grace.getByRole('button', { name: 'Account of Grace Hopper' })).toBeVisible()
    await grace.context().close()
    await page.goto(`${origin}/settings/audit`)
    const log = page.getByRole('list', { name: 'Audit log' })
    await expect(log.getByText('made a link to sign in for grace@example.org')).toBeVisible()

    await page.goto(`${origin}/settings/installation`)
    await page.getByLabel('Reading without signing in').selectOption('signed-in')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Settings saved')).toBeAttached()
    await page.goto(`${origin}/settings/audit`)
    await expect(log.getByText('reading: signed-in')).toBeVisible()
    await page.context().clearCookies()
    for (const address of pages.filter((one) => one !== '/sign-in')) {
      const answer = await page.request.get(origin + address, { maxRedirects: 0 })
      expect([answer.status(), answer.headers().location], address).toEqual([
        307,
        `/sign-in?to=${encodeURIComponent(address)}`,
      ])
    }

    await page.goto(`${origin}/owners`)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await page.getByLabel('E-mail address').fill('ADA@example.org')
    await page.getByLabel('Password').fill('notes on the engine')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page).toHaveURL(`${origin}/owners`)
    await expect(page.getByRole('button', { name: 'Account of Ada Byron' })).toBeVisible()
  } finally {
    run.child.kill('SIGINT')
    await run.code
    await rm(data, { recursive: true, force: true })
  }
})
