import { expect, test } from '@playwright/test'
import { AWKWARD_ID } from './chains'

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
  await page.getByRole('dialog').getByRole('button', { name: 'Copy text' }).press('Enter')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toBe(await text.textContent())
})
