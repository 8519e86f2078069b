import { expect, test } from '@playwright/test'
import { savedLines } from './saved-lines'
import { tell } from './tell'

test('a chain too large for the page is there all the same', async ({ page }) => {
  await tell(
    ...Array.from({ length: 1_100 }, (_, n) => ({
      id: `lg-${n}`,
      type: n % 2 === 0 ? 'ShelfCounted' : 'ShelfFilled',
      ...(n === 0 ? {} : { parent: `lg-${n - 1}` }),
    })),
  )
  await page.goto('/events/lg-1099')
  await expect(page.getByRole('treeitem', { selected: true, name: /ShelfFilled/ })).toHaveAttribute(
    'aria-level',
    '1100',
  )
  // Of 1,100 rows those in sight are in the document.
  expect(await page.getByRole('treeitem').count()).toBeLessThan(120)
  // What comes to its beginning moves nothing of what one reads.
  const read = page.getByRole('treeitem', { selected: true })
  const before = await read.boundingBox()
  await tell({ id: 'lg-late', type: 'ShelfMoved', parent: 'lg-0', after: -300 })
  await expect(page.getByText('1,101 events')).toBeVisible()
  expect((await read.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
  const map = page.getByTitle('The whole chain: a click goes there')
  await expect(map.locator('path[d^="M"]').first()).toBeAttached()
  await map.click({ position: { x: 20, y: 4 } })
  await expect(page.getByRole('treeitem', { name: /ShelfMoved/ })).toBeInViewport()
})

test('what arrives late appears while one looks, and can be taken back in time', async ({ page }) => {
  await tell({ id: 'lu-2', type: 'ParcelShipped', parent: 'lu-1', after: 9 })
  await page.goto('/events/lu-2')
  await expect(page.getByRole('treeitem', { name: /Missing parent lu-1/ })).toBeVisible()
  await tell({ id: 'lu-1', type: 'ParcelPacked' })
  await expect(page.getByRole('treeitem', { name: /ParcelPacked/ })).toBeVisible()
  await expect(page.getByRole('treeitem', { name: /Missing parent/ })).toHaveCount(0)

  await page.getByRole('button', { name: 'What we knew' }).click()
  const slider = page.getByRole('slider', { name: 'Moment of receipt' })
  await expect(page).toHaveURL(/knew=/)
  const opened = page.url()
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(page.getByText('1 of 2 events')).toBeVisible()
  await expect(page.getByRole('treeitem', { name: /Missing parent lu-1/ })).toBeVisible()
  // The address follows the slider a moment later.
  await expect(page).not.toHaveURL(opened)
  await page.reload()
  await expect(page.getByRole('treeitem', { name: /Missing parent lu-1/ })).toBeVisible()
  expect(await savedLines(page, 'Envelopes as NDJSON')).toHaveLength(1)
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(page.getByRole('treeitem', { name: /ParcelPacked/ })).toBeVisible()
})

test('a late event moves neither the row that one is on nor its focus', async ({ page }) => {
  await tell(
    { id: 'st-0', type: 'PierOpened' },
    ...Array.from({ length: 40 }, (_, n) => ({
      id: `st-${n + 1}`,
      type: 'BoatMoored',
      parent: 'st-0',
      after: n + 1,
    })),
  )
  // At the top of the page, where rows that come have no room above the window.
  await page.goto('/events/st-0?fold=false')
  await page.getByRole('treeitem', { selected: true }).focus()
  for (let nth = 0; nth < 6; nth++) await page.keyboard.press('ArrowDown')
  const focused = page.locator('[role=treeitem]:focus')
  await expect(focused).toHaveAttribute('aria-posinset', '6')
  const before = await focused.boundingBox()
  await tell({ id: 'st-late', type: 'BoatSighted', parent: 'st-0', after: -60 })
  await expect(page.getByText('42 events')).toBeVisible()
  await expect(focused).toHaveAttribute('aria-posinset', '7')
  expect((await focused.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
})
