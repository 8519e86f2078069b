import { expect, test } from '@playwright/test'
import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'

const HOUR = 3_600_000

/**
 * Ten kites an hour for thirty hours; of those lent ten to six hours ago none came back, and none was insured by the
 * same service. Before that the oars did not come back, which another one takes.
 */
test.beforeAll(async () => {
  const now = Math.floor(Date.now() / HOUR) * HOUR
  const event = (id: string, type: string, at: number, parent?: string, producer = 'kite-desk') => {
    const instant = new Date(at).toISOString()
    const meta = {
      event_id: id,
      created_at: instant,
      schema: { name: type, version: '1' },
      parent_event_id: parent,
    }
    return JSON.stringify({ received_at: instant, data: {}, meta: { ...meta, producer } })
  }
  const texts: string[] = []
  for (let ago = 30; ago >= 2; ago--)
    for (let i = 0; i < 10; i++) {
      const at = now - ago * HOUR + i * 60_000
      texts.push(event(`lent-${ago}-${i}`, 'KiteLent', at))
      texts.push(event(`oar-${ago}-${i}`, 'OarLent', at, undefined, 'oar-desk'))
      if (ago > 24 || ago < 20)
        texts.push(event(`row-${ago}-${i}`, 'OarReturned', at + 30_000, `oar-${ago}-${i}`, 'oar-desk'))
      if (ago <= 10 && ago >= 6) continue
      texts.push(event(`kite-${ago}-${i}`, 'KiteReturned', at + 30_000, `lent-${ago}-${i}`))
      texts.push(event(`insured-${ago}-${i}`, 'KiteInsured', at + 20_000, `lent-${ago}-${i}`))
    }
  await sendEvents(texts, server, { mode: 'import' })
})

test('a support engineer sees where flows stop, one incident a line, and opens a chain that stopped there', async ({
  page,
}) => {
  await page.goto('/flows')
  await page.getByRole('link', { name: 'Where flows stop' }).click()
  const incident = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /KiteLent/ }) })
  await expect(incident).toHaveCount(1)
  await expect(incident.getByRole('heading')).toContainText('and 1 more')
  await expect(incident.getByText('100 missing')).toBeVisible()
  await expect(incident.getByText(/0 of 50 led on \(0 %\), usually 100 %/)).toHaveCount(2)
  await expect(incident.getByRole('link', { name: 'kite-desk' })).toBeVisible()
  // The newest first.
  const ours = page.getByRole('heading', { level: 2, name: /^(Kite|Oar)Lent/ })
  await expect(ours).toHaveText([/^KiteLent/, /^OarLent/])
  await incident
    .getByRole('link', { name: /^lent-/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/events\/lent-/)
  await expect(page.getByRole('treeitem', { name: /KiteLent/ })).toBeVisible()
})
