import { expect, test } from '@playwright/test'
import { tell } from './tell'

/** A laptop's window at 200 %, where the bar of narrow screens stands. */
const NARROW = { width: 720, height: 450 }

for (const address of ['/catalog/CardExpired', '/catalog/CardExpired/versions']) {
  test(`on a narrow screen no bar covers what has the focus on ${address}`, async ({ page }) => {
    await page.setViewportSize(NARROW)
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const covered: string[] = []
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      covered.push(
        ...(await page.evaluate(() => {
          const bars = [...document.querySelectorAll('header, nav')]
          const focused = document.activeElement
          if (!focused || focused === document.body || bars.some((bar) => bar.contains(focused))) return []
          const { x, y, width, height } = focused.getBoundingClientRect()
          const top = document.elementFromPoint(x + width / 2, y + height / 2)
          const isSeen = top !== null && !bars.some((bar) => bar.contains(top))
          return isSeen ? [] : [focused.textContent ?? focused.tagName]
        })),
      )
    }
    expect(covered).toEqual([])
  })
}

test('on a narrow screen no bar covers the row that the arrow keys reach', async ({ page }) => {
  await tell(...Array.from({ length: 30 }, (_, i) => ({ id: `kite-${i}`, type: 'KiteFlown', after: i })))
  await page.setViewportSize(NARROW)
  await page.goto('/explore?type=KiteFlown')
  await page.locator('[data-row="0"]').focus()
  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowDown')
  const row = page.locator('[data-row="20"]')
  await expect(row).toBeFocused()
  const bar = await page.getByRole('navigation', { name: 'Main' }).boundingBox()
  const { y, height } = (await row.boundingBox())!
  expect(y + height).toBeLessThanOrEqual(bar!.y)
})
