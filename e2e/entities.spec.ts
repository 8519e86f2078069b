import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'

const KEY = 'cus_BOAT01'
/** Of whom only a change is known. */
const GAP = 'cus_GAP01'
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

/** A customer who is registered, moves twice, and whose first update arrives last. */
test.beforeAll(async () => {
  const address = {
    recipient: 'Ada Nyberg',
    street: 'Kajen 1',
    postcode: '21422',
    city: 'Malmö',
    country: 'SE',
  }
  const state = {
    customer_id: KEY,
    name: { full: 'Ada Nyberg' },
    email: 'ada@mail.example',
    email_verified: false,
    locale: 'sv-SE',
    address,
  }
  const event = (id: string, type: string, ago: number, data: object, version = '4.0.0') =>
    JSON.stringify({
      data,
      meta: { event_id: id, created_at: minutesAgo(ago), schema: { name: type, version } },
    })
  const moved = { ...state, email_verified: true, address: { ...address, street: 'Torget 5', city: 'Lund' } }
  await sendEvents(
    [
      event('entity-1', 'CustomerCreated', 50, state),
      event('entity-3', 'CustomerUpdated', 30, { ...moved, tier: 'oak', email: undefined }),
      event('entity-4', 'CustomerSignedIn', 20, { customer_id: KEY }, '1.0.0'),
      event('entity-gap', 'CustomerUpdated', 20, { ...state, customer_id: GAP }),
    ],
    server,
  )
  await sendEvents([event('entity-2', 'CustomerUpdated', 40, moved)], server)
})

test('a developer sees what a customer looked like at any time, how it came to it and what is wrong', async ({
  page,
}) => {
  await page.goto('/catalog/CustomerUpdated')
  await page.getByRole('main').getByRole('link', { name: 'Customer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Customer' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Key of one Customer' }).fill(KEY)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/entities/Customer/${KEY}$`))

  const steps = page.getByRole('list', { name: `History of Customer ${KEY}` }).locator('> li')
  await expect(steps).toHaveCount(3)
  await expect(steps.nth(1)).toContainText('/address/city "Malmö" → "Lund"')
  // That somebody's street is another one is told, and not which.
  await expect(steps.nth(1)).toContainText('/address/street masked: sensitive → masked: sensitive')
  await expect(page.getByText('Its schema requires /email')).toBeVisible()
  await expect(page.getByText(/It arrived .* after an event that was created later/)).toBeVisible()
  await expect(page.getByRole('link', { name: /CustomerSignedIn/ })).toBeVisible()

  const state = page.getByRole('region', { name: 'State', exact: true })
  await expect(state).toContainText('"tier": "oak"')
  const slider = page.getByRole('slider', { name: 'State at' })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(state).toContainText('changed: "city": "Lund"')
  await expect(state).not.toContainText('"tier"')
  await expect(page).toHaveURL(/event=entity-2/)
  await page.reload()
  await expect(slider).toHaveAttribute('aria-valuetext', /event 2 of 3/)

  const moment = page.getByLabel('At, UTC')
  const ago = (minutes: number) => minutesAgo(minutes).slice(0, 'YYYY-MM-DDTHH:MM'.length)
  await moment.fill(`${ago(35)}:00`)
  await expect(slider).toHaveAttribute('aria-valuetext', /event 2 of 3/)
  await moment.fill(`${ago(45)}:00`)
  await expect(slider).toHaveAttribute('aria-valuetext', /event 1 of 3/)
  await expect(state).toContainText('"city": "Malmö"')
  await moment.fill(`${ago(90)}:00`)
  await expect(page.getByText('Not there yet: this is its first event.')).toBeVisible()
  // The field tells the time of whatever is shown by other means.
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page.getByText('Not there yet')).toBeHidden()
  const spoken = (await slider.getAttribute('aria-valuetext')) ?? ''
  await expect(moment).toHaveValue(new RegExp(`^${spoken.slice(0, 16).replace(' ', 'T')}`))
})

test('the keyboard alone goes from the entities to what one of them was', async ({ page }) => {
  await page.goto('/entities')
  await page.getByRole('link', { name: 'Customer', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Customer' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Key of one Customer' }).focus()
  await page.keyboard.type(KEY)
  await page.keyboard.press('Enter')
  // At either end of the way the button keeps the focus.
  const earlier = page.getByRole('button', { name: 'Earlier' })
  await earlier.focus()
  for (let step = 0; step < 4; step++) await page.keyboard.press('Enter')
  await expect(page.getByRole('slider', { name: 'State at' })).toHaveAttribute(
    'aria-valuetext',
    /event 1 of 3/,
  )
  await expect(earlier).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Later' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/event=entity-2/)
})

test('an event leads to the state it left, and a key to what has it', async ({ page }) => {
  await page.goto('/events/entity-2')
  await page.getByRole('link', { name: `Customer ${KEY}` }).click()
  await expect(page).toHaveURL(/event=entity-2/)
  await expect(page.getByRole('region', { name: 'State', exact: true })).toContainText('Lund')

  await page.goto(`/explore?key=${KEY}`)
  await page.getByRole('link', { name: `Customer ${KEY}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Customer ${KEY}` })).toBeVisible()
})

test('a gap in what is known of one is a finding at the event after it', async ({ page }) => {
  await page.goto(`/entities/Customer/${GAP}`)
  const findings = page.locator('section', { has: page.getByRole('heading', { name: 'Findings 1' }) })
  await expect(findings).toContainText('It was updated, but no event says that it was created.')
  await findings.getByRole('link', { name: 'the event' }).click()
  await expect(page).toHaveURL(/\/events\/entity-gap/)
})

test('a mistyped key says so, and leads to another try and to all events', async ({ page }) => {
  await page.goto('/entities/Customer')
  await page.getByRole('searchbox', { name: 'Key of one Customer' }).fill('cus nobody/1')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { level: 1, name: 'No event tells of Customer cus nobody/1' }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Search all events for it' })).toHaveAttribute(
    'href',
    /^\/explore\?key=cus(%20|\+)nobody%2F1$/,
  )
  await page.getByRole('link', { name: 'Try another key' }).click()
  await expect(page.getByRole('searchbox', { name: 'Key of one Customer' })).toBeVisible()
})

test('a copy starts from the snapshot', async ({ page }) => {
  await page.goto('/entities')
  await page.getByRole('link', { name: 'Customer', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Download the snapshot/ }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines[0]).toMatchObject({ snapshot: { entity: 'Customer' } })
  expect(lines.find(({ key }) => key === KEY)).toMatchObject({ meta: { event_id: 'entity-3' } })
  expect(lines.at(-1)).toMatchObject({ end: { count: lines.length - 2 } })
})
