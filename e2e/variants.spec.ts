import { expect, test } from '@playwright/test'
import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'

/** Thirty sails are ordered, cut and sewn; one was never sewn. */
test.beforeAll(async () => {
  const event = (id: string, type: string, minutesAgo: number, parent?: string) => {
    const instant = new Date(Date.now() - minutesAgo * 60_000).toISOString()
    const schema = { name: type, version: '1' }
    const meta = { event_id: id, created_at: instant, schema, parent_event_id: parent }
    return JSON.stringify({ received_at: instant, data: {}, meta })
  }
  const texts = Array.from({ length: 30 }, (_, i) => [
    event(`sail-${i}`, 'SailOrdered', 90 - i),
    event(`cut-${i}`, 'SailCut', 80 - i, `sail-${i}`),
    ...(i === 5 ? [] : [event(`sewn-${i}`, 'SailSewn', 70 - i, `cut-${i}`)]),
  ]).flat()
  await sendEvents(texts, server, { mode: 'import' })
})

test('an engineer sees the shapes of chains by share, opens one, and reads how a rare one differs', async ({
  page,
}) => {
  await page.goto('/flows')
  await page.getByRole('link', { name: 'Shapes of chains' }).click()
  await page.goto('/flows/variants?type=SailOrdered')
  const shapes = page.getByRole('list', { name: 'Shapes of chains' }).locator('> li')
  await expect(shapes).toHaveCount(2)
  await expect(shapes.first()).toContainText('96.7 % 29 chains')
  await expect(shapes.first()).toContainText(/first seen .* ago/)
  await expect(shapes.first()).toContainText('SailSewn')
  await expect(shapes.nth(1)).not.toContainText('SailSewn')
  await shapes.nth(1).getByRole('link', { name: 'open it' }).click()

  await expect(page).toHaveURL(/\/events\/sail-5/)
  await page.getByText('An unusual shape').click()
  const beside = page.getByRole('list', { name: 'Beside the nearest usual chain' })
  await expect(beside.getByRole('listitem').filter({ hasText: 'SailSewn' })).toContainText('missing here')
  await page.getByRole('link', { name: 'one of them' }).click()
  await expect(page.getByText('A usual shape: that of 29 of 30 chains')).toBeVisible()
})
