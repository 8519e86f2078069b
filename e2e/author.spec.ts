import { expect, type Page } from '@playwright/test'
import { call } from '@/lib/client/api'
import { server } from './server'
import { test } from './warm-page'

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  description: 'A parcel was weighed at the dock.',
  properties: { parcel_id: { type: 'string', description: 'The parcel', maxLength: 40 } },
  required: ['parcel_id'],
}

/** Replaces what stands in the editor, as a person would: select all, paste over it. */
async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Schema' }).focus()
  await page.keyboard.press('Control+a')
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('Control+v')
}

test('an author drafts a new event, is held up by its name, loses nothing by a reload, and publishes it', async ({
  page,
}) => {
  await page.goto('/proposals/new')
  await page.getByLabel('What happened?').fill('MeasureParcel')
  await expect(page.getByText('not in the past tense')).toBeVisible()
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /MeasureParcel/ })).toBeVisible()

  await expect(page.getByRole('textbox', { name: 'Schema' })).toBeAttached()
  await write(page, JSON.stringify(schema, null, 2))
  await page.getByRole('button', { name: /^Publish with/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'past tense' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Event type' }).fill('ParcelMeasured')
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Sample event' })).toContainText('parcel_id')
  await expect(page.getByText('✓ valid').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('region', { name: 'Sample event' })).toContainText('parcel_id')
  await expect(page.getByText(/^Saved/)).toBeVisible()

  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page).toHaveURL(/\/catalog\/ParcelMeasured/)
  await expect(page.getByText('1.0.0').first()).toBeVisible()
  await page.goto('/catalog?q=parcel%20meas')
  await expect(page.getByRole('link', { name: /ParcelMeasured/ }).first()).toBeVisible()
})

test('an author begins with samples: fields, formats and the name come from them', async ({ page }) => {
  const event = (id: number, more: object) => ({
    data: { anchor_id: `a-${id}`, dropped_at: '2026-11-20T10:00:00Z', ...more },
    meta: { event_id: `e-${id}`, schema: { name: 'AnchorDropped', version: '1' } },
  })
  await page.goto('/proposals/new')
  await page.getByRole('link', { name: 'From samples' }).click()
  const samples = page.getByRole('textbox', { name: 'Samples' })
  await samples.fill(`${JSON.stringify(event(1, { depth: 12 }))}\n{"broken":`)
  await expect(page.getByText(/Sample 2: /)).toBeVisible()
  await samples.fill([event(1, { depth: 12 }), event(2, {})].map((each) => JSON.stringify(each)).join('\n'))
  const fields = page.getByRole('tree', { name: 'Fields of the samples' })
  await expect(fields.getByRole('treeitem', { name: /dropped_at/ })).toContainText('date-time')
  await expect(page.getByText('2 samples')).toBeVisible()
  await expect(page.getByLabel('What happened?')).toHaveValue('AnchorDropped')
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /AnchorDropped/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Sample event' })).toContainText('anchor_id')
  await page.getByRole('link', { name: 'Examples' }).click()
  await expect(page.getByText('a-2')).toBeVisible()
})

test('an entity goes in, and drafts of its three events come out', async ({ page }) => {
  await page.goto('/proposals/new?from=family')
  await page.getByRole('textbox', { name: 'Entity' }).fill('Lighthouse')
  await expect(page.getByRole('textbox', { name: 'Its key' })).toHaveValue('lighthouse_id')
  await page
    .getByRole('textbox', { name: 'Samples of its full state' })
    .fill(JSON.stringify({ lighthouse_id: 'l-1', height: 40 }))
  await page.getByRole('button', { name: 'Start 3 drafts' }).click()
  const made = page.getByRole('status').getByRole('link')
  await expect(made).toHaveCount(3)
  await made.filter({ hasText: /Deleted/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /LighthouseDeleted/ })).toBeVisible()
  await page.getByRole('link', { name: 'Fields' }).click()
  await expect(page.getByRole('grid').getByText('height', { exact: true })).toBeVisible()
})

test('an author sees at once what a change would break, also by what it refers to, and says why it is published', async ({
  page,
}) => {
  const identity = 'https://pasttense.example/barrel-volume'
  for (const [name, published] of [
    ['BarrelMeasured', { $id: identity, type: 'number' }],
    ['BarrelFilled', { ...schema, properties: { volume: { $ref: identity } }, required: [] }],
  ] as const) {
    await call('createEventType', { body: { name, kind: 'domain' } }, server)
    await call('publishVersion', { params: { name }, body: { schema: published } }, server)
  }
  await page.goto('/catalog/BarrelFilled')
  await page.getByRole('link', { name: 'Draft next version' }).click()
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await expect(page.getByText('continues 1.0.0')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Schema' })).toBeAttached()
  await expect(page.getByText(/backward compatible/)).toBeVisible()
  await write(page, JSON.stringify({ ...schema, properties: { volume: { type: 'string' } }, required: [] }))
  await expect(page.getByText(/backward breaking/)).toBeVisible()
  // Nobody has to review it here: the reason is asked all the same, and stays.
  await page.getByRole('button', { name: 'Publish' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish a breaking change' })
  const why = dialog.getByLabel('Why it is published all the same')
  await expect(why).toBeFocused()
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(why).toHaveAccessibleDescription(/Say why/)
  await page.keyboard.type('Old gauges told words')
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('published it knowing that it breaks')).toBeVisible()
  await expect(page.getByText('“Old gauges told words”')).toBeVisible()
})
