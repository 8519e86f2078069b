import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { call, type ApiOptions } from '@/lib/client/api'
import { sendEvents } from '@/lib/client/send-events'
import { address, start } from './own-server'

// A company of 300 event types would stand in the way of all other stories.
test.use({ storageState: { cookies: [], origins: [] } })

const DOMAINS = ['Farming', 'Milling', 'Baking', 'Selling', 'Delivering', 'Cleaning']
const TYPES_A_DOMAIN = 50
const HOUR = 3_600_000

const nameOf = (domain: number, nth: number) => `${DOMAINS[domain]!.slice(0, -3)}Step${nth}Finished`

async function arrangeBakery(api: ApiOptions): Promise<void> {
  for (const [domain, name] of DOMAINS.entries()) {
    const slug = name.toLowerCase()
    await call('createDomain', { body: { slug, name } }, api)
    await call('createOwner', { body: { slug: `${slug}-team`, name: `${name} team`, domain: slug } }, api)
    const types = Array.from({ length: TYPES_A_DOMAIN }, (_, nth) => nameOf(domain, nth))
    await Promise.all(
      types.map((type) =>
        call(
          'createEventType',
          { body: { name: type, kind: 'domain', owner: `${slug}-team`, domain: slug, description: type } },
          api,
        ),
      ),
    )
  }
}

/** In each domain one thing leads to the next, and each domain's first to the next one's; the first steps most often. */
async function work(api: ApiOptions): Promise<void> {
  const begun = Date.now() - 3 * HOUR
  const texts: string[] = []
  const tell = (type: string, id: string, after: number, parent?: string) =>
    texts.push(
      JSON.stringify({
        data: { batch_id: id },
        meta: {
          event_id: id,
          created_at: new Date(begun + after).toISOString(),
          schema: { name: type, version: '1' },
          parent_event_id: parent,
        },
      }),
    )
  const times = (nth: number) => (nth === 0 ? 12 : nth < 8 ? 6 : 2)
  for (const domain of DOMAINS.keys())
    for (let nth = 0; nth < TYPES_A_DOMAIN; nth++)
      for (let time = 0; time < times(nth); time++) {
        const id = (step: number) => `${domain}-${step}-${time}`
        const before = nth > 0 ? id(nth - 1) : domain > 0 ? `${domain - 1}-0-${time}` : undefined
        tell(nameOf(domain, nth), id(nth), domain * 60_000 + nth * 1_000 + time * 200, before)
      }
  await sendEvents(texts, api)
}

test('the map of 300 event types stands in clusters, shows the most frequent steps, and narrows to one', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const data = await mkdtemp(path.join(tmpdir(), 'pasttense-map-'))
  const run = start({ PASTTENSE_DATA: data, PORT: '0', PASTTENSE_TOKEN: 'a-token-for-the-map' })
  try {
    const origin = await address(run)
    const api = { origin, token: 'a-token-for-the-map' }
    await arrangeBakery(api)
    await work(api)

    await page.goto(`${origin}/flows`)
    const map = page.getByRole('region', { name: 'Map' })
    const steps = map.locator('svg a')
    const types = map.getByRole('toolbar', { name: 'Event types' }).getByRole('button')
    // The most frequent first, and it says how many there are.
    await expect(page.getByText('The 60 most frequent of 299 steps; 239 more are hidden.')).toBeVisible()
    await expect(steps).toHaveCount(60)
    await expect(map.locator('svg a', { hasText: 'FarmStep0Finished → MillStep0Finished' })).toHaveCount(1)
    for (const name of DOMAINS) await expect(map.getByText(name, { exact: true })).toBeVisible()

    await page.getByRole('combobox', { name: 'Steps on the map' }).selectOption({ label: 'All steps' })
    await expect(types).toHaveCount(300)
    await expect(steps).toHaveCount(299)
    // Clusters: names do not cover one another, and the box of a domain holds its own and no other's.
    const boxes = await types.evaluateAll((all) =>
      all.map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect()
        return { name: one.dataset.opens!, left, right, top, bottom }
      }),
    )
    const overlaps = boxes.filter((a, nth) => boxes.slice(nth + 1).some((b) => isOver(a, b)))
    expect(overlaps).toEqual([])
    const around = DOMAINS.map((domain) => {
      const own = boxes.filter(({ name }) => name.startsWith(domain.slice(0, -3)))
      return {
        left: Math.min(...own.map(({ left }) => left)),
        right: Math.max(...own.map(({ right }) => right)),
        top: Math.min(...own.map(({ top }) => top)),
        bottom: Math.max(...own.map(({ bottom }) => bottom)),
      }
    })
    for (const [nth, area] of around.entries())
      for (const other of around.slice(nth + 1)) expect(isOver(area, other)).toBe(false)

    // Narrowed by domain, owner, type and share.
    await page.getByRole('combobox', { name: 'Domain' }).selectOption({ label: 'Baking' })
    await expect(map.getByText('Cleaning', { exact: true })).toHaveCount(0)
    await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Baking team' })
    await page.getByRole('searchbox', { name: 'Filter by event type' }).fill('step0')
    await expect(map.getByRole('button', { name: /BakStep0Finished/ })).toBeVisible()
    await expect(steps).not.toHaveCount(0)
    const before = await steps.count()
    await page.getByRole('combobox', { name: 'Least share' }).selectOption({ label: 'Share ≥ 50 %' })
    // Of the twelve first steps, half are followed within their own domain, all of them by the next domain.
    await expect(page).toHaveURL(/share=0.5/)
    expect(await steps.count()).toBeLessThanOrEqual(before)

    // One step: how long it takes, and how that went.
    await page.goto(`${origin}/flows?top=0&q=step0`)
    await map.getByRole('button', { name: /MillStep0Finished/ }).click()
    const panel = page.getByRole('complementary', { name: 'Steps of MillStep0Finished' })
    await panel.getByRole('button', { name: /BakStep0Finished/ }).click()
    const step = page.getByRole('complementary', { name: 'Step from MillStep0Finished to BakStep0Finished' })
    await expect(step.getByText('100 % of 12 events')).toBeVisible()
    await expect(step.getByText(/^Delays:/)).toBeAttached()
    await expect(step.getByRole('figure').getByText(/: 12 of 12/)).toBeAttached()
  } finally {
    run.child.kill('SIGTERM')
    await run.code
    await rm(data, { recursive: true, force: true })
  }
})

interface Sides {
  left: number
  right: number
  top: number
  bottom: number
}

function isOver(a: Sides, b: Sides): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
