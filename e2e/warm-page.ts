import { test as base, type BrowserContext } from '@playwright/test'

/**
 * Stories whose pages are tabs of one browser: the editor's three megabytes are fetched and compiled once for all of
 * them. Each has a tab of its own; cookies and what the browser keeps are shared, so it is for stories of one person.
 */
export const test = base.extend<object, { browserOfOne: BrowserContext }>({
  browserOfOne: [
    async ({ browser }, use, { project }) => {
      const context = await browser.newContext(project.use)
      await use(context)
      await context.close()
    },
    { scope: 'worker' },
  ],
  page: async ({ browserOfOne }, use) => {
    const page = await browserOfOne.newPage()
    await use(page)
    await page.close()
  },
})
