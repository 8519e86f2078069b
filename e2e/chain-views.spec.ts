import { expect, test } from '@playwright/test'
import { basket } from './basket'
import { savedLines } from './saved-lines'
import { tell } from './tell'

const bk = `views-${process.env.TEST_WORKER_INDEX}`
const told = basket(bk)

test.beforeAll(() => tell(...told))

test('the graph has each type once, and opens the tree at a type', async ({ page }) => {
  await page.goto(`/events/${bk}-1?view=graph`)
  const graph = page.getByLabel('Event types of the chain')
  await expect(graph.getByText('ItemPicked', { exact: false })).toHaveCount(1)
  await expect(graph.getByText('3 × · 4 s')).toBeVisible()
  const box = (type: string) => page.locator('.react-flow__node', { hasText: type })
  await page.getByLabel('Filter events of the chain').fill(`${bk}-3`)
  await expect(box('ItemPicked')).toHaveAccessibleName(/3 events, 1 of them matches the filter/)
  await expect(box('ItemPicked')).toContainText('1 of 3')
  await expect(box('BasketPaid')).toHaveAccessibleName(/1 event, 0 of them match the filter/)
  await box('BasketPaid').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=BasketPaid/)
  // The row takes the focus over, and a letter leads to the next row that begins with it.
  await expect(page.getByRole('treeitem', { selected: true, name: /BasketPaid/ })).toBeFocused()
  await page.keyboard.type('items')
  await expect(page.getByRole('treeitem', { name: /^ItemScanned/ }).first()).toBeFocused()
})

test('the table sorts, and goes into a file', async ({ page }) => {
  await page.goto(`/events/${bk}-1?view=table`)
  await page.getByRole('button', { name: 'Created' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('ItemScanned')
  await page.getByRole('link', { name: /ItemScanned/ }).focus()
  await page.keyboard.press(' ')
  await expect(page.getByRole('complementary', { name: 'Selected event' })).toContainText('ItemScanned')
  const table = await savedLines(page, 'Table as CSV')
  expect(table).toHaveLength(7)
  // In the order that was chosen.
  expect(table[1]).toMatch(new RegExp(`^${bk}-6,`))
  expect(JSON.parse((await savedLines(page, 'Table as JSON')).join('\n'))).toHaveLength(6)
  expect(await savedLines(page, 'Table as NDJSON')).toHaveLength(6)
  const envelopes = await savedLines(page, 'Envelopes as NDJSON')
  expect(envelopes.map((line) => (JSON.parse(line) as { data: unknown }).data)).toEqual(
    told.map(() => ({ basket_id: 'basket-7' })),
  )
})
