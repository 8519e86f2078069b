import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { call } from '@/lib/client/api'
import { SETTINGS_SECTIONS } from '@/lib/client/settings-sections'
import { AWKWARD_ID, CUSTOMER } from './chains'
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

/**
 * Every rule in the light; in the dark only the colours are others. The rules are asked in the page itself: no frame of
 * ours is from elsewhere, and a second page for the answer takes half of the time.
 * @param inside what the page shows: an editor's own insides are the editor's
 */
async function expectForEveryone(page: Page, inside = (axe: AxeBuilder) => axe): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Half-way between two colours nothing can be read.
    await page.evaluate(() =>
      Promise.allSettled(
        document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? [one.finished] : [])),
      ),
    )
    const axe = inside(new AxeBuilder({ page }).setLegacyMode(true))
    const asked = colorScheme === 'light' ? axe : axe.withRules(['color-contrast', 'link-in-text-block'])
    const { violations } = await asked.analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
    expect(found, colorScheme).toEqual([])
  }
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
  await expectForEveryone(page, (axe) => axe.exclude('.monaco-editor'))
})

test('what is not there says so', async ({ page }) => {
  for (const address of [
    '/catalog/NoSuchThing',
    '/events/no-such-event',
    '/owners/nobody',
    '/proposals/none',
    '/nowhere',
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
