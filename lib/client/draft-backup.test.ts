import { expect, it, vi } from 'vitest'
import { DraftBackup, type Holding } from './draft-backup'
import type { DraftValues, Unsaved } from './draft-saver'

/** A browser's storage and its pages. */
class Browser implements Holding {
  private readonly items = new Map<string, string>()
  private readonly held = new Set<string>()
  room = 1_000
  readonly shelf = {
    getItem: (key: string) => this.items.get(key) ?? null,
    setItem: (key: string, text: string) => {
      const others = [...this.items].filter(([other]) => other !== key)
      if (others.reduce((sum, [, each]) => sum + each.length, text.length) > this.room)
        throw new Error('full')
      this.items.set(key, text)
    },
    removeItem: (key: string) => void this.items.delete(key),
    key: (index: number) => [...this.items.keys()][index] ?? null,
    get length(): number {
      return 0
    },
  }

  constructor() {
    Object.defineProperty(this.shelf, 'length', { get: () => this.items.size })
  }

  hold = (name: string) => {
    this.held.add(name)
    return () => void this.held.delete(name)
  }
  isFree = (name: string) => Promise.resolve(!this.held.has(name))

  /** A tab on a draft. */
  tab(page: string, draft = 'd-1') {
    const backup = new DraftBackup(draft, page, () => this.shelf, this)
    return { backup, close: backup.open() }
  }
}
const said = (revision: number): Unsaved => ({
  revision,
  values: { schema_text: '{}' } as DraftValues,
})
const revisionOf = (left: { text: string } | null) =>
  left && (JSON.parse(left.text) as { revision: number }).revision

it('keeps what each of two tabs wrote, and gives the next page what a closed one left', async () => {
  const browser = new Browser()
  const [one, other] = [browser.tab('one'), browser.tab('other')]
  one.backup.write(said(1))
  other.backup.write(said(2))
  other.close()
  const next = browser.tab('next')
  const left = await next.backup.takeUp()
  expect(revisionOf(left)).toBe(2)
  left!.own()
  next.backup.clear()
  // That of the tab which is open is left to it, until it is closed, too.
  expect(await browser.tab('third').backup.takeUp()).toBeNull()
  one.close()
  expect(revisionOf(await browser.tab('fourth').backup.takeUp())).toBe(1)
})

it('loses nothing where several were left, and takes none of another draft', async () => {
  const browser = new Browser()
  for (const page of ['a', 'b']) {
    const tab = browser.tab(page)
    tab.backup.write(said(page === 'a' ? 1 : 2))
    tab.close()
  }
  const elsewhere = browser.tab('c', 'd-10')
  elsewhere.backup.write(said(9))
  elsewhere.close()
  const found: (number | null)[] = []
  for (const page of ['x', 'y', 'z']) {
    const { backup } = browser.tab(page)
    const left = await backup.takeUp()
    found.push(revisionOf(left))
    left?.own()
    backup.clear()
  }
  expect(found.toSorted()).toEqual([1, 2, null].toSorted())
})

it('takes up what was kept before each page had a slot, and throws away nothing that it only looked at', async () => {
  const browser = new Browser()
  browser.shelf.setItem('pasttense.draft.d-1', JSON.stringify(said(7)))
  const { backup } = browser.tab('one')
  expect(revisionOf(await backup.takeUp())).toBe(7)
  backup.clear()
  expect(revisionOf(await backup.takeUp())).toBe(7)
})

it('says where there is no room, and loses nothing where there is not enough for two', async () => {
  const browser = new Browser()
  const tab = browser.tab('one')
  expect(tab.backup.write(said(1))).toBe(true)
  tab.close()
  browser.room = browser.shelf.getItem('pasttense.draft.d-1.one')!.length + 5
  const next = browser.tab('next')
  const left = await next.backup.takeUp()
  left!.own()
  expect(revisionOf(await next.backup.takeUp())).toBe(1)
  browser.room = 10
  expect(next.backup.write(said(2))).toBe(false)
})

it('puts a large text away now and then while somebody writes, and the last of it when the page is left', async () => {
  vi.useFakeTimers()
  const browser = new Browser()
  browser.room = 1_000_000
  const tab = browser.tab('a')
  const large = (revision: number): Unsaved => ({
    revision,
    values: { schema_text: ' '.repeat(60_000) } as DraftValues,
  })
  const kept = async () => revisionOf(await tab.backup.takeUp())
  for (const revision of [1, 2, 3]) expect(tab.backup.write(large(revision))).toBe(true)
  expect(await kept()).toBe(1)
  vi.advanceTimersByTime(1_000)
  expect(await kept()).toBe(3)
  tab.backup.write(large(4))
  tab.backup.write(large(5))
  tab.close()
  expect(await kept()).toBe(5)
  tab.backup.write(large(6))
  tab.backup.write(large(7))
  tab.backup.clear()
  vi.advanceTimersByTime(5_000)
  expect(await kept()).toBeNull()
  vi.useRealTimers()
})
