import { expect, test } from '@playwright/test'
import { sendEvents } from '@/lib/client/send-events'
import { expectForEveryone } from './for-everyone'
import { server } from './server'

const HOUR = 3_600_000

/** Twenty fares: each booked ride is driven within minutes, and most of them are paid. */
test.beforeAll(async () => {
  const start = Date.now() - 2 * HOUR
  const event = (id: string, type: string, at: number, parent?: string, data: object = { ride_id: id }) =>
    JSON.stringify({
      data,
      meta: {
        event_id: id,
        created_at: new Date(at).toISOString(),
        schema: { name: type, version: type === 'RideBooked' && at % 2 === 0 ? '1.0.0' : '2.0.0' },
        producer: type === 'RidePaid' ? 'till' : 'dispatch',
        ...(parent === undefined ? {} : { parent_event_id: parent }),
      },
    })
  const texts = Array.from({ length: 20 }, (_, i) => {
    const at = start + i * 1_001
    const drive = event(`drive-${i}`, 'RideDriven', at + 90_000 + i * 20_000, `book-${i}`)
    return [
      event(`book-${i}`, 'RideBooked', at),
      drive,
      ...(i < 15 ? [event(`pay-${i}`, 'RidePaid', at + 2 * HOUR, `drive-${i}`)] : []),
    ]
  }).flat()
  await sendEvents(texts, server)
  // Sixty boats came back within minutes, and one did not. Received when they happened: no producer is late.
  const past = (id: string, type: string, at: number, parent?: string, data?: object) =>
    `{"received_at":"${new Date(at).toISOString()}",${event(id, type, at, parent, data).slice(1)}`
  const boats = Array.from({ length: 61 }, (_, i) => {
    const at = start - 10 * HOUR + i * 30_000
    const rented = past(`rented-${i}`, 'BoatRented', at)
    return i === 60
      ? [rented]
      : [rented, past(`back-${i}`, 'BoatReturned', at + 60_000 + i * 500, `rented-${i}`)]
  }).flat()
  // Eighty returns were inspected and then refunded, one an hour; four on four days were not inspected, and end there.
  const ago = (hours: number) => start + (2 - hours) * HOUR
  const returns = Array.from({ length: 80 }, (_, i) => [
    past(`inspected-${i}`, 'ReturnReceived', ago(2 + i), undefined, { inspected_on: '2026-11-02' }),
    past(`refund-${i}`, 'ReturnRefunded', ago(2 + i) + 60_000, `inspected-${i}`),
  ]).flat()
  // Sixty deposits were authorised or declined, and one was neither; of a newer version there is but one.
  const asked = Array.from({ length: 61 }, (_, i) => {
    const at = start - 10 * HOUR + i * 30_000
    const ask = past(`asked-${i}`, 'DepositAsked', at)
    const answer = i % 3 === 0 ? 'PaymentDeclined' : 'PaymentAuthorised'
    return i === 60 ? [ask] : [ask, past(`answer-${i}`, answer, at + 60_000 + i * 500, `asked-${i}`)]
  }).flat()
  const newer = past('asked-newer', 'DepositAsked', start).replace('"2.0.0"', '"3.0.0"')
  await sendEvents([...asked, newer], server, { mode: 'import' })
  const bare = [1.5, 25, 50, 75].map((hours) => past(`bare-${hours}`, 'ReturnReceived', ago(hours)))
  await sendEvents([...boats, ...returns, ...bare], server, { mode: 'import' })
})

test('an architect sees how event types follow one another, and what one step looks like', async ({
  page,
}) => {
  await page.goto('/flows?q=ride')
  const map = page.getByRole('region', { name: 'Map' })
  await map.getByRole('button', { name: /RideDriven/ }).click()
  const panel = page.getByRole('complementary', { name: 'Steps of RideDriven' })
  await panel.getByRole('button', { name: /RidePaid/ }).click()

  const step = page.getByRole('complementary', { name: 'Step from RideDriven to RidePaid' })
  await expect(step.getByText('75.0 % of 20 events')).toBeVisible()
  await expect(step.getByText(/^Delays:/)).toBeAttached()
  await expect(step.getByRole('figure').getByText(/(^|, )[\d-]+( [\d:]+)?: 15 of 20(,|$)/)).toBeAttached()
  await expect(step.getByRole('link', { name: 'till' })).toBeVisible()
  await expect(page).toHaveURL(/from=RideDriven&to=RidePaid/)
  await page.keyboard.press('Escape')
  await expect(step).toBeHidden()
})

test('the keyboard alone goes over the map and opens a step', async ({ page }) => {
  await page.goto('/flows?q=ride')
  const first = page.getByRole('button', { name: /RideBooked/ })
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: /RideDriven/ })).toBeFocused()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Steps of RideDriven' })
  await panel.getByRole('button', { name: /RideBooked/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Step from RideBooked to RideDriven' })).toBeVisible()
})

test('the table says the same in rows, sorts by every column and opens the same panel', async ({ page }) => {
  await page.goto('/flows?view=table&q=ride&sort=share')
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows.nth(1)).toContainText('RideBooked')
  await expect(rows.nth(1)).toContainText('100 %')
  await expect(rows.nth(2)).toContainText('75.0 %')
  // The row that one was on stays the one that the keys go on from, wherever sorting puts it.
  const paid = page.getByRole('link', { name: 'RideDriven to RidePaid' })
  await page.getByRole('link', { name: 'RideBooked to RideDriven' }).focus()
  await page.keyboard.press('j')
  await expect(paid).toBeFocused()
  await page.getByRole('columnheader', { name: 'Share' }).getByRole('button').click()
  await expect(rows.nth(1)).toContainText('75.0 %')
  await expect(paid).toHaveAttribute('tabindex', '0')
  await paid.focus()
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'RideBooked to RideDriven' })).toBeFocused()
  await page.getByRole('link', { name: 'RideBooked to RideDriven' }).click()
  const step = page.getByRole('complementary', { name: 'Step from RideBooked to RideDriven' })
  await expect(step.getByText('1.0.0')).toBeVisible()
  await expect(step.getByText('2.0.0')).toBeVisible()
})

test('flows are narrowed by domain, owner and share, and the address keeps it', async ({ page }) => {
  await page.goto('/flows?view=table&sort=from')
  await expect(page.getByRole('cell', { name: /RideBooked/ }).first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Domain' }).selectOption({ label: 'Cards' })
  await expect(page.getByRole('cell', { name: /CardExpired/ }).first()).toBeVisible()
  await expect(page.getByRole('cell', { name: /RideBooked/ })).toHaveCount(0)
  await expect(page).toHaveURL(/domain=cards/)
  await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Cards' })
  await expect(page).toHaveURL(/owner=cards/)
  await expect(page.getByRole('cell', { name: /CardExpired/ }).first()).toBeVisible()
  // The map stands in the boxes of domains, and says what of all steps it shows.
  await page.goto('/flows?domain=cards')
  const map = page.getByRole('region', { name: 'Map' })
  await expect(map.getByText('Cards', { exact: true })).toBeVisible()
  await page.goto('/flows?q=ride')
  await expect(page.getByText(/^2 of \d+ steps\.$/)).toBeVisible()
  await expect(map.locator('svg a')).toHaveCount(2)
  // The more frequent, the thicker: rides booked lead to 20 drives, those to 15 payments.
  const thickness = (step: string) =>
    map.locator('svg a', { hasText: step }).locator('path').first().getAttribute('stroke-width')
  expect(Number(await thickness('RideBooked → RideDriven'))).toBeGreaterThan(
    Number(await thickness('RideDriven → RidePaid')),
  )
  // Of a period: the boats came before today, or early in it.
  await page.getByRole('combobox', { name: 'Period' }).selectOption({ label: 'Last 7 days' })
  await expect(page).toHaveURL(/days=7/)
  await expect(map.locator('svg a')).toHaveCount(2)
  await page.goto('/flows?q=nothing+is+called+so')
  await page.getByRole('button', { name: 'Clear the filters' }).press('Enter')
  await expect(page.getByRole('searchbox', { name: 'Filter by event type' })).toBeFocused()
  await expect(page).toHaveURL(/\/flows$/)
  await page.goto('/flows?view=table&q=ride&share=0.9')
  await expect(page.getByRole('cell', { name: /RidePaid/ })).toHaveCount(0)
  await expect(page.getByRole('row', { name: /RideDriven/ })).toHaveCount(1)
})

test('an event type says what causes it, what it causes, and which versions were produced when', async ({
  page,
}) => {
  const box = (name: RegExp) => page.locator('section', { has: page.getByRole('heading', { name }) })
  await page.goto('/catalog/CardExpired?tab=causes')
  const effect = box(/^Causes/)
    .getByRole('listitem')
    .filter({ hasText: 'ReminderWasSent' })
  await expect(effect).toContainText(/\d % · .* to /)
  await page.goto('/catalog/CardActivated?tab=causes')
  const cause = box(/^Caused by/)
    .getByRole('listitem')
    .filter({ hasText: 'ReminderWasSent' })
  await expect(cause).toContainText(/\d % · .* to /)
  await expect(box(/^Causes/).getByText('Nothing followed from it: it ends chains.')).toBeVisible()
  await page.goto('/catalog/CardExpired')
  await expect(page.getByText(/^Versions a day: 1\.2\.0: \d{4}-/)).toBeAttached()
})

test('a service is seen consuming what causes the events it produces', async ({ page }) => {
  const created_at = new Date(Date.now() - 60_000).toISOString()
  const told = (event_id: string, name: string, producer: string, parent_event_id?: string) =>
    JSON.stringify({
      data: {},
      meta: { event_id, created_at, schema: { name, version: '1.0.0' }, producer, parent_event_id },
    })
  await sendEvents(
    [
      told('blocked-1', 'CardBlocked', 'card-lifecycle'),
      told('booked-1', 'BlockBooked', 'ledger', 'blocked-1'),
    ],
    server,
  )
  await page.goto('/catalog/CardBlocked')
  const consumers = page.locator('section', { has: page.getByRole('heading', { name: /^Consumed by/ }) })
  const ledger = consumers.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Ledger' }) })
  await expect(ledger).toContainText('seen, not declared')
  await ledger.getByRole('link', { name: 'Ledger' }).click()
  await expect(page.getByRole('row', { name: /CardBlocked/ })).toContainText('seen, not declared')
})

test('a step that took longer than usual is marked in the tree', async ({ page }) => {
  const told = (event_id: string, name: string, at: number, parent_event_id?: string) => {
    const created_at = new Date(at).toISOString()
    return JSON.stringify({
      data: {},
      meta: { event_id, created_at, schema: { name, version: '1' }, parent_event_id },
    })
  }
  const start = Date.now() - 12 * HOUR
  const tides = Array.from({ length: 25 }, (_, i) => [
    told(`rose-${i}`, 'TideRose', start + i * 60_000),
    told(`turned-${i}`, 'TideTurned', start + i * 60_000 + (i === 0 ? 3 * HOUR : 60_000), `rose-${i}`),
  ]).flat()
  await sendEvents(tides, server)
  await page.goto('/events/turned-0')
  await expect(
    page.getByRole('treeitem', { name: /^TideTurned, .* 3 h since its parent, slower than usual/ }),
  ).toBeVisible()
  await page.goto('/events/turned-1')
  const row = page.getByRole('treeitem', { name: /^TideTurned, .* 1 min since its parent/ })
  await expect(row.getByTitle(/^usually /)).toBeVisible()
  await expect(row).not.toHaveAccessibleName(/slower/)
})

test('a support engineer sees that a step is overdue, how usual it would be, and hands that over', async ({
  page,
}) => {
  // What is answered later has its room before, on a phone too: the tree stays where it is.
  let answer: () => void = () => undefined
  const answered = new Promise<void>((resolve) => (answer = resolve))
  await page.route(/\/events\/rented-60\/(expectations|variant)$/, async (route) => {
    await answered
    await route.continue()
  })
  await page.setViewportSize({ width: 375, height: 720 })
  await page.goto('/events/rented-60')
  const rented = page.getByRole('treeitem', { name: /^BoatRented/ })
  const before = await rented.boundingBox()
  answer()
  const next = page.getByRole('region', { name: 'What should come next' })
  await expect(
    next
      .getByText(/^98\.\d % lead to BoatReturned, 95 % of them within .* \(n = 6\d\); this one has waited/)
      .first(),
  ).toBeVisible()
  await expect(page.getByText(/^(A usual shape|A shape of its own|An unusual shape)/)).toBeVisible()
  expect((await rented.boundingBox())?.y).toBe(before?.y)
  await page.setViewportSize({ width: 1440, height: 900 })
  // The step has a row of its own, and where that is shut, the event says so.
  const expected = page.getByRole('treeitem', {
    name: /^Expected: BoatReturned, overdue by .*, usually within/,
  })
  await rented.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('treeitem', { name: /^BoatRented.*, next step overdue/ })).toBeVisible()
  await expect(expected).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(expected).toHaveAttribute('aria-level', '2')
  await expectForEveryone(page, '[role=tree]')
  await next.locator('summary').click()
  await expect(next.getByText(/such alarm/)).toBeVisible()
  await page.getByRole('button', { name: 'Hand over' }).click()
  await expect(
    page.getByRole('dialog').getByText(/Missing step:\s+- after BoatRented, event rented-60/),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await rented.focus()
  await page.keyboard.press('ArrowDown')
  await expect(expected).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/flows\?from=BoatRented&to=BoatReturned/)
  await page.goto('/events/bare-1.5')
  await next.locator('summary').click()
  await expect(
    next.getByText('Events without inspected_on end here: 0 of 4 led to ReturnRefunded.'),
  ).toBeVisible()
  await page.goto('/events/back-1')
  await expect(next.getByText(/1 ended as usual/)).toBeVisible()
  const panel = page.getByRole('complementary', { name: 'Selected event' })
  await expect(panel.getByRole('link', { name: 'dispatch' })).toBeVisible()
  await expect(panel).toContainText(/(Slower|Quicker) than \d+ % of 60 such steps; usually .*, 95 % within/)
})

test('alternatives are waited for together, by the owner of the step, and a new version has its own history', async ({
  page,
}) => {
  await page.goto('/events/asked-60')
  const next = page.getByRole('region', { name: 'What should come next' })
  await expect(
    next
      .getByText(
        /^98\.\d % lead to PaymentAuthorised or PaymentDeclined, 95 % of them within .* \(n = 61\); this one has waited .*; owner Payments\.$/,
      )
      .first(),
  ).toBeVisible()
  await next.locator('summary').press('Enter')
  await expect(next.getByRole('link', { name: 'Reach Payments' })).toBeVisible()
  await page.goto('/events/asked-newer')
  await expect(next.getByText('Nothing is overdue: 1 with too little history to say.')).toBeVisible()
  await next.locator('summary').press('Enter')
  await expect(
    next.getByText('Too little history to say what follows DepositAsked 3.0.0 (n = 1).'),
  ).toBeVisible()
})

test('what may still come in time is said so, with the figures', async ({ page }) => {
  const start = Date.now() - 2_000
  const told = (event_id: string, type: string, parent?: string, after = 0) => {
    const created_at = new Date(start + after).toISOString()
    const meta = { event_id, created_at, schema: { name: type, version: '2.0.0' }, producer: 'dispatch' }
    return JSON.stringify({ data: { ride_id: 'now' }, meta: { ...meta, parent_event_id: parent } })
  }
  await sendEvents(
    [
      told('rented-now', 'BoatRented'),
      told('trip-now', 'TripPlanned'),
      told('paid-mid', 'TripPaid', 'trip-now', 1_000),
    ],
    server,
  )
  await page.goto('/events/rented-now')
  const next = page.getByRole('region', { name: 'What should come next' })
  await expect(next.getByText(/1 end is still in time for a next step/)).toBeVisible()
  await next.locator('summary').click()
  await expect(next.getByText(/lead to BoatReturned, .*; this one may take .* more/)).toBeVisible()
  const expected = page.getByRole('treeitem', { name: /^Expected: BoatReturned, may take/ })
  await expect(expected).toBeVisible()
  // A row that would push down what one reads waits until one opens it.
  await page.clock.install()
  await page.goto('/events/trip-now')
  const below = page.getByRole('treeitem', { name: /^TripPaid/ })
  await expect(below).toBeVisible()
  await sendEvents([told('rented-mid', 'BoatRented', 'trip-now', 500)], server)
  const mid = page.getByRole('treeitem', { name: /^BoatRented/ })
  await expect(mid).toBeVisible()
  await page.clock.fastForward(15_000)
  await expect(next.getByText(/1 end is still in time/)).toBeVisible()
  await expect(mid).toHaveAttribute('aria-expanded', 'false')
  await expect(expected).toHaveCount(0)
  await page.getByRole('treeitem', { selected: true }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(mid).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(expected).toBeVisible()
  await expectForEveryone(page, '[role=tree]')
})
