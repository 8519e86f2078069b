import type { Page } from '@playwright/test'

/** What a person does with a chain, and how the page took it. */
export interface Handled {
  what: string
  /** Longest time between two frames while it was done. */
  longestFrameMs: number
  /** From the act until what it asks for is painted. */
  visibleMs: number
}

/**
 * What is done with a tree whose siblings are not folded, one after the other: code that acts in the page, and code that
 * says whether what it asked for is there. Texts, since what a transpiler adds does not exist in the page.
 */
const ACTS: [what: string, act: string, isThere: string][] = [
  [
    'select an event',
    `rows()[4].click()`,
    `rows().some((row) => row.ariaSelected === 'true' && row === rows()[4])`,
  ],
  ['shut all but one level', `choose('Levels shown', '1')`, `rows().length === 1`],
  ['open a node', `rows()[0].querySelector('[data-toggle]').click()`, `rows().length > 1`],
  ['shut a node', `rows()[0].querySelector('[data-toggle]').click()`, `rows().length === 1`],
  ['show all levels', `choose('Levels shown', '')`, `rows().length > 10`],
  ['fold equal siblings', `box('Fold equal siblings').click()`, `box('Fold equal siblings').checked`],
  ['unfold them', `box('Fold equal siblings').click()`, `!box('Fold equal siblings').checked`],
  ['filter', `fill('Filter events of the chain', 'Reached 1')`, `/match/.test(said())`],
  [
    'filter by an id',
    `fill('Filter events of the chain', 'abc')`,
    `/match/.test(said()) && said() !== before`,
  ],
  ['filter no more', `fill('Filter events of the chain', '')`, `!/match/.test(said())`],
  ['open the slider', `button('What we knew').click()`, `slider() !== null`],
  ['move the slider', `slide(0.5)`, `known() !== before`],
  [
    'drag the slider',
    `for (let step = 1; step <= 20; step++) { slide(0.5 - step / 50); await frame() }`,
    `known() !== before`,
  ],
  ['back to now', `button('Back to now').click()`, `slider() === null`],
  ['open the graph', `button('graph').click()`, `document.querySelector('.react-flow__node') !== null`],
  ['open the table', `button('table').click()`, `document.querySelector('[role=row]') !== null`],
  ['sort the table', `button('Created').click()`, `document.querySelector('[aria-sort=ascending]') !== null`],
  ['open the tree', `button('tree').click()`, `rows().length > 1`],
]

/** Words of the acts. */
const WORDS = `
  const all = (selector) => [...document.querySelectorAll(selector)]
  const rows = () => all('[role=tree] [role=treeitem]')
  const button = (name) => all('button').find((one) => one.textContent.trim() === name)
  const labelled = (name) => document.querySelector('[aria-label="' + name + '"]')
  const box = (name) => all('label').find((one) => one.textContent.trim() === name).querySelector('input')
  const write = (field, value, kind) => {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')
    set.call(field, value)
    field.dispatchEvent(new Event(kind, { bubbles: true }))
  }
  const choose = (name, value) => write(labelled(name), value, 'change')
  const fill = (name, value) => write(labelled(name), value, 'input')
  const said = () => labelled('Filter events of the chain').parentElement.textContent
  const slider = () => document.querySelector('input[type=range]')
  const slide = (share) => write(slider(), String(Math.round(slider().max * share)), 'input')
  const known = () => slider()?.parentElement.querySelector('[role=status]').textContent
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()))
`

/** Milliseconds after what was asked for is there in which the rest of it, the small picture, may still come. */
const REST = 400
const PATIENCE = 15_000

/** Does all of it in a page that shows the whole chain, and watches the frames. */
export async function handleChain(page: Page): Promise<Handled[]> {
  const handled: Handled[] = []
  for (const [what, act, isThere] of ACTS) {
    const seen = await page.evaluate<{ longest: number; visible: number }>(`(async () => {
      ${WORDS}
      window.scrollTo({ top: 0, behavior: 'instant' })
      await new Promise((resolve) => setTimeout(resolve, 300))
      await frame()
      const before = /slider/.test(${JSON.stringify(what)}) ? known() : said()
      let longest = 0
      let last = performance.now()
      let watching = true
      requestAnimationFrame(function tick(now) {
        longest = Math.max(longest, now - last)
        last = now
        if (watching) requestAnimationFrame(tick)
      })
      await frame()
      const begun = performance.now()
      ${act}
      while (!(${isThere})) {
        if (performance.now() - begun > ${PATIENCE}) throw new Error(${JSON.stringify(what)} + ' was not done')
        await frame()
      }
      await frame()
      const visible = performance.now() - begun
      await new Promise((resolve) => setTimeout(resolve, ${REST}))
      await frame()
      watching = false
      return { longest, visible }
    })()`)
    handled.push({ what, longestFrameMs: seen.longest, visibleMs: seen.visible })
  }
  return handled
}
