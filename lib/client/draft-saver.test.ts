import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Draft, DraftPatch } from '@/lib/contracts/draft'
import { ApiProblem } from './api'
import { DraftSaver, type Backup, type Unsaved } from './draft-saver'

const signedOut = { type: '/problems/unauthorized', title: '', status: 401, detail: '', request_id: '' }

/** A server with one draft, as strict about revisions as the real one. */
class Shelf {
  draft: Draft = {
    id: 'd1',
    event_type: 'CardExpired',
    kind: 'domain',
    entity: null,
    operation: null,
    description: '',
    label: '',
    summary: '',
    state: 'draft',
    content_revision: 1,
    author: { id: 'local', name: 'local' },
    submitted_at: null,
    verdict: null,
    waits_since: '2026-01-01T00:00:00.000Z',
    mine: true,
    waiting_for_me: false,
    base: null,
    owner: null,
    domain: null,
    revision: 1,
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
    schema_text: '{}',
    examples_text: '[]',
    event_type_exists: false,
    published_version: null,
  }
  reachable = true
  signedIn = true

  save = async (revision: number, patch: DraftPatch): Promise<Draft> => {
    await Promise.resolve()
    if (!this.reachable) throw new TypeError('fetch failed')
    if (!this.signedIn) throw new ApiProblem({ ...signedOut })
    if (revision !== this.draft.revision) throw refusal('revision-mismatch', 412)
    const { owner: _owner, domain: _domain, ...rest } = patch
    this.draft = { ...this.draft, ...rest, revision: revision + 1 }
    return this.draft
  }

  load = async (): Promise<Draft> => Promise.resolve(this.draft)
}

function refusal(slug: string, status: number): ApiProblem {
  return new ApiProblem({ type: `/problems/${slug}`, title: slug, status, detail: slug, request_id: 'r' })
}

class Drawer implements Backup {
  text: string | null = null
  takeUp = () => Promise.resolve(this.text === null ? null : { text: this.text, own: () => undefined })
  hasRoom = true
  write = (unsaved: Unsaved) => {
    if (this.hasRoom) this.text = JSON.stringify(unsaved)
    return this.hasRoom
  }
  clear = () => void (this.text = null)
}

describe('DraftSaver', () => {
  let shelf: Shelf
  let drawer: Drawer
  const open = () => new DraftSaver(shelf.draft, { save: shelf.save, load: shelf.load, backup: drawer })
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

  beforeEach(() => {
    vi.useFakeTimers()
    shelf = new Shelf()
    drawer = new Drawer()
  })
  afterEach(() => vi.useRealTimers())

  it('says so where the browser has no room for what the server did not take', async () => {
    const saver = open()
    shelf.reachable = false
    drawer.hasRoom = false
    saver.change({ summary: 'lost with the page' })
    await pass(1_000)
    expect(saver.getSnapshot()).toMatchObject({ status: { kind: 'offline' }, isKept: false })
    drawer.hasRoom = true
    saver.change({ summary: 'kept' })
    expect(saver.getSnapshot().isKept).toBe(true)
  })

  it('has nothing to save where a change was taken back, or only said again', async () => {
    const saver = open()
    saver.change({ schema_text: '{"a"' })
    saver.change({ schema_text: '{}' })
    expect(saver.getSnapshot().status).toEqual({ kind: 'saved' })
    expect(drawer.text).toBeNull()
    shelf.draft = { ...shelf.draft, schema_text: '[]', revision: 2 }
    await saver.catchUp(2)
    saver.change({ schema_text: '[]' })
    await pass(1_000)
    expect(saver.getSnapshot()).toMatchObject({ status: { kind: 'saved' }, revision: 2 })
    // Taken back while it is being saved, it is saved once more.
    saver.change({ schema_text: '[1]' })
    const saved = saver.flush()
    saver.change({ schema_text: '[]' })
    await saved
    expect(shelf.draft).toMatchObject({ schema_text: '[]', revision: 4 })
    expect(saver.getSnapshot().status).toEqual({ kind: 'saved' })
  })

  it('saves a moment after the last change, once', async () => {
    const saver = open()
    saver.change({ schema_text: '{"a"' })
    saver.change({ schema_text: '{"a":1}' })
    expect(saver.getSnapshot().status.kind).toBe('unsaved')
    await pass(1_000)
    expect(saver.getSnapshot()).toMatchObject({ revision: 2, status: { kind: 'saved' } })
    expect(shelf.draft.schema_text).toBe('{"a":1}')
    expect(drawer.text).toBeNull()
  })

  it('gives back after a reload what was not saved yet', async () => {
    open().change({ schema_text: '{"typed":true}' })
    const reloaded = open()
    await reloaded.restore()
    expect(reloaded.getSnapshot().values.schema_text).toBe('{"typed":true}')
    await pass(1_000)
    expect(shelf.draft.schema_text).toBe('{"typed":true}')
  })

  it('keeps the work while the server is away, and saves it when it is back', async () => {
    const saver = open()
    shelf.reachable = false
    saver.change({ label: '1.1.0' })
    await pass(1_000)
    expect(saver.getSnapshot().status.kind).toBe('offline')
    expect(drawer.text).toContain('1.1.0')
    shelf.reachable = true
    await pass(6_000)
    expect(saver.getSnapshot().status.kind).toBe('saved')
    expect(shelf.draft.label).toBe('1.1.0')
  })

  it('keeps the work while one is signed out, and saves it when one is back', async () => {
    const saver = open()
    shelf.signedIn = false
    saver.change({ label: '1.1.0' })
    await pass(1_000)
    expect(saver.getSnapshot().status.kind).toBe('signed-out')
    expect(drawer.text).toContain('1.1.0')
    shelf.signedIn = true
    await pass(6_000)
    expect(shelf.draft.label).toBe('1.1.0')
  })

  it('never saves over somebody else without being told to', async () => {
    const saver = open()
    await shelf.save(1, { summary: 'theirs' })
    saver.change({ summary: 'mine' })
    await pass(10_000)
    expect(saver.getSnapshot()).toMatchObject({ status: { kind: 'conflict' }, values: { summary: 'mine' } })
    expect(shelf.draft.summary).toBe('theirs')
    await saver.keepMine()
    expect(shelf.draft.summary).toBe('mine')
  })

  it('knows its own save that was on its way while the page was reloaded', async () => {
    open().change({ summary: 'mine' })
    const reloaded = open()
    await shelf.save(1, { summary: 'mine' })
    await reloaded.restore()
    await pass(1_000)
    expect(reloaded.getSnapshot()).toMatchObject({ revision: 2, status: { kind: 'saved' } })
    expect(drawer.text).toBeNull()
  })

  it('shows what was saved elsewhere where nothing is unsaved here, and leaves alone what is', async () => {
    const saver = open()
    await shelf.save(1, { summary: 'theirs' })
    expect(await saver.catchUp(1)).toBe(false)
    expect(await saver.catchUp(2)).toBe(true)
    expect(saver.getSnapshot()).toMatchObject({ revision: 2, values: { summary: 'theirs' } })
    await shelf.save(2, { summary: 'theirs again' })
    const reading = saver.catchUp(3)
    saver.change({ summary: 'mine' })
    expect(await reading).toBe(false)
    await pass(1_000)
    expect(saver.getSnapshot()).toMatchObject({ status: { kind: 'conflict' }, values: { summary: 'mine' } })
  })

  it('takes what somebody else saved when asked to', async () => {
    const saver = open()
    await shelf.save(1, { summary: 'theirs' })
    saver.change({ summary: 'mine' })
    await pass(1_000)
    await saver.takeTheirs()
    expect(saver.getSnapshot()).toMatchObject({
      revision: 2,
      status: { kind: 'saved' },
      values: { summary: 'theirs' },
    })
    expect(drawer.text).toBeNull()
  })

  it('asks before work on an older revision is taken up again', async () => {
    open().change({ summary: 'mine' })
    await shelf.save(1, { summary: 'theirs' })
    const reloaded = open()
    await reloaded.restore()
    expect(reloaded.getSnapshot()).toMatchObject({
      status: { kind: 'conflict' },
      values: { summary: 'mine' },
    })
    await pass(10_000)
    expect(shelf.draft.summary).toBe('theirs')
  })

  it('asks again after another reload, whatever was typed meanwhile', async () => {
    open().change({ summary: 'mine' })
    await shelf.save(1, { summary: 'theirs' })
    const reloaded = open()
    await reloaded.restore()
    reloaded.change({ summary: 'mine, longer' })
    const again = open()
    await again.restore()
    await pass(10_000)
    expect(again.getSnapshot()).toMatchObject({
      revision: 1,
      status: { kind: 'conflict' },
      values: { summary: 'mine, longer' },
    })
    expect(shelf.draft.summary).toBe('theirs')
  })

  it('saves what both made over what the other saved, and asks again where a third one was quicker', async () => {
    const saver = open()
    const theirs = await shelf.save(1, { summary: 'theirs' })
    saver.change({ label: '2' })
    await pass(1_000)
    const together = { ...saver.getSnapshot().values, summary: 'theirs', label: '2' }
    await shelf.save(2, { description: 'a third one' })
    await saver.bringTogether(theirs, together)
    expect(saver.getSnapshot()).toMatchObject({ revision: 2, status: { kind: 'conflict' } })
    await saver.bringTogether(shelf.draft, { ...together, description: 'a third one' })
    expect(shelf.draft).toMatchObject({ summary: 'theirs', label: '2', description: 'a third one' })
    expect(saver.getSnapshot()).toMatchObject({ revision: 4, status: { kind: 'saved' } })
    expect(drawer.text).toBeNull()
  })

  it('saves on demand, waiting for a save under way', async () => {
    const saver = open()
    saver.change({ summary: 'one' })
    const first = saver.flush()
    saver.change({ summary: 'two' })
    await saver.flush()
    await first
    expect(shelf.draft.summary).toBe('two')
    expect(saver.getSnapshot().status.kind).toBe('saved')
  })
})
