import { expect } from '@playwright/test'
import { call } from '@/lib/client/api'
import { expectForEveryone } from './for-everyone'
import { server } from './server'
import { test } from './warm-page'

const schema = {
  type: 'object',
  description: 'A barrel was sealed.',
  properties: {
    barrel_id: { type: 'string', description: 'Which one', maxLength: 40 },
    litres: { type: 'number', description: 'What is in it', oneOf: [{ minimum: 1 }, { const: 0 }] },
  },
  required: ['barrel_id'],
}

test('a schema is edited as a table of fields by keyboard, the text and the examples follow, undo too', async ({
  page,
}) => {
  const { id } = await call(
    'createDraft',
    {
      body: {
        event_type: 'BarrelSealed',
        schema_text: JSON.stringify(schema, null, 2),
        examples_text: '[{ "barrel_id": "b1" }]',
      },
    },
    server,
  )
  const saved = () => call('getDraft', { params: { id } }, server)
  await page.goto(`/proposals/${id}?document=fields`)
  const grid = page.getByRole('grid', { name: 'Fields' })
  const lines = page.locator('.view-lines').first()
  await expect(grid.getByText('barrel_id', { exact: true })).toBeVisible()
  await expect(lines).toContainText('"barrel_id"')
  await expectForEveryone(page, '[role=grid]')

  // By keyboard alone: into the table, down to the field, another name for it.
  await page.getByRole('button', { name: 'Show in text' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('cask_id')
  await page.keyboard.press('Enter')
  await expect(lines).toContainText('"cask_id"')
  await expect.poll(async () => (await saved()).examples_text).toBe('[{ "cask_id": "b1" }]')
  expect(JSON.parse((await saved()).schema_text)).toMatchObject({ required: ['cask_id'] })

  await page.keyboard.press('Control+z')
  await expect(grid.getByText('barrel_id', { exact: true })).toBeVisible()
  await expect.poll(async () => (await saved()).examples_text).toBe('[{ "barrel_id": "b1" }]')
  expect((await saved()).schema_text).toBe(JSON.stringify(schema, null, 2))
  await page.keyboard.press('Control+Shift+z')
  await expect(grid.getByText('cask_id', { exact: true })).toBeVisible()

  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('sealed_at')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'sealed_at is required' })).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Bounds and marks of sealed_at' })
  await dialog.getByLabel('Format').fill('date-time')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect
    .poll(async () => JSON.parse((await saved()).schema_text) as unknown)
    .toEqual({
      ...schema,
      properties: {
        cask_id: schema.properties.barrel_id,
        sealed_at: { type: 'string', format: 'date-time' },
        litres: schema.properties.litres,
      },
      required: ['cask_id', 'sealed_at'],
    })

  // A definition is a row of its own, and typing on a cell begins to write in it.
  await page.getByRole('button', { name: 'Add definition' }).click()
  await page.keyboard.type('Volume')
  await page.keyboard.press('Enter')
  for (let column = 0; column < 3; column++) await page.keyboard.press('ArrowRight')
  await page.keyboard.type('What fits in')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (JSON.parse((await saved()).schema_text) as { $defs?: unknown }).$defs)
    .toEqual({ Volume: { description: 'What fits in', type: 'object', properties: {} } })

  // And the other way: what the text says, the table says; while it says nothing, the table waits.
  await page.getByRole('textbox', { name: 'Schema' }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('{')
  await expect(page.getByText('The table waits as it was')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add field' })).toBeDisabled()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Add field' })).toBeEnabled()
  await grid.getByText('exactly one of 2 shapes').click()
  await expect(page.getByRole('textbox', { name: 'Schema' })).toBeFocused()
})
