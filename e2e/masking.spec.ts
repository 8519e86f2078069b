import { expect, test } from '@playwright/test'
import { call } from '@/lib/client/api'
import { sendEvents } from '@/lib/client/send-events'
import { expectForEveryone } from './for-everyone'
import { everyPage } from './page-addresses'
import { signedIn } from './roles'
import { server } from './server'

/** Each try arranges its own. */
const tag = Array.from(Date.now().toString(), (digit) => 'abcdefghij'.charAt(Number(digit))).join('')
const TYPE = `Loan${tag}Granted`
const UNKNOWN_TYPE = `Loan${tag}Forgotten`
const ENTITY = `Debtor${tag}`
const EVENT = `loan-1-${tag}`
const SECRET = 'ada.lovelace@secret.example'
const UNDECLARED = 'nobody-described-this'
const UNKNOWN = 'of-no-type-at-all'
const QUARANTINED = 'no-event-at-all'

const named = (draft: string): Record<string, string[]> => ({
  '/catalog/[name]': [TYPE],
  '/catalog/[name]/versions': [TYPE],
  '/domains/[slug]': ['cards'],
  '/entities/[entity]': [ENTITY],
  '/entities/[entity]/[key]': [ENTITY, 'loan-7'],
  '/events/[event_id]': [EVENT],
  '/owners/[slug]': ['cards'],
  '/proposals/[id]': [draft],
  '/services/[slug]': ['card-lifecycle'],
  '/settings/[section]': ['review'],
})
/** Every page, and tabs and views of pages that show events in another way. `draft` is of the type, with examples. */
const addresses = (draft: string) => [
  ...everyPage((page) => named(draft)[page]),
  `/events/${EVENT}?view=table`,
  `/explore?type=${TYPE}`,
  '/explore?key=loan-7',
  ...['schema', 'consume', 'events', 'causes'].map((tab) => `/catalog/${TYPE}?tab=${tab}`),
  `/catalog/${TYPE}/feed`,
  `/seen?type=${UNKNOWN_TYPE}`,
  `/proposals/new?event_type=${TYPE}`,
  '/feed',
]
let draft = ''

// All of it in one worker, so that it is arranged once.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const field = { type: 'string', description: 'd', maxLength: 50 }
  await call(
    'createEventType',
    { body: { name: TYPE, kind: 'domain', description: 'd', owner: 'cards' } },
    server,
  )
  await call(
    'publishVersion',
    {
      params: { name: TYPE },
      body: {
        label: '1.0.0',
        published_at: '2026-01-01T00:00:00Z',
        schema: {
          type: 'object',
          description: 'd',
          properties: { loan_id: field, email: { ...field, 'x-sensitive': true } },
        },
        examples: [{ loan_id: 'loan-7', email: SECRET }],
      },
    },
    server,
  )
  const meta = (event_id: string, name: string, parent_event_id?: string) => ({
    event_id,
    parent_event_id,
    created_at: new Date().toISOString(),
    schema: { name, version: '1.0.0' },
  })
  const messages = [
    { data: { loan_id: 'loan-7', email: SECRET, note: UNDECLARED }, meta: meta(EVENT, TYPE) },
    { data: { loan_id: 'loan-7', what: UNKNOWN }, meta: meta(`loan-2-${tag}`, UNKNOWN_TYPE, EVENT) },
    {
      data: { debtor_id: 'loan-7', email: SECRET, note: UNDECLARED },
      meta: meta(`loan-3-${tag}`, `${ENTITY}Updated`),
    },
    { data: QUARANTINED, meta: {} },
  ]
  await call(
    'createEventType',
    { body: { name: `${ENTITY}Updated`, kind: 'cud', entity: ENTITY, description: 'd', owner: 'cards' } },
    server,
  )
  const { version } = await call(
    'publishVersion',
    {
      params: { name: `${ENTITY}Updated` },
      body: {
        label: '1.0.0',
        published_at: '2026-01-01T00:00:00Z',
        schema: {
          type: 'object',
          description: 'd',
          properties: { debtor_id: { ...field, 'x-key': true }, email: { ...field, 'x-sensitive': true } },
        },
      },
    },
    server,
  )
  expect(version).not.toBeNull()
  const made = await call(
    'createDraft',
    { body: { event_type: TYPE, examples_text: JSON.stringify([{ loan_id: 'loan-7', email: SECRET }]) } },
    server,
  )
  draft = made.id
  await sendEvents(
    messages.map((message) => JSON.stringify(message)),
    server,
  )
})

test.describe('a reader', () => {
  test.use({ storageState: signedIn('reader') })

  test('sees that something is masked and why, and finds it in the source of no page', async ({ page }) => {
    await page.goto(`/events/${EVENT}`)
    const data = page.getByRole('region', { name: 'Data of the event' })
    await expect(data.getByText('masked: sensitive')).toHaveAttribute('title', /schema marks/)
    await expect(data.getByText('masked: not declared')).toHaveAttribute('title', /no schema/)
    await expect(data.getByText('"loan-7"')).toBeVisible()
    await expect(page.getByText('2 values are masked: 1 sensitive, 1 not declared.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Reveal…' })).toHaveCount(0)

    for (const address of addresses(draft)) {
      const response = await page.request.get(address)
      expect([address, response.status()]).toEqual([address, 200])
      const source = await response.text()
      for (const secret of [SECRET, UNDECLARED, UNKNOWN, QUARANTINED])
        expect([address, source.includes(secret)]).toEqual([address, false])
    }
  })
})

test('an administrator erases one event for a reason, and can think better of it', async ({ page }) => {
  await page.goto(`/events/loan-3-${tag}`)
  const ask = page.getByRole('button', { name: 'Erase personal data…' })
  const dialog = page.getByRole('dialog', { name: 'Erase personal data' })
  await ask.click()
  await expect(dialog.getByRole('button', { name: 'Erase the data' })).toBeDisabled()
  await expectForEveryone(page, '[role=dialog]')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(ask).toBeFocused()

  await ask.click()
  await dialog.getByLabel('Reason').fill('Ticket 4712: she asked us to forget her')
  await dialog.getByRole('button', { name: 'Erase the data' }).click()
  await expect(page.getByText('Ticket 4712: she asked us to forget her')).toBeVisible()
  await expect(ask).toHaveCount(0)
  await expect(page.getByText(SECRET)).toHaveCount(0)
})

test.describe('a reviewer', () => {
  test.use({ storageState: signedIn('reviewer') })

  test('reveals one event for a reason, until it is left, and is on record', async ({ page, browser }) => {
    await page.goto(`/events/${EVENT}`)
    const data = page.getByRole('region', { name: 'Data of the event' })
    await expect(data.getByText(UNDECLARED)).toBeVisible()
    await expect(data.getByText(SECRET)).toHaveCount(0)
    await expectForEveryone(page, 'aside')

    await page.getByRole('button', { name: 'Reveal…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Reveal what is masked' })
    await dialog.getByLabel('Reason').fill('Ticket 4711: she asked what we have of her')
    await dialog.getByRole('button', { name: 'Reveal' }).click()
    await expect(data.getByText(SECRET)).toBeVisible()
    await expect(page.getByText('Revealed to you until you leave this event.')).toBeVisible()

    await page.getByRole('treeitem', { name: new RegExp(UNKNOWN_TYPE) }).click()
    await expect(page.getByRole('region', { name: 'Data of the event' }).getByText(UNKNOWN)).toBeVisible()
    await page.getByRole('treeitem', { name: new RegExp(TYPE) }).click()
    await expect(data.getByText('masked: sensitive')).toBeVisible()
    await expect(page.getByText(SECRET)).toHaveCount(0)

    const administrator = await browser.newContext({ storageState: signedIn('administrator') })
    const settings = await administrator.newPage()
    await settings.goto(new URL('/settings/audit', page.url()).href)
    await settings.getByLabel('What was done').selectOption('event-revealed')
    await expect(settings).toHaveURL(/action=event-revealed/)
    const entry = settings
      .getByRole('list', { name: 'Audit log' })
      .getByRole('listitem')
      .filter({ hasText: `looked at what is masked of the event ${EVENT}` })
    await expect(entry).toContainText('Ticket 4711: she asked what we have of her')
    await administrator.close()
  })
})
