import { expect, test } from '@playwright/test'
import { ApiProblem, call } from '@/lib/client/api'
import { signedIn } from './roles'
import { server } from './server'

test.describe('an author', () => {
  test.use({ storageState: signedIn('author') })

  test('makes a token, sees it once, sends with it, and revokes it', async ({ page }) => {
    await page.goto('/settings/tokens')
    // What opens takes the focus, and what closes gives it back.
    const open = page.getByRole('button', { name: 'New token' })
    await open.click()
    await expect(page.getByLabel('Name')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(open).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Make the token' }).click()
    await expect(page.getByText('must not be empty')).toBeVisible()
    await page.getByLabel('Name').fill('CI of the shop')
    await page.getByLabel('read everything').check()
    await page.getByRole('button', { name: 'Make the token' }).click()
    const shown = page.getByRole('status').filter({ hasText: 'cannot be shown again' })
    const token = await shown.getByRole('code').innerText()
    const api = { ...server, token }
    expect(await call('getMe', {}, api)).toMatchObject({ kind: 'token', scopes: ['catalog:read'] })

    await page.reload()
    const row = page
      .getByRole('list', { name: 'Tokens' })
      .getByRole('listitem')
      .filter({ hasText: 'CI of the shop' })
    await expect(row).toBeVisible()
    await expect(page.getByText(token)).toHaveCount(0)
    await row.getByRole('button', { name: 'Revoke CI of the shop …' }).click()
    await expect(row.getByRole('button', { name: 'Keep it' })).toBeFocused()
    await row.getByRole('button', { name: 'Revoke CI of the shop', exact: true }).click()
    await expect(row).toHaveCount(0)
    await expect(open).toBeFocused()
    await expect(call('getMe', {}, api)).rejects.toBeInstanceOf(ApiProblem)
  })
})

test.describe('a reader', () => {
  test.use({ storageState: signedIn('reader') })

  test('reads, and may not publish', async ({ page }) => {
    const draft = await call('createDraft', { body: { event_type: 'CardExpired' } }, server)
    await page.goto(`/proposals/${draft.id}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const answer = await page.request.post(`/api/v1/proposals/${draft.id}/publish`, {
      headers: { 'if-match': `"${draft.revision}"` },
    })
    expect(answer.status()).toBe(403)
    expect(((await answer.json()) as { detail: string }).detail).toContain('This needs the role')
    await call('withdrawDraft', { params: { id: draft.id } }, server)
  })
})
