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
