import { expect, test } from '@playwright/test'
import { call } from '@/lib/client/api'
import { server } from './server'
import { tell } from './tell'

const NAME = 'CrateShut'

test('events that came before their schema are unchecked, and judged once it is published', async ({
  page,
}) => {
  await tell(
    ...['sealed', 'open', 7].map((state, n) => ({
      id: `shut-${n}`,
      type: NAME,
      data: { state },
      ...(n === 0 ? {} : { parent: 'shut-0' }),
    })),
  )
  await page.goto('/events/shut-2')
  const row = page.getByRole('treeitem', { selected: true })
  const panel = page.getByRole('complementary', { name: 'Selected event' })
  await expect(row).toHaveAccessibleName(/^CrateShut, .*unchecked/)
  await expect(panel.getByText('unchecked', { exact: true })).toBeVisible()
  await expect(panel.getByText(/^The catalog has no event type CrateShut\./)).toBeVisible()

  const state = { type: 'string', description: 'How it was shut', maxLength: 20 }
  const about = { description: 'A crate was shut' }
  await call('createEventType', { body: { name: NAME, kind: 'domain', owner: 'cards', ...about } }, server)
  const published_at = '2026-01-01T00:00:00Z'
  const schema = { type: 'object', ...about, properties: { state } }
  await call(
    'publishVersion',
    { params: { name: NAME }, body: { label: '1.0.0', published_at, schema } },
    server,
  )

  // Whoever has the page open sees it come, in the row and in the panel.
  await expect(row).toHaveAccessibleName(/^CrateShut, .*breaks schema/, { timeout: 60_000 })
  await expect(panel.getByText('breaks schema', { exact: true })).toBeVisible()
  await expect(panel.getByText('/data/state', { exact: true })).toBeVisible()
  await expect(panel.getByText(/has no event type/)).toHaveCount(0)
  await expect(page.getByText('unchecked')).toHaveCount(0)

  await page.goto(`/catalog/${NAME}`)
  await expect(page.getByText('3 events: 66.7 % valid, 33.3 % break their schema')).toBeVisible()
  await page.goto(`/explore?type=${NAME}&validity=invalid`)
  const found = page.getByRole('main').getByRole('link', { name: NAME })
  await expect(found).toHaveAttribute('href', '/events/shut-2')
})
