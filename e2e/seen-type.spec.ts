import { expect, test } from '@playwright/test'
import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'

test('an author finds a type that somebody sends, and drafts it from its events', async ({ page }) => {
  const envelopes = Array.from({ length: 24 }, (_, i) => ({
    data: { crate_id: `c-${i}`, state: i % 2 === 0 ? 'sealed' : 'open', opened_at: '2026-08-06T09:03:20Z' },
    meta: {
      event_id: `crate-${i}`,
      created_at: '2026-08-06T09:03:20Z',
      schema: { name: 'CrateOpened', version: '1' },
    },
  }))
  await sendEvents(
    envelopes.map((envelope) => JSON.stringify(envelope)),
    server,
  )

  await page.goto('/seen')
  await page.getByRole('link', { name: /CrateOpened/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /CrateOpened/ })).toBeVisible()
  await expect(page.getByText('not in the catalog').first()).toBeVisible()
  await expect(page.getByRole('tree', { name: /CrateOpened/ })).toContainText('opened_at')

  await page.getByRole('button', { name: 'Draft its schema' }).click()
  await expect(page).toHaveURL(/\/proposals\//)
  await expect(page.getByLabel(/What changes/)).toHaveValue('Inferred from 24 received events')
  await expect(page.getByRole('region', { name: 'Sample event' })).toContainText('crate_id')
})

test('what is sent most stands first, or the names in their order, as the address says', async ({ page }) => {
  const sent = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) =>
      JSON.stringify({
        data: {},
        meta: {
          event_id: `${name}-${i}`,
          created_at: '2026-08-06T09:03:20Z',
          schema: { name, version: '1' },
        },
      }),
    )
  // Near the top by name and by number: of a long list only the rows in view are drawn.
  await sendEvents([...sent('AardvarkSeen', 300), ...sent('AardwolfSeen', 400)], server)
  await page.goto('/seen')
  const links = page.getByRole('link', { name: /AardvarkSeen|AardwolfSeen/ })
  await expect(links).toHaveText([/Aardwolf/, /Aardvark/])
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(links).toHaveText([/Aardvark/, /Aardwolf/])
  await page.reload()
  await expect(links).toHaveText([/Aardvark/, /Aardwolf/])
  await page.getByRole('button', { name: 'Events', exact: true }).click()
  await expect(links).toHaveText([/Aardwolf/, /Aardvark/])
})

test('a long list is narrowed by words of the name, as the address says', async ({ page }) => {
  await sendEvents(
    ['ZebraFed', 'ZebraWeighed', 'OkapiWeighed'].map((name) =>
      JSON.stringify({
        data: {},
        meta: {
          event_id: `zoo-${name}`,
          created_at: '2026-08-06T09:03:20Z',
          schema: { name, version: '1' },
        },
      }),
    ),
    server,
  )
  await page.goto('/seen')
  const field = page.getByRole('searchbox', { name: 'Filter by name or service' })
  await field.fill('weighed zebra')
  const links = page.getByRole('table', { name: /not in the catalog/ }).getByRole('link')
  await expect(links).toHaveText([/ZebraWeighed/])
  await expect(page.getByText(/^1 of \d+ types$/)).toBeVisible()
  await page.reload()
  await expect(links).toHaveText([/ZebraWeighed/])
  await field.fill('nobody sends this')
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(links.first()).toBeVisible()
  await expect(field).toHaveValue('')
})

test('an author drafts the version that somebody sends and the catalog lacks, from its events', async ({
  page,
}) => {
  const version = '9.1.0'
  await sendEvents(
    ['a', 'b'].map((id) =>
      JSON.stringify({
        data: { parcel_id: id, left_with: 'a neighbour' },
        meta: {
          event_id: `parcel-${id}`,
          created_at: new Date(Date.now() - 60_000).toISOString(),
          schema: { name: 'ParcelDelivered', version },
        },
      }),
    ),
    server,
  )
  await page.goto('/catalog/ParcelDelivered')
  await expect(page.getByText('not in the catalog')).toBeVisible()
  await page.getByRole('button', { name: `Draft its schema of version ${version}` }).click()
  await expect(page).toHaveURL(/\/proposals\//)
  await expect(page.getByLabel(/What changes/)).toHaveValue('Inferred from 2 received events')
  await expect(page.getByLabel(/^Version label/)).toHaveValue(version)
  await expect(page.getByRole('region', { name: 'Sample event' })).toContainText('left_with')
})
