import { expect, type Page } from '@playwright/test'
import { call } from '@/lib/client/api'
import { expectForEveryone } from './for-everyone'
import { server } from './server'
import { test } from './warm-page'

const schema = {
  type: 'object',
  description: 'A crane was moved.',
  properties: {
    crane_id: { type: 'string', description: 'Which one', maxLength: 40 },
    speed: { type: 'string', description: 'How fast', enum: ['slow', 'fast'] },
  },
  required: ['crane_id'],
}

test('what the editor knows is used by keyboard: a fix, the event behind a verdict, and a waiver with its reason', async ({
  page,
}) => {
  const name = 'CraneMoved'
  await call('createEventType', { body: { name, kind: 'domain' } }, server)
  await call('publishVersion', { params: { name }, body: { label: '1.0.0', schema } }, server)
  const draft = 'https://json-schema.org/draft/2020-12/schema'
  const narrowed = { $schema: draft, ...schema, required: ['crane_id', 'speed'] }
  const { id } = await call(
    'createDraft',
    { body: { event_type: name, schema_text: JSON.stringify(narrowed, null, 2) } },
    server,
  )
  await page.goto(`/proposals/${id}`)
  const lines = page.locator('.view-lines').first()
  await expect(page.locator('[data-checks="ready"]')).toBeVisible()

  // The verdict speaks behind its line, and the event behind it is one key away.
  await expect(page.locator('.verdict-note').first()).toContainText('new readers reject old events')
  await page
    .getByRole('list', { name: 'Changes' })
    .getByRole('button', { name: /^\/(properties|required)/ })
    .first()
    .press('Enter')
  await expect(page.getByRole('textbox', { name: 'Schema' })).toBeFocused()
  await page.keyboard.press('Control+.')
  await expect(page.getByText('Show the event that breaks')).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByText('An old event that new readers reject')).toBeVisible()

  // A fix in the editor's own menu, at the place of its finding.
  const findings = page.getByRole('listitem').filter({ hasText: 'no case for values to come' })
  await findings.getByRole('button', { name: '/properties/speed/enum' }).press('Enter')
  // What a keyword means is said where it stands.
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+i')
  await expect(
    page
      .locator('.monaco-hover')
      .getByText('All the values allowed. Consumers switch over them: a new one may surprise them.'),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+.')
  await expect(page.getByText(/\(enum-/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(lines).toContainText(/unknown/i)
  await expect(findings).toHaveCount(0)

  // Keywords of the schema's own draft are offered, the usual ones first, and taken over by a key.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('"')
  const offered = page.locator('.suggest-widget').getByRole('option')
  // Those before it stand there already.
  await expect(offered.first()).toHaveAccessibleName(/^items,/)
  await page.keyboard.type('tit')
  await expect(offered.filter({ hasText: 'title' }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(lines).toContainText('"title": ""')

  // What may stand, stands with a reason that others read.
  const hint = page.getByRole('listitem').filter({ hasText: 'The schema has no example' })
  await hint.getByRole('button', { name: 'Waive …' }).press('Enter')
  await page.getByLabel('Why it may stand').fill('The crane has no events yet')
  await page.getByRole('button', { name: 'Waive it' }).press('Enter')
  await expect(page.getByText('“The crane has no events yet”')).toBeVisible()
  await page.reload()
  await expect(page.getByText('“The crane has no events yet”')).toBeVisible()
})

test('two people write one draft: what each changed is brought together, and what both did is asked', async ({
  page,
}) => {
  const text = (properties: object) => JSON.stringify({ type: 'object', properties }, null, 2)
  const about = { crane: { type: 'string' } }
  const { id } = await call(
    'createDraft',
    { body: { event_type: 'CraneParked', schema_text: text(about) } },
    server,
  )
  await page.goto(`/proposals/${id}`)
  await expect(page.getByRole('textbox', { name: 'Schema' })).toBeAttached()
  await expect(page.locator('[data-checks="ready"]')).toBeVisible()
  await call(
    'updateDraft',
    {
      params: { id },
      revision: 1,
      body: { label: '0.9', schema_text: text({ ...about, place: { type: 'string' } }) },
    },
    server,
  )
  await page.getByLabel('Version label').fill('2.0')
  await page.getByLabel('What changes, and why').fill('Where cranes sleep')
  await expect(page.getByText('Somebody else saved meanwhile')).toBeVisible()
  // Nothing is lost by a reload, and nothing saved over.
  await page.reload()
  await expect(page.getByLabel('What changes, and why')).toHaveValue('Where cranes sleep')
  await page.getByRole('button', { name: 'Bring both together …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Two people wrote' })
  await expect(dialog.getByText('1 of 1 to decide')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save both together' })).toBeDisabled()
  await expectForEveryone(page, '[role=dialog]')
  // Whoever wants no motion (as asked for above) sees other colours at once, the editor's, too.
  const moving = await page.evaluate(() => {
    const { dataset } = document.documentElement
    const before = dataset.theme
    dataset.theme = before === 'light' ? 'dark' : 'light'
    const animations = document.getAnimations().length
    dataset.theme = before
    return animations
  })
  expect(moving).toBe(0)
  await dialog
    .getByRole('group', { name: 'Version label' })
    .getByRole('radio', { name: /Theirs/ })
    .check()
  await dialog.getByRole('button', { name: 'Save both together' }).click()
  await expect(page.getByText('Saved, revision 3')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Schema', exact: true })).toBeFocused()
  const { label, summary, schema_text } = await call('getDraft', { params: { id } }, server)
  expect({ label, summary }).toEqual({ label: '0.9', summary: 'Where cranes sleep' })
  expect(schema_text).toContain('"place"')
  const lines = page.locator('.view-lines').first()
  await expect(lines).toContainText('"place"')

  // What a revision was is seen before one goes back to it.
  const revisions = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Revisions' }) })
  await revisions.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('button', { name: 'Compare revision 1 with now' }).press('Enter')
  const compared = page.getByRole('dialog', { name: 'From revision 1 to 3' })
  await expect(compared.getByText('Changed: the version label, the reason and the schema.')).toBeVisible()
  await expect(compared.getByText('"place"').first()).toBeVisible()
  await expectForEveryone(page, '[role=dialog]')
  await compared.getByRole('button', { name: 'Go back to revision 1' }).press('Enter')
  await expect(page.getByText('Saved, revision 4')).toBeVisible()
  await expect(lines).not.toContainText('"place"')
  await page.getByRole('button', { name: 'Compare revision 3 with now' }).press('Enter')
  await page.getByRole('button', { name: 'Go back to revision 3' }).press('Enter')
  await expect(page.getByText('Saved, revision 5')).toBeVisible()
  await expect(lines).toContainText('"place"')

  // It is asked once before it is taken back.
  await page.getByRole('button', { name: 'Withdraw …' }).press('Enter')
  const asked = page.getByRole('dialog', { name: 'Withdraw this draft?' })
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Withdraw …' })).toBeFocused()
  await page.keyboard.press('Enter')
  await asked.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('withdrawn, revision 5')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('the editor speaks the draft that a schema names', async ({ page }) => {
  for (const [draft, typed, keyword, words] of [
    ['http://json-schema.org/draft-04/schema#', 'dependenc', 'dependencies', 'when a field is there'],
    ['http://json-schema.org/draft-06/schema#', 'exampl', 'examples', 'Values as they really occur'],
    ['https://json-schema.org/draft/2019-09/schema', 'dependentR', 'dependentRequired', 'another one is'],
  ] as const) {
    const { id } = await call(
      'createDraft',
      {
        body: {
          event_type: 'CraneGreased',
          schema_text: JSON.stringify({ $schema: draft, type: 'object' }, null, 2),
        },
      },
      server,
    )
    await beginLine(page, id)
    await page.keyboard.type(`"${typed}`)
    const offered = page.locator('.suggest-widget').getByRole('option').filter({ hasText: keyword })
    await expect(offered.first()).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Home')
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Control+i')
    await expect(page.locator('.monaco-hover').getByText(words)).toBeVisible()
    await page.keyboard.press('Escape')
  }
})

test('a keyword that takes a schema comes with one, and the caret stands in it', async ({ page }) => {
  const { id } = await call(
    'createDraft',
    { body: { event_type: 'CraneListed', schema_text: '{\n  "type": "array"\n}' } },
    server,
  )
  await beginLine(page, id)
  const said = page.locator('.view-lines')
  const offered = page.locator('.suggest-widget').getByRole('option')
  for (const keyword of ['allOf', 'items', 'title']) {
    // What is offered is worked out at the quote: more keys in the same moment, and the editor takes one of them for its end.
    await page.keyboard.type('"')
    await expect(offered.first()).toBeVisible()
    await page.keyboard.type(keyword)
    await expect(offered.filter({ hasText: keyword }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(said).toContainText(`"${keyword}": `)
  }
  await expect(said).toContainText('"allOf": [{"items": {"title": ""}}]')
})

/** Opens a draft, with the caret in a new line behind the brace that its schema begins with. */
async function beginLine(page: Page, id: string): Promise<void> {
  await page.goto(`/proposals/${id}`)
  await expect(page.locator('[data-checks="ready"]')).toBeVisible()
  await page.getByRole('textbox', { name: 'Schema' }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
}
