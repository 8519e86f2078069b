import { expect, test, type Browser, type Page } from '@playwright/test'
import { call } from '@/lib/client/api'
import { expectForEveryone } from './for-everyone'
import { server } from './server'

const NAME = 'CardBlocked'

/** A browser of somebody of the demo's own. */
async function signIn(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const { demo } = await call('getSignIn', {}, server)
  const id = demo.find((person) => person.name === name)?.id
  const answer = await context.request.post('/api/auth/sign-in/demo', { data: { id } })
  expect(answer.status(), `${name} is let in`).toBe(200)
  return context.newPage()
}

/** Replaces what stands in the editor, as a person would: select all, paste over it. */
async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Schema' }).focus()
  await page.keyboard.press('Control+a')
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('Control+v')
}

const withField = (schema: object, name: string, about: object, isRequired = false) => {
  const { properties, required = [], ...rest } = schema as { properties: object; required?: string[] }
  return JSON.stringify(
    {
      ...rest,
      properties: { ...properties, [name]: about },
      required: isRequired ? [...required, name] : required,
    },
    null,
    2,
  )
}

test('two people agree on the next version, and whoever consumes it is told', async ({ browser }) => {
  // Jonas writes for the team that owns the event; Tomas reviews.
  const jonas = await signIn(browser, 'Jonas Weber')
  const tomas = await signIn(browser, 'Tomas Okafor')
  const version = await jonas.request.get(`/api/v1/event-types/${NAME}/versions/latest`)
  const { schema, label } = (await version.json()) as { schema: object; label: string }

  await jonas.goto(`/proposals/new?event_type=${NAME}&from=samples`)
  await jonas
    .getByRole('textbox', { name: 'Samples' })
    .fill(JSON.stringify({ card_id: 'card-1', branch: 'Malmö' }))
  await jonas.getByRole('button', { name: 'Start the draft' }).click()
  await expect(jonas.getByText(`continues ${label}`)).toBeVisible()
  await expect(jonas.getByRole('textbox', { name: 'Schema' })).toBeAttached()
  const first = withField(schema, 'branch', { type: 'string', description: 'Where it was blocked' })
  await write(jonas, first)
  await expect(jonas.getByRole('region', { name: 'Sample event' })).toContainText('branch')
  await jonas.getByRole('button', { name: 'Hand in for review' }).click()
  await expect(jonas.getByText('in review, revision')).toBeVisible()
  await expect(jonas.getByRole('heading', { level: 1 })).toBeFocused()
  const address = jonas.url()

  // The reviewer finds it in the queue, looks at the change, and asks for one at its field.
  await tomas.goto('/proposals?queue=waiting&owner=nobody-here')
  await tomas.getByRole('button', { name: 'Show every owner and domain' }).click()
  await expect(tomas).toHaveURL('/proposals?queue=waiting')
  await tomas.getByRole('button', { name: 'Waits since' }).click()
  await expect(tomas).toHaveURL('/proposals?queue=waiting&sort=newest')
  await tomas.getByRole('link', { name: NAME }).click()
  await expect(tomas.getByText('new readers, old events').first()).toBeVisible()
  // One looks, and goes on in the queue from where one was.
  await tomas.goBack()
  await expect(tomas.getByRole('link', { name: NAME })).toBeFocused()
  await tomas.keyboard.press('Enter')
  await tomas.getByRole('button', { name: 'Comment on branch' }).click()
  await tomas
    .getByRole('dialog')
    .getByRole('textbox', { name: /^Comment/ })
    .fill('How long may it be?')
  await tomas.getByRole('dialog').getByRole('button', { name: '@Jonas Weber' }).click()
  await tomas.getByRole('button', { name: 'Add to my review' }).click()
  await expect(tomas.getByText('waits for your review')).toBeVisible()
  await tomas.reload()
  await tomas.getByRole('button', { name: 'Review (1)' }).click()
  await tomas.getByRole('radio', { name: /Request changes/ }).check()
  await tomas.getByRole('button', { name: 'Hand in the review' }).click()
  await expect(tomas.getByText('changes requested, revision')).toBeVisible()
  await expect(tomas.locator('[data-checks="ready"]')).toBeVisible()
  await expectForEveryone(tomas)

  // The author is told, makes the change, and asks again.
  await jonas.goto('/inbox')
  await expect(jonas.getByText('How long may it be? @jonas.weber')).toBeVisible()
  await expectForEveryone(jonas, 'main')
  await jonas.getByRole('link', { name: NAME }).first().click()
  await expect(jonas).toHaveURL(address)
  await expect(jonas.getByText('▲ Tomas Okafor asked for changes')).toBeVisible()
  await jonas.getByRole('link', { name: 'Revise' }).click()
  // What was asked for stands beside the text, and leads to its place there.
  const asked = jonas.getByRole('list', { name: 'Open comments' })
  await expect(asked.getByText('How long may it be?')).toBeVisible()
  await expect(jonas.getByRole('textbox', { name: 'Schema' })).toBeAttached()
  await asked.getByRole('button', { name: '/properties/branch', exact: true }).press('Enter')
  await expect(jonas.getByRole('textbox', { name: 'Schema' })).toBeFocused()
  // Its other documents are edited, too.
  await jonas.getByRole('link', { name: 'Examples' }).click()
  await expect(jonas.getByRole('textbox', { name: 'Examples' })).toBeAttached()
  await jonas.getByRole('textbox', { name: 'Examples' }).focus()
  await jonas.keyboard.press('Tab')
  await expect(jonas.getByRole('textbox', { name: 'Examples' })).not.toBeFocused()
  await jonas.getByRole('link', { name: 'Schema', exact: true }).click()
  await expect(jonas.getByRole('textbox', { name: 'Schema' })).toBeAttached()
  await write(
    jonas,
    withField(schema, 'branch', { type: 'string', description: 'Where it was blocked', maxLength: 40 }, true),
  )
  await expect(jonas.getByText('Not saved yet')).toBeVisible()
  await jonas.getByRole('button', { name: 'Save the revision' }).click()
  await expect(jonas.getByRole('article', { name: /branch/ })).toContainText('How long may it be?')
  await jonas.getByRole('button', { name: 'Hand in again' }).click()
  await expect(jonas.getByText('in review, revision')).toBeVisible()

  await tomas.reload()
  // He is asked again, and sees what became of it since.
  const since = tomas.locator('section', { hasText: 'Since you asked for changes on revision' })
  await expect(since.getByText('Changed: the schema.')).toBeVisible()
  await expect(since.getByText('"maxLength"').first()).toBeVisible()
  await tomas
    .getByRole('article', { name: /branch/ })
    .getByRole('button', { name: 'Resolve' })
    .click()
  await expect(tomas.getByText('1 resolved')).toBeVisible()
  await expect(tomas.getByRole('heading', { name: 'Comments' })).toBeFocused()
  // What he says is of the revision he looked at, whatever is saved while he writes.
  await tomas.getByRole('button', { name: 'Review', exact: true }).click()
  await tomas.getByRole('radio', { name: /Approve/ }).check()
  const id = new URL(address).pathname.split('/').at(-1)!
  const read = (await call('getReview', { params: { id } }, server)).revision
  await call('updateDraft', { params: { id }, revision: read, body: { summary: 'Where' } }, server)
  await tomas.getByRole('button', { name: 'Hand in the review' }).click()
  const dialog = tomas.getByRole('dialog', { name: `Review revision ${read}` })
  await expect(dialog.getByRole('alert')).toContainText(`Revision ${read + 1} was saved while this was open`)
  await tomas.keyboard.press('Escape')
  await tomas.getByRole('button', { name: 'Review', exact: true }).click()
  await tomas.getByRole('radio', { name: /Approve/ }).check()
  await tomas.getByRole('button', { name: 'Hand in the review' }).click()
  // The owner's word is missing still: Amina is of the same team.
  await expect(tomas.getByText('A member of Cards, who own it')).toBeVisible()
  const amina = await signIn(browser, 'Amina Diallo')
  await amina.goto(address)
  await amina.getByRole('button', { name: 'Review', exact: true }).click()
  await amina.getByRole('radio', { name: /Approve/ }).check()
  await amina.getByRole('button', { name: 'Hand in the review' }).click()
  await expect(amina.getByText('approved, revision')).toBeVisible()

  await jonas.reload()
  await jonas.getByRole('button', { name: 'Publish' }).click()
  // It breaks whoever reads by it what is stored: that is published with a reason, which the version keeps.
  const knowingly = jonas.getByRole('dialog', { name: 'Publish a breaking change' })
  await knowingly.getByLabel('Why it is published all the same').fill('No card is blocked from afar')
  await knowingly.getByRole('button', { name: 'Publish' }).click()
  await expect(jonas).toHaveURL(new RegExp(`/catalog/${NAME}/versions`))
  await expect(jonas.getByText('“No card is blocked from afar”')).toBeVisible()

  // However many comments there are: the page shows some, and each by its address.
  const comments = Array.from({ length: 31 }, (_, i) => ({ pointer: '', body: `Thought ${i + 1}` }))
  const { revision } = await call('getReview', { params: { id } }, server)
  const body = { verdict: 'comment' as const, comments }
  const { threads } = await call('reviewProposal', { params: { id }, revision, body }, server)
  const thread = threads.at(-2)!.id
  const answers = Array.from({ length: 8 }, (_, i) => ({ thread, body: `Answer ${i + 1}` }))
  const more = { verdict: 'comment' as const, comments: answers }
  await call('reviewProposal', { params: { id }, revision, body: more }, server)
  await tomas.goto(address)
  await expect(tomas.locator('[data-checks="ready"]')).toBeVisible()
  const last = tomas.locator(`#thread-${threads.at(-1)!.id}`)
  await expect(tomas.getByRole('button', { name: 'Show 1 more of 31' })).toBeVisible()
  await expect(last).toBeHidden()
  // What the browser's own search finds in a folded thread, it shows.
  await expect(tomas.getByText('Answer 2')).toBeHidden()
  await tomas.locator('[hidden="until-found"]').filter({ hasText: 'Answer 2' }).dispatchEvent('beforematch')
  await expect(tomas.getByText('Answer 2')).toBeVisible()
  await tomas.goto(`${address}#thread-${threads.at(-1)!.id}`)
  await expect(last).toBeInViewport()

  // The catalog shows it to whoever asks next, and a consumer's people find it in their inbox.
  const page = await tomas.request.get(`/catalog/${NAME}?tab=schema`)
  expect(await page.text()).toContain('Where it was blocked')
  await tomas.goto(`/catalog/${NAME}?tab=schema`)
  await expect(tomas.getByText('branch').first()).toBeVisible()
  const ines = await signIn(browser, 'Ines Marchetti')
  await ines.goto('/')
  await ines.getByRole('link', { name: /Inbox/ }).click()
  await expect(ines.getByText('your team consumes it').first()).toBeVisible()
  await ines.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(ines.getByText('nothing new')).toBeVisible()
})

test('a suggestion is written at leisure, and changes only what it is about', async ({ browser }) => {
  const jonas = await signIn(browser, 'Jonas Weber')
  const tomas = await signIn(browser, 'Tomas Okafor')
  const schema = { type: 'object', properties: { note: { type: 'string', description: 'What' } } }
  const made = await jonas.request.post('/api/v1/proposals', {
    data: { event_type: 'DeskReserved', schema_text: JSON.stringify(schema, null, 2) },
  })
  const { id, revision } = (await made.json()) as { id: string; revision: number }
  await jonas.goto(`/proposals/${id}`)
  await jonas.getByRole('button', { name: 'Hand in for review' }).click()
  await expect(jonas.getByText('in review, revision')).toBeVisible()

  await tomas.goto(`/proposals/${id}`)
  const asked = tomas.getByRole('dialog', { name: 'Comment' })
  await tomas.getByRole('button', { name: 'Comment on note' }).click()
  await asked.getByRole('textbox', { name: /^Comment/ }).fill('Bounded, please')
  await asked.getByText('Suggest a change').click()
  await asked
    .getByLabel('What should stand here')
    .fill(JSON.stringify({ ...schema.properties.note, maxLength: 40 }))
  // Escape is soon pressed: what was written is there again.
  await tomas.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await tomas.getByRole('button', { name: 'Comment on note' }).click()
  await expect(asked.getByRole('textbox', { name: /^Comment/ })).toHaveValue('Bounded, please')
  await expect(asked.getByLabel('What should stand here')).toHaveValue(/"maxLength":40/)
  await asked.getByRole('button', { name: 'Comment now' }).click()
  await expect(tomas.getByText('/properties/note/maxLength becomes 40')).toBeVisible()

  // An answer that was begun is there after a reload, in its thread alone, until it is given.
  await jonas.reload()
  const answer = jonas.getByRole('article', { name: /note/ }).getByRole('textbox', { name: 'Answer' })
  await answer.fill('Forty is what fits on')
  await jonas.reload()
  await expect(answer).toHaveValue('Forty is what fits on')
  await answer.fill('Forty is what fits on a label')
  await jonas.getByRole('button', { name: 'Answer' }).click()
  await expect(jonas.getByRole('listitem').filter({ hasText: 'Forty is what fits on a label' })).toBeVisible()
  await jonas.reload()
  await expect(answer).toHaveValue('')

  // The author says better what it means before they apply it: both stay.
  const said = { type: 'object', properties: { note: { type: 'string', description: 'What is said' } } }
  const changed = await jonas.request.patch(`/api/v1/proposals/${id}`, {
    data: { schema_text: JSON.stringify(said, null, 2) },
    headers: { 'if-match': `"${revision}"` },
  })
  expect(changed.status()).toBe(200)
  await jonas.reload()
  await jonas.getByRole('article', { name: /note/ }).getByRole('button', { name: 'Apply' }).click()
  await expect(jonas.getByText('1 resolved')).toBeVisible()
  const draft = await call('getDraft', { params: { id } }, server)
  expect(JSON.parse(draft.schema_text)).toEqual({
    ...said,
    properties: { note: { ...said.properties.note, maxLength: 40 } },
  })
})
