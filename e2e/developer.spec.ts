import { expect, test } from '@playwright/test'
import { call } from '@/lib/client/api'
import { signedIn } from './roles'
import { server } from './server'

test('a developer finds the event for an expired card and says who consumes it', async ({ page }) => {
  await page.goto('/catalog')
  await page.getByRole('searchbox').fill('card exp')
  // What is still on its way would move the rows under the pointer.
  await expect(page.getByRole('cell').first()).toContainText('CardExpired')
  await expect(page).toHaveURL(/q=card/)
  await page
    .getByRole('link', { name: /CardExpired/ })
    .first()
    .click()

  await expect(page.getByRole('heading', { level: 1, name: /CardExpired/ })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Cards' }).first()).toBeVisible()
  await expect(page.getByText('reached its expiry date').first()).toBeVisible()

  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'We consume this' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Service').selectOption({ index: 1 })
  await dialog.getByRole('button', { name: /Declare|Save/ }).click()
  await expect(dialog).toBeHidden()

  // Real ones: what validation said, and a way into their chain.
  await page.getByRole('link', { name: 'Events', exact: true }).click()
  await expect(page).toHaveURL(/tab=events/)
  const latest = page.getByRole('region', { name: 'Latest events of CardExpired' }).getByRole('row')
  const row = latest.filter({ has: page.getByRole('link', { name: 'order-1', exact: true }) })
  for (const word of ['1.2.0', 'breaks schema', 'card-lifecycle', 'duplicate'])
    await expect(row).toContainText(word)
  await expect(page.getByRole('link', { name: 'Search all in Explore' })).toHaveAttribute(
    'href',
    /\/explore\?type=CardExpired/,
  )
  await row.getByRole('link').click()
  await expect(
    page
      .getByRole('tree')
      .getByRole('treeitem', { name: /CardExpired/ })
      .first(),
  ).toBeVisible()
  await page.goto('/settings/audit?action=declaration-made')
  const said = page.getByRole('list', { name: 'Audit log' }).getByRole('listitem')
  await expect(said.filter({ hasText: /declared .* a consumer of CardExpired/ }).first()).toBeVisible()
})

test('a developer who leaves the capitals out and mistypes still finds it', async ({ page }) => {
  await page.goto('/catalog?q=cradexpired')
  await expect(page.getByRole('link', { name: /CardExpired/ }).first()).toBeVisible()
})

test.describe('an author', () => {
  test.use({ storageState: signedIn('author') })

  test('says what the services of their own team consume, and takes only that back', async ({ page }) => {
    const { owners } = (await (await page.request.get('/api/v1/me')).json()) as { owners: string[] }
    const { items } = await call('listServices', { query: { limit: 1_000 } }, server)
    const ours = items.filter(({ owner }) => owner === null || owners.includes(owner.slug))
    const { consumers } = await call('getEventType', { params: { name: 'OrderPlaced' } }, server)
    const theirs = consumers.filter(({ declared, owner }) => declared && !owners.includes(owner?.slug ?? ''))
    expect([ours.length > 0, theirs.length > 0]).toEqual([true, true])

    await page.goto('/catalog/OrderPlaced')
    await page.getByRole('button', { name: 'We consume this' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('option')).toHaveText(ours.map(({ name }) => name))
    await expect(dialog.getByText(/ others their owners say it\.$/)).toBeVisible()
    const { slug, name } = ours[0]!
    await dialog.getByLabel('Service').selectOption(slug)
    await dialog.getByRole('button', { name: 'Declare' }).click()
    await expect(dialog).toBeHidden()

    const takeBack = (who: string) =>
      page.getByRole('button', { name: `Take back that ${who} is a consumer`, exact: true })
    await expect(takeBack(name)).toBeVisible()
    for (const other of theirs) await expect(takeBack(other.name)).toHaveCount(0)
    await takeBack(name).click()
    await expect(takeBack(name)).toHaveCount(0)
  })
})
