import { expect, test } from '@playwright/test'
import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'
import { tell } from './tell'

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
  // Each tells when it came, to the second: in a live list all would be "just now".
  await expect(page.getByRole('cell', { name: /^\d\d:\d\d:\d\d$/ })).toHaveCount(4)
})

function buoys(from: number, count: number): Promise<unknown> {
  const texts = Array.from({ length: count }, (_, i) => {
    const schema = { name: 'BuoyMoved', version: '1' }
    const created_at = new Date(Date.now() - 60_000 + from + i).toISOString()
    return JSON.stringify({ data: {}, meta: { event_id: `buoy-${from + i}`, created_at, schema } })
  })
  return sendEvents(texts, server)
}

test('the keyboard alone follows the live tail: pauses, goes on, keeps its row and opens it', async ({
  page,
}) => {
  // A proxy that refuses, as while its server restarts, ends the stream for the browser.
  await page.route('**/api/v1/event-stream*', (route) => route.fulfill({ status: 503 }), { times: 1 })
  await page.goto('/explore?type=BuoyMoved&live=true')
  const live = page.getByRole('group', { name: 'Live' })
  await expect(live.getByText('Connection lost, trying again')).toBeVisible()
  await live.getByRole('button', { name: 'Try now' }).press('Enter')
  await expect(live.getByText('Live', { exact: true })).toBeVisible()
  await buoys(0, 3)
  await expect(live.getByText('3 new events')).toBeVisible()
  const rows = page.getByRole('link', { name: /BuoyMoved/ })
  await rows.first().focus()
  await page.keyboard.press('j')
  const focused = page.locator(':focus')
  await expect(focused).toHaveAttribute('href', /buoy-1$/)
  await buoys(3, 2)
  await expect(live.getByText('5 new events')).toBeVisible()
  await expect(focused).toHaveAttribute('href', /buoy-1$/)
  await page.keyboard.press('j')
  await expect(focused).toHaveAttribute('href', /buoy-0$/)
  await live.getByRole('button', { name: 'Pause' }).press('Enter')
  await expect(live.getByRole('button', { name: 'Go on' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(live.getByText('Live', { exact: true })).toBeVisible()

  // More than the screen keeps: no hole is shown as if nothing had been in it.
  await buoys(5, 1_100)
  await expect(live.getByText('1,105 new events')).toBeVisible()
  await expect(page.getByText(/^The last 1,000 of 1,105 events that came\./)).toBeVisible()
  await page.mouse.wheel(0, 3_000)
  const read = rows.nth(30)
  const href = (await read.getAttribute('href')) ?? ''
  await buoys(1_105, 1_010)
  const show = live.getByRole('button', { name: 'Show 1,010 above' })
  await expect(page.locator(`a[href="${href}"]`)).toBeVisible()
  await show.press('Enter')
  await expect(live.getByRole('button', { name: 'Pause' })).toBeFocused()
  await expect(rows.first()).toHaveAttribute('href', /buoy-2114$/)
  await rows.first().press('Enter')
  await expect(page).toHaveURL(/\/events\/buoy-2114/)
})
