import { expect, test } from '@playwright/test'
import { call } from '@/lib/client/api'
import { signedIn } from './roles'
import { server } from './server'

/** Would set a mark if any screen took it for markup, or a link for code. */
const HOSTILE = `"'><img src=x onerror="window.hurt=1"><script>window.hurt=1</script>`
const NAME = `Parcel${HOSTILE}Lost`
const OWNER = `o${HOSTILE}`

test('what strangers write is text on every screen, whatever it looks like', async ({ page }) => {
  await call(
    'createOwner',
    {
      body: {
        slug: OWNER,
        name: HOSTILE,
        description: `[a](javascript:window.hurt=1) ${HOSTILE}`,
        chat: HOSTILE,
      },
    },
    server,
  )
  await call(
    'createEventType',
    {
      body: {
        name: NAME,
        kind: 'domain',
        owner: OWNER,
        description: `# ${HOSTILE}\n[a](javascript:window.hurt=1)`,
      },
    },
    server,
  )
  const schema = {
    type: 'object',
    title: HOSTILE,
    description: HOSTILE,
    properties: { [HOSTILE]: { type: 'string', description: HOSTILE, enum: [HOSTILE], pattern: '<img' } },
  }
  const publishing = {
    label: HOSTILE.slice(0, 50),
    schema,
    notes: HOSTILE,
    examples: [{ [HOSTILE]: HOSTILE }],
    published_at: '2026-01-01T00:00:00Z',
  }
  await call('publishVersion', { params: { name: NAME }, body: publishing }, server)
  const draft = await call(
    'createDraft',
    {
      body: {
        event_type: NAME,
        schema_text: JSON.stringify({ ...schema, required: [HOSTILE] }),
        summary: HOSTILE,
      },
    },
    server,
  )
  await call('submitProposal', { params: { id: draft.id }, revision: draft.revision, body: {} }, server)
  await call('addComment', { params: { id: draft.id }, body: { pointer: '', body: HOSTILE } }, server)
  const event = {
    data: { [HOSTILE]: HOSTILE },
    meta: {
      event_id: `e${HOSTILE}`,
      trace_id: HOSTILE,
      producer: HOSTILE,
      created_at: '2026-11-01T00:00:00Z',
      schema: { name: NAME, version: publishing.label },
    },
  }
  await page.request.post('/api/v1/events', {
    data: event,
    headers: { authorization: `Bearer ${server.token ?? ''}` },
  })

  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message())
    void dialog.dismiss()
  })
  const type = `/catalog/${encodeURIComponent(NAME)}`
  for (const address of [
    '/catalog?q=parcel',
    type,
    `${type}?tab=schema`,
    `${type}?tab=schema&show=source`,
    `${type}?tab=consume`,
    `${type}/versions`,
    `/owners/${encodeURIComponent(OWNER)}`,
    '/proposals',
    `/proposals/${draft.id}`,
    `/events/${encodeURIComponent(event.meta.event_id)}`,
    `/explore?type=${encodeURIComponent(NAME)}`,
    '/flows',
  ]) {
    const response = await page.goto(address)
    expect([address, response?.status()]).toEqual([address, 200])
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    const found = await page.evaluate(() => ({
      hurt: (window as { hurt?: unknown }).hurt,
      images: document.querySelectorAll('img[src="x"]').length,
      links: [...document.links].filter(({ protocol }) => protocol === 'javascript:').length,
    }))
    expect([address, found]).toEqual([address, { hurt: undefined, images: 0, links: 0 }])
  }
  expect(complaints).toEqual([])
})

/** What changes something, wherever it stands. That whoever may use them sees them, other stories say. */
const WRITING =
  /^(Register an event type|Draft an event|Draft next version|We consume this|Declare|Edit|Add an? (owner|service|domain)|Erase personal data…|Waive …|Deprecate or retire …|Try again|Add its data to the examples)$/
const pages = [
  '/catalog',
  '/catalog/CardExpired',
  '/catalog/CardExpired?tab=schema',
  '/catalog/CardExpired/versions',
  '/events/order-1',
  '/proposals',
  '/owners/cards',
  '/services',
]

/** Forms that an address opens: whoever may not use one is told why, and whom to ask. */
const forms = [
  '/catalog?new=true',
  '/catalog/CardExpired?form=edit',
  '/catalog/CardExpired?form=status',
  '/catalog/CardExpired?form=consume',
  '/owners?new=true',
  '/owners/cards?edit=true',
  '/services?new=true',
  '/domains?new=true',
  '/proposals/new',
]

const nobody = { cookies: [], origins: [] }

for (const [who, storageState] of [
  ['a reader', signedIn('reader')],
  ['whoever is not signed in', nobody],
] as const) {
  test.describe(who, () => {
    test.use({ storageState })

    test('reads a draft that is being written, and has nothing to change it with', async ({ page }) => {
      const { id } = await call('createDraft', { body: { event_type: 'CardExpired' } }, server)
      await page.goto(`/proposals/${id}`)
      await expect(page.locator('[data-checks="ready"]')).toBeVisible()
      await expect(page.getByRole('region', { name: 'Sample event' })).toContainText('card_id')
      await expect(page.getByRole('button', { name: WRITING })).toHaveCount(0)
      await expect(page.getByRole('button', { name: /^(Publish|Hand in|Withdraw|Save)/ })).toHaveCount(0)
    })

    test('sees no button that the server would refuse, and is told why where an address opens a form', async ({
      page,
    }) => {
      for (const address of pages) {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        const buttons = page
          .getByRole('button', { name: WRITING })
          .or(page.getByRole('link', { name: WRITING }))
        expect([address, await buttons.allTextContents()]).toEqual([address, []])
      }
      for (const address of forms) {
        await page.goto(address)
        await expect(page.getByText(/^(Authors|Reviewers|Administrators)\b.* may /)).toBeVisible()
        await expect(page.getByRole('main').getByRole('textbox', { name: /Name|What happened/ })).toHaveCount(
          0,
        )
        await expect(page.getByRole('dialog').getByRole('textbox')).toHaveCount(0)
      }
    })
  })
}
