import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { address, start } from './own-server'

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
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('a wrong password is said in words, and a link to elsewhere leads nowhere else', async ({ page }) => {
  await page.goto('/sign-in?to=https://evil.example')
  await page.getByLabel('E-mail address').fill('mara.lindqvist@harbourpine.example')
  await page.getByLabel('Password').fill('a wild guess at it')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('do not belong together')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in as Mara Lindqvist' }).click()
  await expect(page).toHaveURL('/')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`signing in is for everybody, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}

test('whoever comes first to an empty installation becomes its administrator', async ({ page }) => {
  const data = await mkdtemp(path.join(tmpdir(), 'pasttense-first-'))
  const run = start({ PASTTENSE_DATA: data, PORT: '0' })
  try {
    const origin = await address(run)
    await page.goto(`${origin}/sign-in`)
    await expect(page.getByRole('heading', { name: 'Make the first administrator' })).toBeVisible()
    await page.getByLabel('Name').fill('Ada Byron')
    await page.getByLabel('E-mail address').fill('ada@example.org')
    await page.getByLabel('Password').fill('notes on the engine')
    await page.getByRole('button', { name: 'Make the administrator' }).click()
    await expect(page.getByRole('button', { name: 'Account of Ada Byron' })).toBeVisible()

    await page.context().clearCookies()
    await page.goto(`${origin}/sign-in`)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await page.getByLabel('E-mail address').fill('ADA@example.org')
    await page.getByLabel('Password').fill('notes on the engine')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Account of Ada Byron' })).toBeVisible()
  } finally {
    run.child.kill('SIGINT')
    await run.code
    await rm(data, { recursive: true, force: true })
  }
})
