import { expect, test } from '@playwright/test'
import { sendEvents } from '@/lib/client/send-events'
import { AWKWARD_ID } from './chains'
import { server } from './server'

test('a support engineer pastes an event id and reads the whole chain', async ({ page }) => {
  await page.goto('/catalog')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('order-2')
  await page
    .getByRole('option', { name: /order-2/ })
    .first()
    .click()

  await expect(page).toHaveURL(/\/events\/order-2/)
  const tree = page.getByRole('tree')
  await expect(tree.getByRole('treeitem', { name: /CardExpired/ }).first()).toBeVisible()
  await expect(tree.getByRole('treeitem', { name: /never-received/ })).toBeVisible()
  await expect(tree.getByRole('treeitem', { name: /ReminderWasSent/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(tree.getByText(/clock/i).first()).toBeVisible()
})

test('an id with a slash, a percent and a question mark has a page of its own', async ({ page }) => {
  await page.goto(`/events/${encodeURIComponent(AWKWARD_ID)}`)
  await expect(page.getByRole('treeitem', { selected: true, name: /CardActivated/ })).toBeVisible()
})

test('the keyboard alone goes through a chain', async ({ page }) => {
  await page.goto('/events/order-1')
  const selected = page.getByRole('treeitem', { selected: true })
  await selected.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treeitem', { selected: true })).not.toHaveAccessibleName(
    /^CardExpired 1\.2\.0 .*order-1/,
  )
})

test('one box takes an event id, a trace id and a business key', async ({ page }) => {
  await page.goto('/explore')
  const box = page.getByRole('searchbox', { name: 'Event id, trace id or business key' })
  await box.fill('trace-1')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/events\/order-3/)
  await expect(page.getByRole('treeitem', { name: /ReminderWasSent/ })).toBeVisible()
  // What stands in several chains is a list to choose from.
  await page.goto('/explore')
  await box.fill('card_4711')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/key=card_4711/)
  await expect(page.getByText('key card_4711', { exact: true }).first()).toBeVisible()
  await box.fill('order-2')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/events\/order-2/)
  // What never came is found where it is missing.
  await page.goto('/explore')
  await box.fill('never-received')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/events\/order-4/)
  await expect(page.getByRole('treeitem', { name: /never-received/ })).toBeVisible()
})

test('a hand-over says cause, last good step, what is missing and broken, and how to reach whose it is', async ({
  page,
}) => {
  // The first time the owner cannot be read: that is told, and not that there is no contact.
  let asked = 0
  await page.route('**/api/v1/owners/cards', (route) => (asked++ === 0 ? route.abort() : route.continue()))
  await page.goto('/events/order-3')
  // Each event says whose it is, in which version, and what validation said.
  const panel = page.getByRole('complementary', { name: 'Selected event' })
  await expect(panel.getByRole('link', { name: 'cards', exact: true })).toBeVisible()
  await expect(panel.getByRole('link', { name: '1.2.0' })).toBeVisible()
  await expect(panel.getByText('breaks schema').first()).toBeVisible()
  await page.getByRole('button', { name: 'Hand over' }).click()
  const text = page.getByRole('dialog').getByLabel('Hand-over text')
  await expect(text).toContainText('Chain of CardExpired 1.2.0, event order-3')
  await expect(text).toContainText(/Cause: CardExpired 1\.2\.0, .*, owner cards, event order-1/)
  await expect(text).toContainText(/Last good step: ReminderWasSent 1\.0\.0, .*, 4 s after its parent/)
  await expect(text).toContainText('event never-received, not received; 1 event names it as parent')
  await expect(text).toContainText(/breaks schema: CardExpired 1\.2\.0, .*event order-3/)
  await expect(text).toContainText('/data/card_id: must be string')
  await expect(text).toContainText('Owner: cards (how to reach them could not be read)')
  await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).click()
  await expect(text).toContainText(/Owner: Cards \(.*@/)
  await expect(text).toContainText(/\/events\/order-3/)
})

test('the quarantine is searched, and what is found is tried again', async ({ page }) => {
  await page.goto('/quarantine')
  await page.getByRole('searchbox', { name: 'Search the quarantine' }).fill('broken-one')
  await expect(page).toHaveURL(/q=broken-one/)
  const rows = page.getByRole('link', { name: /is missing/ })
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Try it again' }).click()
  await expect(page.getByText('Tried 1 of 1: 0 are events now.')).toBeVisible()
  await rows.click()
  const panel = page.getByRole('complementary', { name: 'Message in quarantine' })
  await expect(panel.getByLabel('The message as received')).toContainText('"broken-one"')
  await panel.getByRole('button', { name: 'Try again' }).click()
  await expect(panel.getByText('It is still no valid event.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Reason' }).selectOption('required')
  await expect(page).toHaveURL(/code=required/)
  await page.getByRole('searchbox', { name: 'Search the quarantine' }).fill('nobody wrote this')
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(rows.first()).toBeVisible()
})

function buoys(from: number, count: number): Promise<unknown> {
  const texts = Array.from({ length: count }, (_, i) => {
    const schema = { name: 'BuoyMoved', version: '1' }
    const created_at = new Date(Date.now() - 60_000 + from + i).toISOString()
    return JSON.stringify({ data: {}, meta: { event_id: `buoy-${from + i}`, created_at, schema } })
  })
  return sendEvents(texts, server)
}

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
  await buoys(5_000, 1)
  // As if more events had been looked through than one answer tells of.
  await page.route(/\/api\/v1\/events\?.*without=BuoyBurned/, (route) => {
    const asked = new URL(route.request().url())
    if (!asked.searchParams.has('cursor'))
      return route.fulfill({ json: { items: [], next_cursor: 'further' } })
    asked.searchParams.delete('cursor')
    return route.continue({ url: asked.href })
  })
  await page.goto('/explore?type=BuoyMoved')
  await page.getByLabel('Not followed by').fill('BuoyBurned')
  await page.keyboard.press('Enter')
  await expect(page.getByText('no BuoyBurned').filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /BuoyMoved/ }).first()).toBeVisible()
})

test('the keyboard alone follows the live tail: pauses, goes on, keeps its row and opens it', async ({
  page,
}) => {
  // A proxy that refuses, as while its server restarts, ends the stream for the browser.
  await page.route('**/api/v1/event-stream*', (route) => route.fulfill({ status: 503 }), { times: 1 })
  await page.goto('/explore?type=BuoyMoved&live=true')
  const live = page.getByRole('group', { name: 'Live' })
  await expect(live.getByText('Connection lost, trying again')).toBeVisible()
  await live.getByRole('button', { name: 'Try now' }).press('Enter')
  await expect(live.getByText('Live', { exact: true })).toBeVisible()
  await buoys(0, 3)
  await expect(live.getByText('3 new events')).toBeVisible()
  const rows = page.getByRole('link', { name: /BuoyMoved/ })
  await rows.first().focus()
  await page.keyboard.press('j')
  const focused = page.locator(':focus')
  await expect(focused).toHaveAttribute('href', /buoy-1$/)
  await buoys(3, 2)
  await expect(live.getByText('5 new events')).toBeVisible()
  await expect(focused).toHaveAttribute('href', /buoy-1$/)
  await page.keyboard.press('j')
  await expect(focused).toHaveAttribute('href', /buoy-0$/)
  await live.getByRole('button', { name: 'Pause' }).press('Enter')
  await expect(live.getByRole('button', { name: 'Go on' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(live.getByText('Live', { exact: true })).toBeVisible()

  // More than the screen keeps: no hole is shown as if nothing had been in it.
  await buoys(5, 1_100)
  await expect(live.getByText('1,105 new events')).toBeVisible()
  await expect(page.getByText(/^The last 1,000 of 1,105 events that came\./)).toBeVisible()
  await page.mouse.wheel(0, 3_000)
  const read = rows.nth(30)
  const href = (await read.getAttribute('href')) ?? ''
  await buoys(1_105, 1_010)
  const show = live.getByRole('button', { name: 'Show 1,010 above' })
  await expect(page.locator(`a[href="${href}"]`)).toBeVisible()
  await show.press('Enter')
  await expect(live.getByRole('button', { name: 'Pause' })).toBeFocused()
  await expect(rows.first()).toHaveAttribute('href', /buoy-2114$/)
  await rows.first().press('Enter')
  await expect(page).toHaveURL(/\/events\/buoy-2114/)
})

test('the sheet of keys tells of the letters that lead through a chain', async ({ page }) => {
  await page.goto('/events/order-1')
  await page.getByRole('treeitem', { selected: true }).focus()
  await page.keyboard.press('?')
  const chain = page.getByRole('dialog', { name: 'Keys' }).getByRole('region', { name: 'Chain' })
  await expect(chain.getByText('Next event whose type begins so')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('treeitem', { selected: true })).toBeFocused()
  await page.keyboard.press('r')
  await expect(page.getByRole('treeitem', { name: /^ReminderWasSent/ })).toBeFocused()
})
