import type { Backup, Unsaved } from './draft-saver'
import { LARGE_TEXT } from './large-text'

/** What is left of a page that is gone. */
export interface Left {
  readonly text: string
  /** Makes it this page's own, in one step. */
  readonly own: () => void
}

/** A lock is held by one page at a time, and ends with the page; `navigator.locks` where the browser has them. */
export interface Holding {
  /** Holds it until the page ends. */
  hold: (name: string) => () => void
  /** Whether nobody holds it. A page that is being left may take a moment to let go. */
  isFree: (name: string) => Promise<boolean>
}

/** Milliseconds between two times that a large one is put away while somebody writes. */
const PAUSE = 1_000

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Unsaved work on one draft, in a slot for each page that is open on it: two tabs never write over each other's. What a
 * page left behind is taken up by the next one, the last written first; what a page that is still open wrote is left to it.
 */
export class DraftBackup implements Backup {
  private readonly prefix: string
  private readonly own: string
  private letGo: (() => void) | undefined
  /** What is not put away yet, and when it will be. */
  private waiting: Unsaved | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private hadRoom = true

  constructor(
    draft: string,
    page: string,
    private readonly shelf: () => Shelf,
    private readonly holding: Holding,
  ) {
    this.prefix = `pasttense.draft.${draft}`
    this.own = `${this.prefix}.${page}`
  }

  /** Says that this page is open, until what is returned is called. */
  open(): () => void {
    this.letGo ??= this.holding.hold(this.own)
    return () => {
      this.flush()
      this.letGo?.()
      this.letGo = undefined
    }
  }

  async takeUp(): Promise<Left | null> {
    const found = this.slots()
    for (const { key, text } of found)
      if (key === this.own || (await this.holding.isFree(key)))
        return {
          text,
          own: () => {
            if (key === this.own) return
            // There may be no room for both: what was left goes back to where it was, then.
            attempt(() => this.shelf().removeItem(key))
            if (!this.set(text)) attempt(() => this.shelf().setItem(key, text))
          },
        }
    return null
  }

  /** A large text at once and then now and again, the last of it when the page is left: see `flush`. */
  write(unsaved: Unsaved): boolean {
    this.waiting = unsaved
    if (this.timer === undefined || unsaved.values.schema_text.length <= LARGE_TEXT) {
      this.flush()
      this.timer = setTimeout(() => this.flush(), PAUSE)
    }
    return this.hadRoom
  }

  /** Puts away what waits for it. */
  flush(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    if (this.waiting) this.hadRoom = this.set(JSON.stringify({ ...this.waiting, at: Date.now() }))
    this.waiting = undefined
  }

  clear(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.waiting = undefined
    attempt(() => this.shelf().removeItem(this.own))
  }

  private set(text: string): boolean {
    return attempt(() => this.shelf().setItem(this.own, text))
  }

  /** The last written first. */
  private slots(): { key: string; text: string }[] {
    const found: { key: string; text: string; at: number }[] = []
    attempt(() => {
      const shelf = this.shelf()
      for (let index = 0; index < shelf.length; index++) {
        const key = shelf.key(index)
        if (key === null || (key !== this.prefix && !key.startsWith(`${this.prefix}.`))) continue
        const text = shelf.getItem(key)
        if (text !== null) found.push({ key, text, at: writtenAt(text) })
      }
    })
    return found.sort((a, b) => b.at - a.at)
  }
}

function writtenAt(text: string): number {
  try {
    const { at } = JSON.parse(text) as { at?: unknown }
    return typeof at === 'number' ? at : 0
  } catch {
    return 0
  }
}

/** Whether it could be done: storage may be full or forbidden. */
function attempt(action: () => void): boolean {
  try {
    action()
    return true
  } catch {
    return false
  }
}

/** A page that is being left may take a moment to let go: how often one looks again, and the milliseconds between. */
const LOOKS = 10
const BETWEEN = 100

/** Where there are no locks (a page without TLS), any slot may be taken up: work is then shown twice rather than lost. */
export const browserHolding: Holding = {
  hold: (name) => {
    if (!('locks' in navigator)) return () => undefined
    const held = new AbortController()
    const ended = new Promise<void>((resolve) => held.signal.addEventListener('abort', () => resolve()))
    // Refused only where the page has no right to locks at all.
    navigator.locks.request(name, () => ended).catch(() => undefined)
    return () => held.abort()
  },
  isFree: async (name) => {
    if (!('locks' in navigator)) return true
    for (let look = 0; look < LOOKS; look++) {
      // Asked, and not requested for a time: on a busy page the time is over before the lock is given.
      const { held = [] } = await navigator.locks.query()
      if (!held.some((lock) => lock.name === name)) return true
      await new Promise((resolve) => setTimeout(resolve, BETWEEN))
    }
    return false
  },
}
