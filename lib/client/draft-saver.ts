import type { Draft, DraftPatch } from '@/lib/contracts/draft'
import { ApiProblem } from './api'

/** What an author changes of a draft. */
export type DraftValues = Required<
  Pick<
    DraftPatch,
    | 'event_type'
    | 'kind'
    | 'entity'
    | 'operation'
    | 'description'
    | 'owner'
    | 'domain'
    | 'label'
    | 'summary'
    | 'schema_text'
    | 'examples_text'
  >
>

export type SaveStatus =
  | { readonly kind: 'saved' | 'unsaved' | 'saving' }
  /** The server was not reached; it is tried again. */
  | { readonly kind: 'offline' }
  /** Whoever writes is not signed in any more; it is tried again. */
  | { readonly kind: 'signed-out' }
  /** Somebody saved meanwhile: a person decides. */
  | { readonly kind: 'conflict' }
  /** The server said what is wrong with a value; the rest of the author's work is kept here. */
  | { readonly kind: 'refused'; readonly message: string }

export interface DraftSnapshot {
  readonly values: DraftValues
  /** The one that `values` continue: where they are in conflict, not the latest. */
  readonly revision: number
  readonly status: SaveStatus
  /** Whether a reload would find what is unsaved: false where the browser had no room for it. */
  readonly isKept: boolean
}

/** What a page leaves behind: what stood on it, and the revision that it continues. */
export interface Unsaved {
  readonly revision: number
  readonly values: DraftValues
}

/** Where unsaved work outlives a reload: `localStorage`, or nothing where the browser keeps none. */
export interface Backup {
  /** What a page that is gone left behind, and how to make it this page's own; null where there is nothing. */
  takeUp: () => Promise<{ text: string; own: () => void } | null>
  /** Whether there was room for it. */
  write: (unsaved: Unsaved) => boolean
  clear: () => void
}

interface Options {
  save: (revision: number, patch: DraftPatch) => Promise<Draft>
  load: () => Promise<Draft>
  backup: Backup
  /** Milliseconds of silence before a save. */
  pause?: number
  /** Whether it saves by itself; otherwise only when it is told to, and what is unsaved is kept in the browser. */
  automatic?: boolean
  /** Milliseconds between tries while the server is not reached. */
  retry?: number
}

export function valuesOf(draft: Draft): DraftValues {
  const { event_type, kind, entity, operation, description, label, summary, schema_text, examples_text } =
    draft
  return {
    event_type,
    kind,
    entity,
    operation,
    description,
    label,
    summary,
    schema_text,
    examples_text,
    owner: draft.owner?.slug ?? null,
    domain: draft.domain?.slug ?? null,
  }
}

/**
 * Keeps a draft saved while somebody writes: a moment after the last key, one request at a time, always over the
 * revision that was read. Every change is first put where a reload finds it, so nothing is lost with the page, the
 * network or the server.
 */
export class DraftSaver {
  private snapshot: DraftSnapshot
  private stored: DraftValues
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private flushing: Promise<void> | undefined
  private readonly options: Required<Options>

  constructor(draft: Draft, options: Options) {
    this.options = { automatic: true, pause: 800, retry: 5_000, ...options }
    this.stored = valuesOf(draft)
    const status = { kind: 'saved' } as const
    this.snapshot = { values: this.stored, revision: draft.revision, status, isKept: true }
  }

  readonly getSnapshot = (): DraftSnapshot => this.snapshot

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Takes up what an earlier page left behind. Work on an older revision is a conflict: neither side is thrown away. */
  async restore(): Promise<void> {
    const found = await this.options.backup.takeUp()
    const left = readBackup(found?.text ?? null)
    // Whoever writes already is not interrupted: what was left stays where it is, for the next page.
    if (!found || !left || this.snapshot.status.kind !== 'saved') return
    found.own()
    if (this.changed({ ...this.stored, ...left.values }) === undefined) return this.options.backup.clear()
    const values = { ...this.stored, ...left.values }
    if (left.revision === this.snapshot.revision) {
      this.set({ values, status: { kind: 'unsaved' } })
      if (this.options.automatic) this.schedule(0)
    } else this.set({ values, revision: left.revision, status: { kind: 'conflict' } })
  }

  change(patch: Partial<DraftValues>): void {
    const values = { ...this.snapshot.values, ...patch }
    const keepsConflict = this.snapshot.status.kind === 'conflict'
    // Taken back before it was saved, or the editor's echo of what it was shown. What is being saved is another value.
    if (!keepsConflict && this.flushing === undefined && this.changed(values) === undefined) {
      clearTimeout(this.timer)
      this.options.backup.clear()
      return this.set({ values, status: { kind: 'saved' } })
    }
    const isKept = this.options.backup.write({ revision: this.snapshot.revision, values })
    this.set({ values, status: keepsConflict ? this.snapshot.status : { kind: 'unsaved' }, isKept })
    if (!keepsConflict && this.options.automatic) this.schedule(this.options.pause)
  }

  /** Saves what is unsaved, now. Resolves when there is nothing more to save or it could not be saved. */
  flush(): Promise<void> {
    clearTimeout(this.timer)
    // One loop at a time, which also saves what is changed while it runs: two would each take the other for a stranger.
    this.flushing ??= this.saveAll().finally(() => (this.flushing = undefined))
    return this.flushing
  }

  /**
   * A newer revision is on the server. Where nothing is unsaved here it is shown: whoever writes on has it under them.
   * Otherwise the next save finds it, and a person decides.
   * @returns whether another text is shown now
   */
  async catchUp(revision: number): Promise<boolean> {
    const isIdle = () => this.snapshot.status.kind === 'saved' && revision > this.snapshot.revision
    if (!isIdle()) return false
    const draft = await this.options.load()
    // Somebody may have begun to write, or saved, while it was read.
    if (!isIdle() || draft.revision <= this.snapshot.revision) return false
    this.stored = valuesOf(draft)
    this.set({ values: this.stored, revision: draft.revision })
    return true
  }

  /** After a conflict: what the other person saved replaces what stands here. */
  async takeTheirs(): Promise<void> {
    const draft = await this.options.load()
    this.options.backup.clear()
    this.stored = valuesOf(draft)
    this.set({ values: this.stored, revision: draft.revision, status: { kind: 'saved' } })
  }

  /** After a conflict: what stands here is saved over what the other person saved. */
  async keepMine(): Promise<void> {
    const draft = await this.options.load()
    this.stored = valuesOf(draft)
    this.set({ revision: draft.revision, status: { kind: 'unsaved' } })
    await this.flush()
  }

  /** After a conflict: what both made is saved over what the other person saved. */
  async bringTogether(theirs: Draft, values: DraftValues): Promise<void> {
    this.stored = valuesOf(theirs)
    const { revision } = theirs
    const isKept = this.options.backup.write({ revision, values })
    this.set({ values, revision, status: { kind: 'unsaved' }, isKept })
    await this.flush()
    // Both may have made the same of it: then there is nothing to save.
    if (this.changed(values) === undefined && this.snapshot.status.kind === 'unsaved') {
      this.options.backup.clear()
      this.set({ status: { kind: 'saved' } })
    }
  }

  dispose(): void {
    clearTimeout(this.timer)
  }

  private schedule(after: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), after)
  }

  private async saveAll(): Promise<void> {
    while (this.snapshot.status.kind !== 'conflict' && this.changed(this.snapshot.values) !== undefined) {
      if (!(await this.saveOnce())) return
    }
  }

  /** Whether it went well. */
  private async saveOnce(): Promise<boolean> {
    const { values, revision } = this.snapshot
    const patch = this.changed(values)
    if (patch === undefined) return true
    this.set({ status: { kind: 'saving' } })
    try {
      const draft = await this.options.save(revision, patch)
      this.stored = { ...this.stored, ...patch }
      const rest = this.changed(this.snapshot.values)
      const { revision: now } = draft
      this.set({ revision: now, status: { kind: rest === undefined ? 'saved' : 'unsaved' } })
      if (rest === undefined) this.options.backup.clear()
      else this.set({ isKept: this.options.backup.write({ revision: now, values: this.snapshot.values }) })
      return true
    } catch (error) {
      const isOvertaken = error instanceof ApiProblem && error.is('revision-mismatch')
      if (isOvertaken && (await this.isOwnSave())) return true
      this.fail(error)
      return false
    }
  }

  /** A save that was on its way when the page was reloaded is nobody else's: what it saved is what stands here. */
  private async isOwnSave(): Promise<boolean> {
    const draft = await this.options.load().catch(() => undefined)
    if (!draft) return false
    const saved = valuesOf(draft)
    if (
      Object.entries(saved).some(([key, value]) => this.snapshot.values[key as keyof DraftValues] !== value)
    )
      return false
    this.stored = saved
    this.set({ revision: draft.revision, status: { kind: 'saved' } })
    this.options.backup.clear()
    return true
  }

  private fail(error: unknown): void {
    if (error instanceof ApiProblem && error.is('revision-mismatch'))
      return this.set({ status: { kind: 'conflict' } })
    const isSignedOut = error instanceof ApiProblem && error.is('unauthorized')
    if (error instanceof ApiProblem && error.problem.status < 500 && !isSignedOut) {
      return this.set({ status: { kind: 'refused', message: error.message } })
    }
    this.set({ status: { kind: isSignedOut ? 'signed-out' : 'offline' } })
    this.schedule(this.options.retry)
  }

  private changed(values: DraftValues): DraftPatch | undefined {
    const entries = Object.entries(values).filter(
      ([key, value]) => this.stored[key as keyof DraftValues] !== value,
    )
    return entries.length === 0 ? undefined : Object.fromEntries(entries)
  }

  private set(change: Partial<DraftSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change }
    for (const listener of this.listeners) listener()
  }
}

function readBackup(text: string | null): { revision: number; values: Partial<DraftValues> } | undefined {
  try {
    const left = JSON.parse(text ?? 'null') as { revision?: unknown; values?: unknown } | null
    if (typeof left?.revision !== 'number' || typeof left.values !== 'object' || left.values === null)
      return undefined
    return left as { revision: number; values: Partial<DraftValues> }
  } catch {
    return undefined
  }
}
