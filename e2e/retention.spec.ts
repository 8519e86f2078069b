import { expect, test } from '@playwright/test'
import { call } from '@/lib/client/api'
import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'

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
