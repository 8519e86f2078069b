import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { createDraft } from '@/lib/server/services/draft/create-draft'
import { getReview } from './get-review'
import { getRevision } from '@/lib/server/services/draft/get-revision'
import { listVersionsPage } from '@/lib/server/services/schema/list-versions'
import { rebaseDraft } from '@/lib/server/services/draft/rebase-draft'
import {
  approve,
  begin,
  field,
  ilse,
  mara,
  noor,
  publish,
  save,
  schemaOf,
  slug,
  submit,
} from '@/lib/server/services/testing/review-world'

useTestDatabase()

/** `npm run races` runs a thousand. */
const ROUNDS = Number(process.env.PASTTENSE_RACE_ROUNDS ?? 4)
const PATIENCE_MS = 60_000 + ROUNDS * 5_000

const textOf = (...fields: string[]) =>
  JSON.stringify({
    type: 'object',
    description: 'd',
    properties: Object.fromEntries(fields.map((name) => [name, { type: 'string', description: 'd' }])),
  })

let made = 0
/** An event type with a version, and drafts that continue it, handed in and approved. */
async function beginSeveral(drafts: number, approved = true): Promise<{ name: string; ids: string[] }> {
  const name = `Race${++made}Finished`
  const first = await createDraft(ilse, { body: { event_type: name, schema_text: textOf('a') } })
  await publish(ilse, first.id)
  const ids: string[] = []
  for (let i = 0; i < drafts; i++) {
    const { id } = await createDraft(ilse, { body: { event_type: name, schema_text: textOf('a', `f${i}`) } })
    await submit(id)
    if (approved) await approve(mara, id)
    ids.push(id)
  }
  return { name, ids }
}
const saveWith = (id: string, revision: number, ...fields: string[]) =>
  save(id, revision, textOf('a', ...fields))

/** What came of each: done, or the problem it ended with. Anything else is a failure of ours. */
async function atOnce(...acts: Promise<unknown>[]): Promise<string[]> {
  const ends = await Promise.allSettled(acts)
  return ends.map((end) => {
    if (end.status === 'fulfilled') return 'done'
    const { slug } = end.reason as { slug?: string }
    if (slug === undefined) throw end.reason
    return slug
  })
}

/** The numbers of the versions, and that each proposal's version is what was approved. */
async function inspect(name: string, ids: readonly string[]): Promise<number[]> {
  const { items } = await listVersionsPage(ilse, { name, query: {} })
  for (const id of ids) {
    const { state, entries, content_revision } = await getReview(ilse, { id })
    const version = items.find(({ proposal }) => proposal === id)
    expect(version !== undefined).toBe(state === 'published')
    if (!version) continue
    const published = entries.find(({ event }) => event === 'publish')
    const approval = entries.find(
      ({ event, revision, by }) => event === 'approve' && revision >= content_revision && by.id !== 'ilse',
    )
    expect(approval).toBeDefined()
    const { content } = await getRevision(ilse, { id, number: published!.revision })
    expect(version.schema).toEqual(JSON.parse(content.schema_text))
  }
  return items.map(({ ordinal }) => ordinal).sort((a, b) => a - b)
}

async function rounds(play: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    await play(round)
    // A thousand take half an hour: who waits wants to see that they go on.
    if ((round + 1) % 100 === 0)
      console.log(`${expect.getState().currentTestName}: ${round + 1} of ${ROUNDS} rounds`)
  }
}

describe('at once', () => {
  it(
    'two approved proposals on one version: one is published, the other is told to rebase',
    () =>
      rounds(async () => {
        const { name, ids } = await beginSeveral(2)
        const ends = await atOnce(...ids.map((id) => publish(ilse, id)))
        expect(ends.sort()).toEqual(['done', 'rebase-needed'])
        expect(await inspect(name, ids)).toEqual([1, 2])
      }),
    PATIENCE_MS,
  )

  it(
    'two people publish one proposal: it is published once',
    () =>
      rounds(async () => {
        const { name, ids } = await beginSeveral(1)
        const ends = await atOnce(publish(ilse, ids[0]!), publish(ilse, ids[0]!))
        expect(ends.filter((end) => end === 'done')).toHaveLength(1)
        expect(await inspect(name, ids)).toEqual([1, 2])
      }),
    PATIENCE_MS,
  )

  it(
    'two people save one revision: one is told that the other was first, and nothing is lost',
    () =>
      rounds(async () => {
        const { ids } = await beginSeveral(1, false)
        const [id] = ids as [string]
        const ends = await atOnce(saveWith(id, 1, 'mine'), saveWith(id, 1, 'yours'))
        expect(ends.sort()).toEqual(['done', 'revision-mismatch'])
        const { revision } = await getReview(ilse, { id })
        expect(revision).toBe(2)
        expect((await getRevision(ilse, { id, number: 1 })).content.schema_text).toBe(textOf('a', 'f0'))
      }),
    PATIENCE_MS,
  )

  it(
    'an approval against a revision, and publishing against both: nothing is published that was not approved',
    () =>
      rounds(async (round) => {
        const { name, ids } = await beginSeveral(1, round % 2 === 0)
        const [id] = ids as [string]
        const acts = [
          () => approve(noor, id),
          () => saveWith(id, 1, `later${round}`),
          () => publish(ilse, id),
          () => publish(ilse, id, 2),
        ]
        // Each order of their beginnings has its turn.
        const turn = round % acts.length
        const ends = await atOnce(...[...acts.slice(turn), ...acts.slice(0, turn)].map((act) => act()))
        for (const end of ends)
          expect([
            'done',
            'revision-mismatch',
            'not-approved',
            'draft-not-open',
            'not-possible-now',
          ]).toContain(end)
        await inspect(name, ids)
        await atOnce(publish(ilse, id), publish(ilse, id, 2))
        const ordinals = await inspect(name, ids)
        expect([[1], [1, 2]]).toContainEqual(ordinals)
      }),
    PATIENCE_MS,
  )
})

describe('two proposals on one version', () => {
  it('are published one after the other, the second brought together with the first and approved again', async () => {
    const { id: first, name } = await begin(schemaOf({ a: field(), b: field() }))
    const { id: second } = await createDraft(ilse, {
      body: { event_type: name, schema_text: schemaOf({ a: field(), c: field() }) },
    })
    for (const id of [first, second]) {
      await submit(id)
      await approve(mara, id)
    }
    expect((await publish(ilse, first)).version?.label).toBe('1.1.0')
    await expect(publish(ilse, second)).rejects.toEqual(slug('rebase-needed'))
    expect((await getReview(ilse, { id: second })).overtaken_by).toBe('1.1.0')
    const { draft, conflicts } = await rebaseDraft(ilse, { id: second, revision: 1 })
    expect([draft.base, draft.state, conflicts]).toEqual(['1.1.0', 'in-review', []])
    expect(Object.keys((JSON.parse(draft.schema_text) as { properties: object }).properties)).toEqual([
      'a',
      'c',
      'b',
    ])
    await expect(rebaseDraft(ilse, { id: second, revision: 2 })).rejects.toEqual(slug('not-possible-now'))
    await approve(mara, second, 2)
    expect((await publish(ilse, second, 2)).version?.label).toBe('1.2.0')
  })

  it('of which one is of an older line keep their bases', async () => {
    const { name, id } = await begin()
    await publish(ilse, id)
    const old = await createDraft(ilse, {
      body: {
        event_type: name,
        base: '1.0.0',
        schema_text: schemaOf({ a: field(), m: field() }),
        label: '1.0.1',
      },
    })
    const next = await createDraft(ilse, {
      body: { event_type: name, schema_text: schemaOf({ a: field(), b: field(), n: field() }) },
    })
    await publish(ilse, next.id)
    await expect(publish(ilse, old.id)).rejects.toEqual(slug('rebase-needed'))
    const { draft } = await rebaseDraft(ilse, { id: old.id, revision: 1 })
    expect([draft.base, draft.schema_text]).toEqual(['1.0.0', schemaOf({ a: field(), m: field() })])
    expect((await publish(ilse, old.id, 2)).version).toMatchObject({ label: '1.0.1', base: '1.0.0' })
  })
})
