import { expect, test } from '@playwright/test'
import { basket } from './basket'
import { tell, type Told } from './tell'

const bk = `accidents-${process.env.TEST_WORKER_INDEX}`

test('a child before its parent says in words that clocks disagree', async ({ page }) => {
  await tell(...basket(bk))
  await page.goto(`/events/${bk}-6`)
  await expect(
    page.getByRole('treeitem', { name: /clocks disagree by 12 s, .*−12 s since its parent/ }),
  ).toBeVisible()
  // By the clock of whoever received them, no event came before another.
  const start = page.getByTitle(/^\d{4}-\d\d-\d\d UTC$/)
  const created = (await start.textContent()) ?? ''
  await page.getByLabel('Time axis').selectOption('received')
  await expect(start).not.toHaveText(created)
  await expect(page).toHaveURL(/axis=received/)
})

test('a missing parent reunites its children, and what only shares a trace stands apart', async ({
  page,
}) => {
  await tell(
    { id: 'mp-1', type: 'CrateLoaded', parent: 'mp-0', trace: 'mp-trace' },
    { id: 'mp-2', type: 'CrateSealed', parent: 'mp-0', after: 1 },
    { id: 'mp-3', type: 'InvoiceBooked', trace: 'mp-trace', after: 2 },
  )
  await page.goto('/events/mp-1')
  const missing = page.getByRole('treeitem', { name: 'Missing parent mp-0, not received, named by 2 events' })
  await expect(missing).toHaveAttribute('aria-level', '1')
  for (const child of [/CrateLoaded/, /CrateSealed/])
    await expect(page.getByRole('treeitem', { name: child })).toHaveAttribute('aria-level', '2')
  const section = page.getByRole('treeitem', { name: /^Same trace, not linked by a parent/ })
  await expect(section).toBeVisible()
  await expect(page.getByRole('treeitem', { name: /InvoiceBooked/ })).toHaveAttribute('aria-level', '2')
  await expect(page.getByText('1 by trace only')).toBeVisible()
})

test('cycles and events that name themselves are flagged where they are', async ({ page }) => {
  await tell(
    { id: 'cy-1', type: 'LoopOpened', parent: 'cy-2' },
    { id: 'cy-2', type: 'LoopClosed', parent: 'cy-1', after: 1 },
    { id: 'cy-3', type: 'LoopNamed', parent: 'cy-3', after: 2 },
  )
  await page.goto('/events/cy-1')
  await expect(page.getByRole('treeitem', { name: /LoopOpened.*in a cycle/ })).toHaveCount(1)
  await expect(page.getByRole('treeitem', { name: /LoopClosed.*in a cycle/ })).toHaveAttribute(
    'aria-level',
    '2',
  )
  await page.goto('/events/cy-3')
  await expect(page.getByRole('treeitem', { name: /LoopNamed.*in a cycle/ })).toHaveCount(1)
})

test('of other content under one id both stay, and what differs is shown', async ({ page }) => {
  const sealed = (weight: number): Told => ({
    id: 'cf-1',
    type: 'BasketSealed',
    data: { weight, seal: 'wax' },
  })
  await tell(sealed(3), sealed(3))
  await tell(sealed(4))
  await page.goto('/events/cf-1')
  await expect(page.getByRole('treeitem', { name: /BasketSealed.*conflict/ })).toBeVisible()
  await expect(page.getByText('duplicate ×2', { exact: true }).first()).toBeVisible()
  const differing = page.getByRole('region', { name: 'What differs' })
  await expect(differing).toContainText('/data/weight 3 → 4')
  await expect(differing).not.toContainText('seal')
  await page.getByText('All of its data').click()
  await expect(page.getByLabel('Data of the conflicting delivery')).toContainText('"wax"')
})
