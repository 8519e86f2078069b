import { expect, test, type Locator } from '@playwright/test'
import { call } from '@/lib/client/api'
import { server } from './server'
import { tell } from './tell'

/** As long as a name may be, and nothing in it at which a line could end. */
const WORD = 'w'.repeat(190)
const NAME = `Word${WORD}Lost`

test('no word, however long, makes a page wider than a phone', async ({ page }) => {
  await call('createDomain', { body: { slug: 'long-words', name: WORD } }, server)
  const owner = { slug: 'long-words', name: WORD, domain: 'long-words', description: WORD, chat: WORD }
  await call('createOwner', { body: { ...owner, on_call: WORD, url: `https://example.org/${WORD}` } }, server)
  const belongs = { owner: 'long-words', domain: 'long-words', description: WORD }
  await call('createService', { body: { slug: 'long-words', name: WORD, ...belongs } }, server)
  await call('createPerson', { body: { name: WORD, email: `${WORD.slice(0, 60)}@example.org` } }, server)
  const webhook = { name: WORD, url: `https://example.org/${WORD}`, kinds: ['VersionPublished' as const] }
  await call('createWebhook', { body: { ...webhook, owner: 'long-words' } }, server)
  await call('createEventType', { body: { name: NAME, kind: 'domain', ...belongs } }, server)
  const schema = {
    type: 'object',
    properties: { [WORD]: { type: 'string', description: WORD, enum: [WORD] } },
  }
  await call('publishVersion', { params: { name: NAME }, body: { schema, label: '1.0.0' } }, server)
  const body = {
    event_type: NAME,
    summary: WORD,
    schema_text: JSON.stringify({ ...schema, required: [WORD] }),
  }
  const { id, revision } = await call('createDraft', { body }, server)
  await call('submitProposal', { params: { id }, revision, body: { body: WORD } }, server)
  const comment = { pointer: `/properties/${WORD}`, body: WORD }
  await call('addComment', { params: { id }, body: comment }, server)

  await page.setViewportSize({ width: 390, height: 844 })
  for (const address of [
    '/?',
    `/catalog/${NAME}`,
    `/catalog/${NAME}?tab=schema`,
    `/catalog/${NAME}/versions`,
    `/proposals/${id}`,
    '/proposals',
    '/inbox',
    '/owners/long-words',
    '/services/long-words',
    '/domains/long-words',
    '/settings/people',
    '/settings/webhooks',
    '/settings/audit',
  ]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await expect(page.getByText(/w{30}/).first()).toBeAttached()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([address, width]).toEqual([address, 390])
  }
})

test('a long name in the list of proposals shows its verb, on a phone too', async ({ page }) => {
  const name = 'WarehouseReplenishmentOrderWasCreated'
  const schema_text = JSON.stringify({ type: 'object' })
  const body = { event_type: name, kind: 'domain' as const, summary: 'A first version', schema_text }
  const { id, revision } = await call('createDraft', { body }, server)
  await call('submitProposal', { params: { id }, revision, body: { body: '' } }, server)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/proposals')
  await expect
    .poll(() => isVerbSeen(page.getByRole('row').filter({ hasText: name }), 'WasCreated'))
    .toBe(true)
})

test('a long name shows its verb in the catalog, in a chain and among the flows', async ({ page }) => {
  const name = 'commerce.order_fulfilment.ParcelHandedOverToCarrier'
  await call('createEventType', { body: { name, kind: 'domain' } }, server)
  for (let depth = 0; depth < 6; depth++)
    await tell({ id: `carried-${depth}`, type: name, ...(depth > 0 && { parent: `carried-${depth - 1}` }) })
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/catalog?q=ParcelHanded')
    await expect
      .poll(() => isVerbSeen(page.getByRole('row').filter({ hasText: name }).first(), 'Handed'))
      .toBe(true)
    await page.goto('/events/carried-5')
    await expect.poll(() => isVerbSeen(page.getByRole('treeitem', { selected: true }), 'Handed')).toBe(true)
    await page.goto('/events/carried-5?view=table')
    await expect
      .poll(() => isVerbSeen(page.getByRole('row').filter({ hasText: name }).first(), 'Handed'))
      .toBe(true)
    await page.goto('/flows?view=table&q=ParcelHanded')
    await expect
      .poll(() => isVerbSeen(page.getByRole('row').filter({ hasText: name }).first(), 'Handed'))
      .toBe(true)
  }
})

/** Whether the verb of the row's name stands in front of all that could cut it. */
async function isVerbSeen(row: Locator, verb: string): Promise<boolean> {
  const word = row.locator('.verb').filter({ hasText: verb }).first()
  return word.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    for (let box = element.parentElement; box !== null; box = box.parentElement) {
      if (getComputedStyle(box).overflow === 'visible') continue
      const around = box.getBoundingClientRect()
      if (left < around.left - 1 || right > around.right + 1 || top < around.top - 1) return false
      if (bottom > around.bottom + 1) return false
    }
    return true
  })
}
