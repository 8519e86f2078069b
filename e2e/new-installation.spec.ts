import { expect, test } from '@playwright/test'

test('a person describes a company on the screens alone', async ({ page }) => {
  await page.goto('/domains')
  await page
    .getByRole('button', { name: /Add a domain|New domain/ })
    .first()
    .click()
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Gardening')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Add|Save/ })
    .click()
  await expect(page.getByRole('link', { name: 'Gardening' }).first()).toBeVisible()

  await page.goto('/owners')
  await page
    .getByRole('button', { name: /Add an owner|New owner/ })
    .first()
    .click()
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Gardeners')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Add|Save/ })
    .click()
  await expect(page.getByRole('link', { name: 'Gardeners' }).first()).toBeVisible()

  await page.goto('/catalog')
  await page
    .getByRole('button', { name: /Register/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('HedgeTrimmed')
  await dialog.getByLabel(/Owner/).selectOption({ label: 'Gardeners' })
  await dialog.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /HedgeTrimmed/ })).toBeVisible()
})
