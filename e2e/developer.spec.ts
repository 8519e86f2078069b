import { expect, test } from '@playwright/test'

test('a developer finds the event for an expired card and says who consumes it', async ({ page }) => {
  await page.goto('/catalog')
  await page.getByRole('searchbox').fill('card exp')
  await expect(page).toHaveURL(/q=card/)
  await page
    .getByRole('link', { name: /CardExpired/ })
    .first()
    .click()

  await expect(page.getByRole('heading', { level: 1, name: /CardExpired/ })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Cards' }).first()).toBeVisible()
  await expect(page.getByText('reached its expiry date').first()).toBeVisible()

  await page.getByRole('button', { name: 'We consume this' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Service').selectOption({ index: 1 })
  await dialog.getByRole('button', { name: /Declare|Save/ }).click()
  await expect(dialog).toBeHidden()
})

test('a developer who leaves the capitals out and mistypes still finds it', async ({ page }) => {
  await page.goto('/catalog?q=cradexpired')
  await expect(page.getByRole('link', { name: /CardExpired/ }).first()).toBeVisible()
})
