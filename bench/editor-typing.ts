// npm run bench:editor [-- --url http://127.0.0.1:3000 --keys 200 --pause 60 --fields 45 --view fields --rounds 25]
// A person types into a schema that continues a published version, in a real browser on the built application: 300 lines
// of it, where nobody says how many fields. Measured in the page: from the last key to the findings and the verdict of
// that text on the screen, and how long the page's own thread was ever held up while keys came.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { call } from '@/lib/client/api'
import { startServer, TOKEN } from './server'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    keys: { type: 'string', default: '150' },
    pause: { type: 'string', default: '60' },
    port: { type: 'string', default: '3118' },
    fields: { type: 'string', default: '45' },
    view: { type: 'string', default: 'schema' },
    rounds: { type: 'string', default: '25' },
  },
})
/** Letters only: one name a size, on a server that is there already. */
const NAME = `BenchDraft${[...values.fields].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')}Typed`
const say = (line: string) => process.stderr.write(`${line}\n`)

const data = await mkdtemp(path.join(tmpdir(), 'pasttense-editor-'))
const server =
  values.url === undefined
    ? await startServer({ PASTTENSE_DATA: data, PORT: values.port, DATABASE_URL: '' })
    : undefined
try {
  await measure(server?.origin ?? values.url ?? '')
} finally {
  await server?.stop()
  await rm(data, { recursive: true, force: true })
}

async function measure(origin: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath:
      process.env.PASTTENSE_CHROMIUM ?? (existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      extraHTTPHeaders: { authorization: `Bearer ${process.env.PASTTENSE_TOKEN ?? TOKEN}` },
    })
    // The runner's TypeScript names functions by a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (named) => named')
    const lines = await open(page, origin)
    const gaps = await typeOn(page)
    const answers: number[] = []
    for (let round = 0; round < Number(values.rounds); round++) answers.push(await answerTo(page, round))
    const line = (what: string, value: string, target = '') =>
      say(`${what.padEnd(52)}${value.padEnd(28)}${target}`)
    line(`last key to findings and verdict, ${lines} lines, p50 ms`, at(answers, 0.5))
    line('  p95 / most ms', `${at(answers, 0.95)} / ${at(answers, 1)}`, '≤ 100')
    line(`between two frames while ${values.keys} keys came, p50 ms`, at(gaps.frames, 0.5))
    line('  p95 / most ms', `${at(gaps.frames, 0.95)} / ${at(gaps.frames, 1)}`)
    line(
      'from a key to its frame, p95 / most ms',
      `${at(gaps.keys, 0.95)} / ${at(gaps.keys, 1)}`,
      'most ≤ 100',
    )
  } finally {
    await browser.close()
  }
}

/** A version of 300 lines, and a draft that continues it, open in the editor. */
async function open(page: Page, origin: string): Promise<number> {
  const api = { origin, token: process.env.PASTTENSE_TOKEN ?? TOKEN }
  const schema = largeSchema()
  await call('createEventType', { body: { name: NAME, kind: 'domain' } }, api).catch(() => undefined)
  await call('publishVersion', { params: { name: NAME }, body: { label: '1.0.0', schema } }, api)
  const draft = await call('createDraft', { body: { event_type: NAME, base: '1.0.0' } }, api)
  await page.goto(`${origin}/proposals/${draft.id}?document=${values.view}`)
  await page.locator('[data-checks="ready"]').waitFor()
  const place = page.getByRole('textbox', { name: 'Schema' })
  await place.focus()
  // Into the description of the first field.
  await page.keyboard.press('Control+Home')
  for (let down = 0; down < 6; down++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  return draft.schema_text.split('\n').length
}

/** Frames and keys as the page saw them while somebody types without a pause. */
async function typeOn(page: Page): Promise<{ frames: number[]; keys: number[] }> {
  await page.evaluate(() => {
    const seen = { frames: [] as number[], keys: [] as number[] }
    let last = performance.now()
    const frame = (now: number) => {
      seen.frames.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame((now) => {
      last = now
      requestAnimationFrame(frame)
    })
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => setTimeout(() => seen.keys.push(performance.now() - timeStamp))),
      true,
    )
    Object.assign(globalThis, { seen })
  })
  for (let key = 0; key < Number(values.keys); key++) {
    await page.keyboard.press(key % 7 === 6 ? 'Space' : 'abcdef'[key % 6]!)
    // The pause between two keys of somebody who types: what is measured, not something waited for.
    await page.waitForTimeout(Number(values.pause))
  }
  return page.evaluate(() => (globalThis as unknown as { seen: { frames: number[]; keys: number[] } }).seen)
}

/** Milliseconds from a key (its own time stamp) to the frame in which findings and verdict are those of the text. */
async function answerTo(page: Page, round: number): Promise<number> {
  await page.locator('[data-checks="ready"]').waitFor()
  // As somebody who stops and thinks: the frame after the last answer is drawn, and nothing of it is measured.
  await page.waitForTimeout(200)
  const measured = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener(
          'keydown',
          ({ timeStamp }) => {
            const box = document.querySelector('[data-checks]')!
            let wasBusy = false
            const watch = new MutationObserver(() => {
              wasBusy ||= box.getAttribute('data-checks') === 'checking'
              if (!wasBusy || box.getAttribute('data-checks') !== 'ready') return
              watch.disconnect()
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
            })
            watch.observe(box, { attributes: true })
          },
          { capture: true, once: true },
        )
      }),
  )
  // `evaluate` answers only at the end, so nothing says when its listeners stand; a key before that would go unseen.
  await page.waitForTimeout(20)
  await page.keyboard.press('abcdef'[round % 6]!)
  return measured
}

function largeSchema(): Record<string, unknown> {
  const field = (index: number) => ({
    type: index % 3 === 0 ? 'integer' : 'string',
    description: `What the ${index}th field holds`,
    ...(index % 3 === 0 ? { minimum: 0, maximum: 1_000 + index } : { maxLength: 40, pattern: '^[a-z]+$' }),
    ...(index % 5 === 0 ? { enum: index % 3 === 0 ? [1, 2, 3] : ['a', 'b', 'unknown'] } : {}),
  })
  const properties = Object.fromEntries(
    Array.from({ length: Number(values.fields) }, (_, index) => [`field_${index}`, field(index)]),
  )
  return {
    type: 'object',
    description: 'A draft that is typed into',
    properties,
    required: ['field_0', 'field_1'],
  }
}

function at(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
}
