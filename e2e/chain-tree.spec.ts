import { expect, test, type Locator } from '@playwright/test'
import { basket } from './basket'
import { tell } from './tell'

const bk = `tree-${process.env.TEST_WORKER_INDEX}`

test.beforeAll(() => tell(...basket(bk)))

/** Pixels of the row's point and of the line that leads back from it. */
async function placesIn(row: Locator): Promise<{ point: number; from: number; to: number }> {
  const point = (await row.locator('[data-point]').boundingBox())!
  const lines = row.locator('[data-line]')
  const line = (await lines.count()) === 0 ? null : await lines.boundingBox()
  const middle = point.x + point.width / 2
  return { point: middle, from: line?.x ?? middle, to: line === null ? middle : line.x + line.width }
}

test('events are points on one time axis, each with a line back to the moment of its parent', async ({
  page,
}) => {
  await page.goto(`/events/${bk}-1?fold=false`)
  const row = (name: RegExp) => page.getByRole('treeitem', { name })
  const placed = await placesIn(row(/^BasketPlaced/))
  const paid = await placesIn(row(/^BasketPaid/))
  const scanned = await placesIn(row(/^ItemScanned/))
  const picked = await placesIn(row(/^ItemPicked/).last())
  // 10 seconds before the first event, 2 and 5 seconds after it.
  const second = (placed.point - scanned.point) / 10
  expect(second).toBeGreaterThan(3)
  expect(Math.abs(paid.point - placed.point - 2 * second)).toBeLessThan(1.5)
  expect(Math.abs(picked.point - placed.point - 5 * second)).toBeLessThan(1.5)
  for (const { from, to, point } of [paid, picked]) {
    expect(Math.abs(from - placed.point)).toBeLessThan(1.5)
    expect(Math.abs(to - point)).toBeLessThan(1.5)
  }
  // The clock of its producer lags behind: its recorded time stands, and its line leads on to the parent.
  expect(Math.abs(scanned.from - scanned.point)).toBeLessThan(1.5)
  expect(Math.abs(scanned.to - paid.point)).toBeLessThan(1.5)
})

test('the keyboard alone reaches, opens and shuts every row, and each says where it stands', async ({
  page,
}) => {
  await page.goto(`/events/${bk}-1`)
  const row = (name: RegExp) => page.getByRole('treeitem', { name })
  const [placed, paid, scanned, picked] = [/^BasketPlaced/, /^BasketPaid/, /^ItemScanned/, /^ItemPicked/].map(
    row,
  )
  const stands = async (one: Locator, level: number, position: number, size: number) => {
    await expect(one).toHaveAttribute('aria-level', String(level))
    await expect(one).toHaveAttribute('aria-posinset', String(position))
    await expect(one).toHaveAttribute('aria-setsize', String(size))
  }
  await stands(placed!, 1, 1, 1)
  await stands(paid!, 2, 1, 2)
  await stands(scanned!, 3, 1, 1)
  await stands(picked!, 2, 2, 2)
  const press = async (key: string, focused: Locator) => {
    await page.keyboard.press(key)
    await expect(focused).toBeFocused()
  }
  await placed!.focus()
  await press('ArrowDown', paid!)
  await press('ArrowRight', scanned!)
  await press('ArrowLeft', paid!)
  await press('ArrowLeft', paid!)
  await expect(paid!).toHaveAttribute('aria-expanded', 'false')
  await expect(scanned!).toHaveCount(0)
  await press('ArrowDown', picked!)
  // What stands beside it opens, itself too.
  await press('*', picked!.first())
  await expect(scanned!).toHaveCount(1)
  await expect(picked!).toHaveCount(4)
  await press('Home', placed!)
  await press('End', picked!.last())
  await press('ArrowUp', picked!.nth(2))
  await press('PageUp', placed!)
  await press('PageDown', picked!.last())
  await press('Enter', picked!.last())
  await expect(picked!.last()).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('complementary', { name: 'Selected event' })).toContainText(`${bk}-5`)
})

test('equal siblings stand as one row with their count, and open by key', async ({ page }) => {
  await page.goto(`/events/${bk}-1`)
  const fold = page.getByRole('treeitem', { name: /ItemPicked, 3 times/ })
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await page.getByRole('treeitem', { selected: true }).focus()
  await page.keyboard.press('End')
  await expect(fold).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('treeitem', { name: /ItemPicked/ })).toHaveCount(4)
  await expect(page.getByRole('treeitem', { name: /ItemPicked/ }).last()).toHaveAttribute('aria-level', '3')
})

test('a row of many remarks keeps its owner, the gravest remark and the number of the others', async ({
  page,
}) => {
  const boiled = { id: `${bk}-boiled`, type: 'KettleBoiled' }
  const poured = { id: `${bk}-poured`, type: 'TeaPoured', parent: boiled.id, after: -30 }
  await tell(boiled, poured)
  // Once more, and of another moment.
  await tell(poured)
  await page.goto(`/events/${boiled.id}`)
  const row = page.getByRole('treeitem', { name: /^TeaPoured/ })
  const said = 'owner shop, version 1.0.0, conflict, clocks disagree by 30 s, late, unchecked'
  await expect(row).toHaveAccessibleName(new RegExp(said))
  const owner = row.getByText('shop', { exact: true })
  await expect(owner).toBeVisible()
  expect(await owner.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  await expect(row.getByText('conflict')).toBeVisible()
  // Each remark is whole, or one of the number: by title, and beside the name while the keys are on the row.
  const count = row.getByText(/^\+\d$/).filter({ visible: true })
  await expect(count).toBeVisible()
  await expect(row.getByTitle(/unchecked: /).filter({ visible: true })).toContainText('+')
  await expect(row.getByText('unchecked', { exact: true })).toBeHidden()
  await page.getByRole('treeitem', { selected: true }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(row).toBeFocused()
  await expect(row.getByText('unchecked', { exact: true })).toBeVisible()
  // In the table the same, beside the panel too.
  await page.getByRole('button', { name: 'table' }).click()
  const remarks = page
    .getByRole('row', { name: /TeaPoured/ })
    .getByRole('cell')
    .last()
  await expect(remarks).toContainText('conflict')
  expect(await remarks.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  await expect(remarks.getByText(/^\+\d$/).filter({ visible: true })).toHaveCount(1)
  await expect(page.getByRole('row', { name: /TeaPoured/ }).getByRole('link')).toHaveAttribute(
    'title',
    /unchecked/,
  )
})

test('levels shut, a filter dims and jumps to what it finds', async ({ page }) => {
  await page.goto(`/events/${bk}-1`)
  await page.getByLabel('Levels shown').selectOption('1')
  await expect(page.getByRole('treeitem')).toHaveCount(1)
  const hidden = page.getByRole('treeitem').getByText('5 hidden')
  await expect(hidden).toBeVisible()
  // Of a row that is full of tags, these are what is cut off.
  const before = await page.getByRole('treeitem').getByText('unchecked').boundingBox()
  expect((await hidden.boundingBox())!.x).toBeLessThan(before!.x)
  await page.getByLabel('Filter events of the chain').fill('scanned')
  await expect(page.getByText('1 matches')).toBeVisible()
  await expect(page.getByRole('treeitem').getByText('5 hidden, 1 match')).toBeVisible()
  await page.keyboard.press('Enter')
  const found = page.getByRole('treeitem', { selected: true, name: /ItemScanned/ })
  await expect(found).toBeVisible()
  // What does not match stays, and is dimmed.
  const time = (row: Locator) => row.locator('> :nth-child(2)')
  await expect(time(found)).toHaveCSS('opacity', '1')
  await expect(time(page.getByRole('treeitem', { name: /^BasketPaid/ }))).toHaveCSS('opacity', '0.3')
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

test('the sheet of keys tells of the letters that lead through a chain', async ({ page }) => {
  await page.goto('/events/order-1')
  await page.getByRole('treeitem', { selected: true }).focus()
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  // A key that comes before the page's scripts do is nobody's.
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(sheet).toBeVisible({ timeout: 2_000 })
  }).toPass()
  const chain = sheet.getByRole('region', { name: 'Chain' })
  await expect(chain.getByText('Next event whose type begins so')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('treeitem', { selected: true })).toBeFocused()
  await page.keyboard.press('r')
  await expect(page.getByRole('treeitem', { name: /^ReminderWasSent/ })).toBeFocused()
})
