import { expect, test, type Page } from '@playwright/test'
import { call } from '@/lib/client/api'
import { server } from './server'

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

test('an author drafts a new event, loses nothing by a reload, and publishes it', async ({ page }) => {
  await page.goto('/proposals/new')
  await page.getByLabel('What happened?').fill('ParcelMeasured')
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /ParcelMeasured/ })).toBeVisible()

  await expect(page.getByRole('textbox', { name: 'Schema' })).toBeAttached()
  await write(page, JSON.stringify(schema, null, 2))
  await expect(page.getByRole('region', { name: 'Sample event' })).toContainText('parcel_id')
  await expect(page.getByText('✓ valid').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('region', { name: 'Sample event' })).toContainText('parcel_id')
  await expect(page.getByText(/^Saved/)).toBeVisible()

  await page.getByRole('button', { name: /^Publish/ }).click()
  await expect(page).toHaveURL(/\/catalog\/ParcelMeasured/)
  await expect(page.getByText('1.0.0').first()).toBeVisible()
  await page.goto('/catalog?q=parcel%20meas')
  await expect(page.getByRole('link', { name: /ParcelMeasured/ }).first()).toBeVisible()
})

test('an author sees at once what a change would break', async ({ page }) => {
  await page.goto('/catalog/CardExpired')
  await page.getByRole('link', { name: /Draft next version|Draft the next version/ }).click()
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await expect(page.getByText('continues 1.2.0')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Schema' })).toBeAttached()
  await write(page, JSON.stringify({ ...schema, required: ['parcel_id', 'weight'] }))
  await expect(page.getByText(/backward breaking/)).toBeVisible()
})

test('a draft that refers to another schema is judged by what the catalog knows of that', async ({
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
  await page.goto('/proposals/new?event_type=BarrelFilled')
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await expect(page.getByRole('textbox', { name: 'Schema' })).toBeAttached()
  await expect(page.getByText(/backward compatible/)).toBeVisible()
  await write(page, JSON.stringify({ ...schema, properties: { volume: { type: 'string' } }, required: [] }))
  await expect(page.getByText(/backward breaking/)).toBeVisible()
})

test('a name that is not in the past tense is held up', async ({ page }) => {
  await page.goto('/proposals/new')
  await page.getByLabel('What happened?').fill('WeighParcel')
  await expect(page.getByText('not in the past tense')).toBeVisible()
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await page.getByRole('button', { name: /^Publish/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'past tense' })).toBeVisible()
})
