import { expect, test } from '@playwright/test'
import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'
import { tell } from './tell'

test('Explore finds what did not follow, and says why each row is there', async ({ page }) => {
  await tell(
    { id: 'nf-1', type: 'QuoteRequested' },
    { id: 'nf-2', type: 'QuoteRequested' },
    { id: 'nf-3', type: 'QuoteSent', parent: 'nf-1', after: 30 },
  )
  await page.goto('/explore?type=QuoteRequested')
  await page.getByLabel('Not followed by').fill('QuoteSent')
  await page.keyboard.press('Enter')
  const minutes = page.getByLabel('Within minutes')
  await minutes.fill('5')
  await page.keyboard.press('Enter')
  await expect(page.getByText('that QuoteSent did not follow within 5 min')).toBeVisible()
  await minutes.fill('soon')
  await page.keyboard.press('Enter')
  await expect(minutes).toHaveAccessibleDescription(/Not a whole number from 1 to 525,600/)
  await expect(minutes).toHaveValue('soon')
  await expect(page.getByText('that QuoteSent did not follow, newest first')).toBeVisible()
  await minutes.fill('5')
  await page.keyboard.press('Enter')
  await expect(minutes).toHaveAccessibleDescription('')
  await expect(page.getByText('that QuoteSent did not follow within 5 min')).toBeVisible()
  await expect(page.getByText('no QuoteSent').filter({ visible: true })).toHaveCount(1)
  // On a phone the results come first: the filters are folded behind a button that counts them.
  await page.setViewportSize({ width: 375, height: 720 })
  await page.reload()
  const row = page.getByRole('link', { name: /QuoteRequested/ })
  await expect(row).toBeInViewport()
  const button = page.getByRole('button', { name: 'Filters, 2 set' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await button.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await page.getByLabel('Version').focus()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await row.click()
  await expect(page).toHaveURL(/events\/nf-2/)
})

test('Explore narrows by everything an event has, and says why each row is there', async ({ page }) => {
  await page.goto('/explore?type=CardExpired&range=24h')
  await page.getByLabel('Version').fill('1.2.0')
  await page.keyboard.press('Enter')
  const filters = page.getByRole('form', { name: 'Filters' })
  await filters.getByLabel('Owner').selectOption('cards')
  await filters.getByLabel('Domain').selectOption('cards')
  await filters.getByLabel('Kind').selectOption('domain')
  await filters.getByLabel('Validity').selectOption('invalid')
  await filters.getByLabel('Business key').fill('17')
  await page.keyboard.press('Enter')
  await expect(
    page.getByText(
      /^Events that break their schema of the type CardExpired in version 1\.2\.0 whose type is owned by cards of the domain cards of the business \(domain events\) that hold the key 17 created since/,
    ),
  ).toBeVisible()
  const rows = page.getByRole('link', { name: /CardExpired/ })
  await expect(rows).toHaveCount(1)
  const why = page.getByText('key 17', { exact: true }).filter({ visible: true })
  await expect(why).toHaveCount(1)
  // On a phone too each row says why it is there.
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(why).toHaveCount(1)
  await page.setViewportSize({ width: 1440, height: 900 })
  await filters.getByLabel('Service').selectOption('order-service')
  await expect(page.getByText('No event matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).first().click()
  await expect(page).toHaveURL(/\/explore$/)
})

test('the keyboard alone narrows Explore, and no field loses the focus', async ({ page }) => {
  await page.goto('/explore?type=CardExpired')
  const version = page.getByRole('form', { name: 'Filters' }).getByLabel('Version')
  await version.focus()
  await page.keyboard.type('1.2.0')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/version=1\.2\.0/)
  await expect(version).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('form', { name: 'Filters' }).getByLabel('Owner')).toBeFocused()
  // A moment that is being written may be none for a while.
  await page.getByRole('combobox', { name: 'Time of creation' }).selectOption({ label: 'From … to' })
  const from = page.getByLabel('From, UTC')
  await from.focus()
  await page.keyboard.press('Backspace')
  await expect(from).toBeFocused()
  await page.getByRole('button', { name: 'Clear all filters' }).first().press('Enter')
  await expect(page).toHaveURL(/\/explore$/)
  await expect(page.getByRole('button', { name: /^Filters/ })).toBeFocused()
})

test('Explore looks further back before it says that nothing matches', async ({ page }) => {
  await tell({ id: 'further-1', type: 'BuoyMoored' })
  // As if more events had been looked through than one answer tells of.
  await page.route(/\/api\/v1\/events\?.*without=BuoyBurned/, (route) => {
    const asked = new URL(route.request().url())
    if (!asked.searchParams.has('cursor'))
      return route.fulfill({ json: { items: [], next_cursor: 'further' } })
    asked.searchParams.delete('cursor')
    return route.continue({ url: asked.href })
  })
  await page.goto('/explore?type=BuoyMoored')
  await page.getByLabel('Not followed by').fill('BuoyBurned')
  await page.keyboard.press('Enter')
  await expect(page.getByText('no BuoyBurned').filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /BuoyMoored/ }).first()).toBeVisible()
})

test('a long name keeps to its row, in Explore and in its chain', async ({ page }) => {
  const type = 'CustomerAddressVerificationDocumentRequested'
  await tell({ id: 'long-name-1', type })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/explore?type=${type}`)
  const name = page.locator('a[href="/events/long-name-1"]')
  expect((await name.boundingBox())!.height).toBeLessThanOrEqual(32)
  await name.click()
  const row = page.getByRole('treeitem', { name: type })
  await expect(row).toBeVisible()
  const [all, verb] = [(await row.boundingBox())!, (await row.locator('.verb').boundingBox())!]
  expect(verb.y + verb.height).toBeLessThan(all.y + all.height)
})

test('on a phone Explore says what is wrong with an event', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/explore?type=CardExpired&validity=invalid')
  await expect(
    page.getByText('breaks schema', { exact: true }).filter({ visible: true }).first(),
  ).toBeVisible()
})

test('a row with many remarks says why it matched, and cuts none of them in two', async ({ page }) => {
  const hourAgo = Date.now() - 3_600_000
  const event = (id: string, at: number, rest: object) =>
    JSON.stringify({
      data: { order_id: 'crowd-1', ...rest },
      meta: {
        event_id: id,
        ...(id === 'crowd-root' ? {} : { parent_event_id: 'crowd-root' }),
        created_at: new Date(at).toISOString(),
        schema: { name: 'OrderPlaced', version: '1.0.0' },
      },
    })
  await sendEvents(
    [
      event('crowd-root', hourAgo, {}),
      event('crowd-child', hourAgo - 60_000, {}),
      event('crowd-child', hourAgo - 60_000, { total: 'other' }),
    ],
    server,
  )
  await page.goto('/explore?key=crowd-1')
  const row = page.getByRole('row').filter({ has: page.locator('a[href="/events/crowd-child"]') })
  await expect(row.getByText('breaks schema')).toBeVisible()
  const others = row.getByText(/^\+\d$/).filter({ visible: true })
  for (const width of [700, 1024, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await expect(others).toHaveCount(1)
    const cell = others.locator('xpath=ancestor::*[@role="cell"]')
    const tags = cell.locator('[title]').filter({ visible: true })
    const end = await cell.evaluate((element) => element.getBoundingClientRect().right)
    for (const tag of await tags.all())
      expect(await tag.evaluate((element) => element.getBoundingClientRect().right)).toBeLessThanOrEqual(end)
  }
  const why = row.getByText('key crowd-1', { exact: true }).filter({ visible: true })
  expect(await why.evaluate((tag) => tag.scrollWidth - tag.clientWidth)).toBe(0)
})
