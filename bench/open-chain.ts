import { chromium, type Page } from '@playwright/test'
import { handleChain, type Handled } from './handle-chain'

export interface Opened {
  /** From the start of the navigation to the first rows that are painted: of a large chain the event and its causes. */
  firstRowsMs: number
  /** Until the whole chain can be scrolled. */
  wholeMs: number
  rows: number
  /** Longest time between two frames while the whole chain is scrolled through. */
  longestFrameMs: number
  /** The same for the 99th part of a hundred. */
  usualFrameMs: number
  /** What a person does with it afterwards. */
  handled: Handled[]
  /** JavaScript heap in MB, without a collection before. */
  heapMb: number
}

/** Pixels a frame, as of somebody who drags the scroll bar; and how many frames are looked at. */
const STEP = 4_000
const FRAMES = 240

/** Opens a page in a real Chromium whose cache holds the scripts, and scrolls through it. */
export async function openChain(address: string): Promise<Opened> {
  const browser = await chromium.launch({
    executablePath: process.env.PASTTENSE_CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--enable-precise-memory-info',
    ],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.addInitScript(NOTE_FIRST_ROW)
    await page.goto(address)
    await page.evaluate(FIRST_ROW)
    await page.goto('about:blank')
    await page.goto(address)
    await page.evaluate(FIRST_ROW)
    return await look(page)
  } finally {
    await browser.close()
  }
}

/** Run in the page, so texts: what a transpiler adds does not exist there. This one notes when the first row is painted. */
const NOTE_FIRST_ROW = `
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[role=treeitem]')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => { window.firstRow = performance.now() }))
  }).observe(document, { childList: true, subtree: true })`

/** When the first row was painted; waited for here, since the page's policy forbids what Playwright's waiting would run. */
const FIRST_ROW = `new Promise((resolve) => {
  const ask = () => window.firstRow ? resolve(window.firstRow) : setTimeout(ask, 10)
  ask()
})`

/**
 * When the server has said what the chain waits for, and that is shown: until then it takes the cores that the browser
 * shares with it here, which nobody's browser does.
 */
const JUDGED = `new Promise((resolve) => {
  const isJudged = ({ name, responseEnd }) => name.includes('/expectations') && responseEnd > 0
  const ask = () =>
    performance.getEntriesByType('resource').some(isJudged) ? setTimeout(resolve, 500) : setTimeout(ask, 50)
  ask()
})`

/** Milliseconds between the frames of a walk through the page. Every tenth is a leap, as of a click into the minimap. */
const SCROLL_THROUGH = `new Promise((resolve) => {
  const frames = []
  let before = 0
  requestAnimationFrame(function tick(now) {
    if (before > 0) frames.push(now - before)
    before = now
    if (frames.length === ${FRAMES}) return resolve(frames)
    const leap = frames.length % 10 === 0 ? Math.random() * document.documentElement.scrollHeight : 0
    if (leap > 0) window.scrollTo({ top: leap, behavior: 'instant' })
    else window.scrollBy({ top: ${STEP}, behavior: 'instant' })
    requestAnimationFrame(tick)
  })
})`

async function look(page: Page): Promise<Opened> {
  const firstRowsMs = await page.evaluate<number>(FIRST_ROW)
  await page.getByRole('tree', { name: 'Chain of events' }).waitFor()
  const wholeMs = await page.evaluate<number>('performance.now()')
  await page.evaluate(JUDGED)
  const rows = await page.evaluate<number>('document.documentElement.scrollHeight / 32')
  const frames = await page.evaluate<number[]>(SCROLL_THROUGH)
  const handled = await handleChain(page)
  const heap = await page.evaluate<number>('performance.memory.usedJSHeapSize')
  const sorted = [...frames].sort((a, b) => a - b)
  return {
    firstRowsMs,
    wholeMs,
    rows: Math.round(rows),
    longestFrameMs: sorted.at(-1)!,
    usualFrameMs: sorted[Math.floor(sorted.length * 0.99)]!,
    handled,
    heapMb: heap / 1024 / 1024,
  }
}
