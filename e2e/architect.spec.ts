import { expect, test } from '@playwright/test'

test('an architect reads two versions side by side', async ({ page }) => {
  await page.goto('/catalog/CardExpired')
  await page
    .getByRole('link', { name: /Versions/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/versions/)
  await expect(page.getByRole('columnheader', { name: /1\.2\.0/ }).first()).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /expired_on/ }).first()).toBeVisible()

  await page.goto('/catalog/PaymentCaptured/versions?from=2.0.0&to=2.1.0')
  await expect(page.getByText(/breaking/i).first()).toBeVisible()
  await expect(page.getByText('provider').first()).toBeVisible()

  // Drawn anew in the other colours, the texts are still those of an editor that has all it needs.
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto('/catalog/PaymentCaptured/versions?from=2.0.0&to=2.1.0&view=text')
  const texts = page.locator('.monaco-diff-editor').first()
  await expect(texts.getByText('provider').first()).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(texts.locator('.vs-dark').first()).toBeVisible()
  await expect(texts.getByText('provider').first()).toBeVisible()
  expect(errors).toEqual([])
})
