import { expect, test } from '@playwright/test'
import { call } from '@/lib/client/api'
import { SETTINGS_SECTIONS } from '@/lib/client/settings-sections'
import { AWKWARD_ID, CUSTOMER } from './chains'
import { expectForEveryone } from './for-everyone'
import { everyPage } from './page-addresses'
import { server } from './server'

const named: Record<string, string[] | null> = {
  '/catalog/[name]': ['CardExpired'],
  '/catalog/[name]/versions': ['CardExpired'],
  '/domains/[slug]': ['cards'],
  '/entities/[entity]': ['Customer'],
  '/entities/[entity]/[key]': ['Customer', CUSTOMER],
  '/events/[event_id]': ['order-1'],
  '/owners/[slug]': ['cards'],
  // Below, with a draft made for it.
  '/proposals/[id]': null,
  '/services/[slug]': ['card-lifecycle'],
  '/settings/[section]': ['people'],
}
const pages = [
  ...everyPage((page) => named[page]),
  ...SETTINGS_SECTIONS.filter(({ id }) => id !== 'people').map(({ id }) => `/settings/${id}`),
  '/catalog?q=card%20exp',
  '/catalog/CardExpired?tab=schema',
  '/catalog/CardExpired?tab=causes',
  '/catalog/CardExpired?tab=events',
  '/catalog/CardExpired?tab=consume',
  '/catalog/CardExpired/versions?from=1.0.0&to=1.2.0',
  '/explore?type=CardExpired&without=CardActivated&minutes=5',
  '/explore?live=true',
  '/events/order-1?view=graph',
  '/events/order-1?view=table&knew=2000-01-01T00:00:00.000Z',
  '/events/order-3?knew=2100-01-01T00:00:00.000Z',
  `/events/${encodeURIComponent(AWKWARD_ID)}`,
  '/flows?view=table&from=CardExpired&to=ReminderWasSent',
  '/flows?at=CardExpired',
]

/** What keeps strangers' markup from becoming code, and other sites from framing a page. */
function expectGuarded(headers: Record<string, string>): void {
  const policy = headers['content-security-policy'] ?? ''
  const scripts = policy.split('; ').find((part) => part.startsWith('script-src ')) ?? ''
  expect(scripts).toMatch(/^script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'$/)
  for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy.split('; ')).toContain(part)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  })
}

for (const address of pages) {
  test(`${address} is for everyone, in light and dark, and breaks no rule of its own policy`, async ({
    page,
  }) => {
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    const response = await page.goto(address)
    expect(response?.status()).toBe(200)
    expectGuarded(response?.headers() ?? {})
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectForEveryone(page)
    expect(complaints).toEqual([])
  })
}

test('a draft is for everyone, in light and dark', async ({ page }) => {
  const draft = await call('createDraft', { body: { event_type: 'ParcelWeighed' } }, server)
  const response = await page.goto(`/proposals/${draft.id}`)
  expectGuarded(response?.headers() ?? {})
  await expect(page.getByRole('textbox', { name: 'Schema' })).toBeAttached()
  await expectForEveryone(page)
})

test('what is not there says so', async ({ page }) => {
  for (const address of [
    '/catalog/NoSuchThing',
    '/events/no-such-event',
    '/owners/nobody',
    '/proposals/none',
    '/nowhere',
    '/icons',
    '/robots.txt/more',
    '/_next/image/more',
  ]) {
    const response = await page.goto(address)
    expect(response?.status(), address).toBe(404)
    expectGuarded(response?.headers() ?? {})
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('the first load of the catalog carries at most 200 kB of compressed script', async ({ page }) => {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto('/catalog')
  await expect(page.getByRole('link', { name: /CardExpired/ }).first()).toBeVisible()
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(50_000)
  expect(total / 1_000).toBeLessThanOrEqual(200)
})
