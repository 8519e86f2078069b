import { readFile } from 'node:fs/promises'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { call } from '@/lib/client/api'
import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'

interface Told {
  id: string
  type: string
  parent?: string
  /** Seconds after the story began. */
  after?: number
  trace?: string
  data?: object
}

async function tell(...events: Told[]): Promise<void> {
  const start = Date.now() - 600_000
  await sendEvents(
    events.map(({ id, type, parent, after = 0, trace, data = { basket_id: 'basket-7' } }) =>
      JSON.stringify({
        data,
        meta: {
          event_id: id,
          created_at: new Date(start + after * 1_000).toISOString(),
          schema: { name: type, version: '1.0.0' },
          owner_id: 'shop',
          parent_event_id: parent,
          trace_id: trace,
        },
      }),
    ),
    server,
  )
}

/** The lines of a file that the chain's page exports. */
async function saved(page: Page, entry: string): Promise<string[]> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
  return (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\n')
}

const basket: Told[] = [
  { id: 'bk-1', type: 'BasketPlaced' },
  { id: 'bk-2', type: 'BasketPaid', parent: 'bk-1', after: 2 },
  ...[3, 4, 5].map((n) => ({ id: `bk-${n}`, type: 'ItemPicked', parent: 'bk-1', after: n })),
  { id: 'bk-6', type: 'ItemScanned', parent: 'bk-2', after: -10 },
]

test.beforeAll(() => tell(...basket))

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
  await page.goto('/events/bk-1?fold=false')
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
  await page.goto('/events/bk-1')
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
  await expect(page.getByRole('complementary', { name: 'Selected event' })).toContainText('bk-5')
})

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

test('levels shut, a filter dims and jumps to what it finds', async ({ page }) => {
  await page.goto('/events/bk-1')
  await page.getByLabel('Levels shown').selectOption('1')
  await expect(page.getByRole('treeitem')).toHaveCount(1)
  const hidden = page.getByRole('treeitem').getByText('5 hidden')
  await expect(hidden).toBeVisible()
  // Of a row that is full of tags, these are what is cut off.
  const before = await page.getByRole('treeitem').getByText('unknown type').boundingBox()
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

test('the graph has each type once, and opens the tree at a type', async ({ page }) => {
  await page.goto('/events/bk-1?view=graph')
  const graph = page.getByLabel('Event types of the chain')
  await expect(graph.getByText('ItemPicked', { exact: false })).toHaveCount(1)
  await expect(graph.getByText('3 × · 4 s')).toBeVisible()
  const box = (type: string) => page.locator('.react-flow__node', { hasText: type })
  await page.getByLabel('Filter events of the chain').fill('bk-3')
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
  expect(await saved(page, 'Envelopes as NDJSON')).toHaveLength(1)
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(page.getByRole('treeitem', { name: /ParcelPacked/ })).toBeVisible()
})

test('the table sorts, and goes into a file', async ({ page }) => {
  await page.goto('/events/bk-1?view=table')
  await page.getByRole('button', { name: 'Created' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('ItemScanned')
  await page.getByRole('link', { name: /ItemScanned/ }).focus()
  await page.keyboard.press(' ')
  await expect(page.getByRole('complementary', { name: 'Selected event' })).toContainText('ItemScanned')
  const table = await saved(page, 'Table as CSV')
  expect(table).toHaveLength(7)
  // In the order that was chosen.
  expect(table[1]).toMatch(/^bk-6,/)
  expect(JSON.parse((await saved(page, 'Table as JSON')).join('\n'))).toHaveLength(6)
  expect(await saved(page, 'Table as NDJSON')).toHaveLength(6)
  const envelopes = await saved(page, 'Envelopes as NDJSON')
  expect(envelopes.map((line) => (JSON.parse(line) as { data: unknown }).data)).toEqual(
    basket.map(() => ({ basket_id: 'basket-7' })),
  )
})

test('events come in live, and none is lost or told twice by a pause or a broken connection', async ({
  page,
}) => {
  let connections = 0
  await page.route('**/api/v1/event-stream*', async (route) => {
    if (connections++ > 0) return route.continue()
    // The first connection breaks as soon as it said where it stands, and something happens before the next one.
    const stream = await fetch(route.request().url(), {
      headers: { authorization: `Bearer ${server.token}` },
    })
    const { value } = await stream.body!.getReader().read()
    await tell({ id: 'lv-0', type: 'BasketShipped' })
    await route.fulfill({ contentType: 'text/event-stream', body: Buffer.from(value!) })
  })
  await page.goto('/explore?type=BasketShipped&live=true')
  const live = page.getByRole('group', { name: 'Live' })
  const rows = page.getByRole('link', { name: /BasketShipped/ })
  await expect(live.getByText('1 new event')).toBeVisible()
  await expect(rows).toHaveCount(1)
  await expect(live.getByText('Live', { exact: true })).toBeVisible()
  await tell({ id: 'lv-1', type: 'BasketShipped' })
  await expect(live.getByText('2 new events')).toBeVisible()
  await live.getByRole('button', { name: 'Pause' }).click()
  await expect(live.getByText('Paused')).toBeVisible()
  await tell({ id: 'lv-2', type: 'BasketShipped' }, { id: 'lv-3', type: 'BasketShipped' })
  await live.getByRole('button', { name: 'Go on' }).click()
  await expect(live.getByText('4 new events')).toBeVisible()
  await expect(rows).toHaveCount(4)
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
  const minutes = page.getByLabel('Within minutes')
  await minutes.fill('5')
  await page.keyboard.press('Enter')
  await expect(page.getByText('that QuoteSent did not follow within 5 min')).toBeVisible()
  await minutes.fill('soon')
  await page.keyboard.press('Enter')
  await expect(minutes).toHaveAccessibleDescription(/Not a whole number from 1 to 525,600/)
  await expect(minutes).toHaveValue('soon')
  await expect(page.getByText('that QuoteSent did not follow, newest first')).toBeVisible()
  await minutes.fill('5')
  await page.keyboard.press('Enter')
  await expect(minutes).toHaveAccessibleDescription('')
  await expect(page.getByText('that QuoteSent did not follow within 5 min')).toBeVisible()
  await expect(page.getByText('no QuoteSent').filter({ visible: true })).toHaveCount(1)
  // On a phone the results come first: the filters are folded behind a button that counts them.
  await page.setViewportSize({ width: 375, height: 720 })
  await page.reload()
  const row = page.getByRole('link', { name: /QuoteRequested/ })
  await expect(row).toBeInViewport()
  const button = page.getByRole('button', { name: 'Filters, 2 set' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await button.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await page.getByLabel('Version').focus()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await row.click()
  await expect(page).toHaveURL(/events\/nf-2/)
})

test('Explore narrows by everything an event has, and says why each row is there', async ({ page }) => {
  await page.goto('/explore?type=CardExpired&range=24h')
  await page.getByLabel('Version').fill('1.2.0')
  await page.keyboard.press('Enter')
  const filters = page.getByRole('form', { name: 'Filters' })
  await filters.getByLabel('Owner').selectOption('cards')
  await filters.getByLabel('Domain').selectOption('cards')
  await filters.getByLabel('Kind').selectOption('domain')
  await filters.getByLabel('Validity').selectOption('invalid')
  await filters.getByLabel('Business key').fill('17')
  await page.keyboard.press('Enter')
  await expect(
    page.getByText(
      /^Events that break their schema of the type CardExpired in version 1\.2\.0 whose type is owned by cards of the domain cards of the business \(domain events\) that hold the key 17 created since/,
    ),
  ).toBeVisible()
  const rows = page.getByRole('link', { name: /CardExpired/ })
  await expect(rows).toHaveCount(1)
  const why = page.getByText('key 17', { exact: true }).filter({ visible: true })
  await expect(why).toHaveCount(1)
  // On a phone too each row says why it is there.
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(why).toHaveCount(1)
  await page.setViewportSize({ width: 1440, height: 900 })
  await filters.getByLabel('Service').selectOption('order-service')
  await expect(page.getByText('No event matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).first().click()
  await expect(page).toHaveURL(/\/explore$/)
})

test('what a retention would drop is said first, and a chain that reaches back says what is gone', async ({
  page,
}) => {
  const day = new Date(Date.now() - 500 * 86_400_000).toISOString()
  const vault = (id: string, received_at: string, parent_event_id?: string) => {
    const meta = { event_id: id, created_at: received_at, schema: { name: 'VaultOpened', version: '1' } }
    return JSON.stringify({ received_at, data: {}, meta: { ...meta, parent_event_id } })
  }
  const told = [vault('rt-1', day), vault('rt-2', new Date().toISOString(), 'rt-1')]
  const stream = await fetch(`${server.origin}/api/v1/event-stream`, {
    headers: { authorization: `Bearer ${server.token}` },
  })
  const { value: placeBefore } = await stream.body!.getReader().read()
  await sendEvents(told, server, { mode: 'import' })
  try {
    await page.goto('/settings/retention')
    await page.getByLabel('Drop events after, in days').fill('400')
    const announced = `This drops at once: 1 event received on ${day.slice(0, 10)}`
    await expect(page.getByRole('status').filter({ hasText: announced })).toBeVisible()
    await page.getByRole('button', { name: 'Save the retention' }).click()
    const dialog = page.getByRole('dialog', { name: 'Drop events after 400 days' })
    await expect(dialog).toContainText(announced)
    await dialog.getByRole('button', { name: 'Keep 400 days and drop the rest' }).click()
    await expect(dialog).toBeHidden()

    await page.goto('/events/rt-2')
    await expect(page.getByRole('treeitem', { name: /^Missing parent rt-1, past retention/ })).toBeVisible()
    await page.goto('/events/rt-1')
    await expect(page.getByText('This event is past retention')).toBeVisible()
    await expect(page.getByRole('treeitem', { name: /VaultOpened/ })).toBeVisible()
    // A browser that was away since before: its first connection ended there, the next one is the server's.
    let connections = 0
    await page.route('**/api/v1/event-stream*', (route) =>
      connections++ === 0
        ? route.fulfill({ contentType: 'text/event-stream', body: Buffer.from(placeBefore!) })
        : route.continue(),
    )
    await page.goto('/explore?type=VaultOpened&live=true')
    await expect(
      page.getByText(/^⚠ Retention dropped events received before .* is not complete\.$/),
    ).toBeVisible()
    await page.goto('/settings/audit')
    await expect(
      page.getByRole('list', { name: 'Audit log' }).getByText(`events received on ${day.slice(0, 10)}`),
    ).toBeVisible()
  } finally {
    // Other stories import old events of their own.
    await call('updateSettings', { body: { retention_days: null } }, server)
  }
})
