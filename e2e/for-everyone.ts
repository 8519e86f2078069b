import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The rules of axe that know colours; all others answer the same in both themes. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * Asks axe about a page in light and in dark; in the dark about its colours alone.
 * @param part a selector for the part of the page that is meant, where others have been asked about elsewhere; without
 *   it, the rules of a whole page hold too
 */
export async function expectForEveryone(page: Page, part?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // A page that is busy takes on the theme some frames later, and half-way between two colours nothing can be read.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    await page.evaluate(() =>
      Promise.allSettled(
        document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? [one.finished] : [])),
      ),
    )
    // In the page itself: no frame of ours is from elsewhere, and a second page for the answer takes half of the time.
    // What is inside the editor is the editor's own.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('.monaco-editor')
    if (part !== undefined) axe.include(part)
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(OF_COLOURS)).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    )
  }
}
