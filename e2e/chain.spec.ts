import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'

interface Told {
  id: string
  type: string
  parent?: string
  /** Seconds after the story began. */
  after?: number
}

async function tell(...events: Told[]): Promise<void> {
  const start = Date.now() - 600_000
  await sendEvents(
    events.map(({ id, type, parent, after = 0 }) =>
      JSON.stringify({
        data: { basket_id: 'basket-7' },
        meta: {
          event_id: id,
          created_at: new Date(start + after * 1_000).toISOString(),
          schema: { name: type, version: '1.0.0' },
          owner_id: 'shop',
          ...(parent === undefined ? {} : { parent_event_id: parent }),
        },
      }),
    ),
    server,
  )
}

const basket: Told[] = [
  { id: 'bk-1', type: 'BasketPlaced' },
  { id: 'bk-2', type: 'BasketPaid', parent: 'bk-1', after: 2 },
  ...[3, 4, 5].map((n) => ({ id: `bk-${n}`, type: 'ItemPicked', parent: 'bk-1', after: n })),
  { id: 'bk-6', type: 'ItemScanned', parent: 'bk-2', after: -10 },
]

test.beforeAll(() => tell(...basket))

test('equal siblings stand as one row with their count, and open by key', async ({ page }) => {
  await page.goto('/events/bk-1')
  const fold = page.getByRole('treeitem', { name: /ItemPicked, 3 times/ })
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await page.getByRole('treeitem', { selected: true }).focus()
  await page.keyboard.press('End')
  await expect(fold).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('treeitem', { name: /ItemPicked/ })).toHaveCount(4)
  await expect(page.getByRole('treeitem', { name: /ItemPicked/ }).last()).toHaveAttribute('aria-level', '3')
})

test('a child before its parent says in words that clocks disagree', async ({ page }) => {
  await page.goto('/events/bk-6')
  await expect(page.getByRole('treeitem', { name: /12 s before its parent: clocks disagree/ })).toBeVisible()
})

test('levels shut, a filter dims and jumps to what it finds', async ({ page }) => {
  await page.goto('/events/bk-1')
  await page.getByLabel('Levels shown').selectOption('1')
  await expect(page.getByRole('treeitem')).toHaveCount(1)
  await expect(page.getByRole('treeitem').getByText('5 hidden')).toBeVisible()
  await page.getByLabel('Filter events of the chain').fill('scanned')
  await expect(page.getByText('1 matches')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treeitem', { selected: true, name: /ItemScanned/ })).toBeVisible()
})

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
})

test('the graph has each type once, and opens the tree at a type', async ({ page }) => {
  await page.goto('/events/bk-1?view=graph')
  const graph = page.getByLabel('Event types of the chain')
  await expect(graph.getByText('ItemPicked', { exact: false })).toHaveCount(1)
  await expect(graph.getByText('3 × · 4 s')).toBeVisible()
  await page.locator('.react-flow__node', { hasText: 'BasketPaid' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=BasketPaid/)
  await expect(page.getByRole('treeitem', { selected: true, name: /BasketPaid/ })).toBeVisible()
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
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(page.getByText('1 of 2 events')).toBeVisible()
  await expect(page.getByRole('treeitem', { name: /Missing parent lu-1/ })).toBeVisible()
  await expect(page).toHaveURL(/knew=/)
  await page.reload()
  await expect(page.getByRole('treeitem', { name: /Missing parent lu-1/ })).toBeVisible()
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(page.getByRole('treeitem', { name: /ParcelPacked/ })).toBeVisible()
})

test('the table sorts, and goes into a file', async ({ page }) => {
  await page.goto('/events/bk-1?view=table')
  await page.getByRole('button', { name: 'Created' }).click()
  await expect(page.getByRole('link', { name: /ItemScanned/ }).first()).toBeVisible()
  const saved = async (entry: string) => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: entry }).click()
    return (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\n')
  }
  expect(await saved('Table as CSV')).toHaveLength(7)
  const envelopes = await saved('Envelopes as NDJSON')
  expect(envelopes.map((line) => (JSON.parse(line) as { data: unknown }).data)).toEqual(
    basket.map(() => ({ basket_id: 'basket-7' })),
  )
})

test('events come in live, and none is lost to a pause', async ({ page }) => {
  await page.goto('/explore?type=BasketShipped&live=true')
  const live = page.getByRole('group', { name: 'Live' })
  await expect(live.getByText('Live', { exact: true })).toBeVisible()
  await tell({ id: 'lv-1', type: 'BasketShipped' })
  await expect(live.getByText('1 new event')).toBeVisible()
  await expect(page.getByRole('link', { name: /BasketShipped/ })).toHaveCount(1)
  await live.getByRole('button', { name: 'Pause' }).click()
  await expect(live.getByText('Paused')).toBeVisible()
  await tell({ id: 'lv-2', type: 'BasketShipped' }, { id: 'lv-3', type: 'BasketShipped' })
  await live.getByRole('button', { name: 'Go on' }).click()
  await expect(live.getByText('3 new events')).toBeVisible()
  await expect(page.getByRole('link', { name: /BasketShipped/ })).toHaveCount(3)
})

test('Explore finds what did not follow, and says why each row is there', async ({ page }) => {
  await tell(
    { id: 'nf-1', type: 'QuoteRequested' },
    { id: 'nf-2', type: 'QuoteRequested' },
    { id: 'nf-3', type: 'QuoteSent', parent: 'nf-1', after: 30 },
  )
  await page.goto('/explore?type=QuoteRequested')
  await page.getByLabel('Not followed by').fill('QuoteSent')
  await page.keyboard.press('Enter')
  await page.getByLabel('Within minutes').fill('5')
  await page.keyboard.press('Enter')
  await expect(page.getByText('that QuoteSent did not follow within 5 min')).toBeVisible()
  await expect(page.getByText('no QuoteSent')).toHaveCount(1)
  await page.getByRole('link', { name: /QuoteRequested/ }).click()
  await expect(page).toHaveURL(/events\/nf-2/)
})
