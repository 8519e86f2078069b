import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/policy/policy'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { createDraft } from './create-draft'
import { getReview } from './get-review'
import { getRevision } from './get-revision'
import { listVersionsPage } from './list-versions'
import { publishDraft } from './publish-draft'
import { reviewProposal } from './review-proposal'
import { submitProposal } from './submit-proposal'
import { saveDraft } from './update-draft'

useTestDatabase()

/** `npm run races` runs a thousand. */
const ROUNDS = Number(process.env.PASTTENSE_RACE_ROUNDS ?? 4)
const PATIENCE_MS = 60_000 + ROUNDS * 5_000

const person = (id: string): Actor => ({
  kind: 'person',
  id,
  name: id,
  role: 'reviewer',
  owners: [],
  scopes: null,
})
const [ilse, mara, noor] = [person('ilse'), person('mara'), person('noor')]

const textOf = (...fields: string[]) =>
  JSON.stringify({
    type: 'object',
    description: 'd',
    properties: Object.fromEntries(fields.map((name) => [name, { type: 'string', description: 'd' }])),
  })

let made = 0
/** An event type with a version, and drafts that continue it, handed in and approved. */
async function begin(drafts: number, approved = true): Promise<{ name: string; ids: string[] }> {
  const name = `Race${++made}Finished`
  const first = await createDraft(ilse, { body: { event_type: name, schema_text: textOf('a') } })
  await publishDraft(ilse, { id: first.id, revision: 1, body: {} })
  const ids: string[] = []
  for (let i = 0; i < drafts; i++) {
    const { id } = await createDraft(ilse, { body: { event_type: name, schema_text: textOf('a', `f${i}`) } })
    await submitProposal(ilse, { id, revision: 1, body: {} })
    if (approved) await approve(id)
    ids.push(id)
  }
  return { name, ids }
}
const approve = (id: string, revision = 1, by = mara) =>
  reviewProposal(by, { id, revision, body: { verdict: 'approve' } })
const publish = (id: string, revision = 1) => publishDraft(ilse, { id, revision, body: {} })
const save = (id: string, revision: number, ...fields: string[]) =>
  saveDraft(ilse, { id, revision, body: { schema_text: textOf('a', ...fields) } })

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
  for (let round = 0; round < ROUNDS; round++) await play(round)
}

describe('at once', () => {
  it(
    'two approved proposals on one version: one is published, the other is told to rebase',
    () =>
      rounds(async () => {
        const { name, ids } = await begin(2)
        const ends = await atOnce(...ids.map((id) => publish(id)))
        expect(ends.sort()).toEqual(['done', 'rebase-needed'])
        expect(await inspect(name, ids)).toEqual([1, 2])
      }),
    PATIENCE_MS,
  )

  it(
    'two people publish one proposal: it is published once',
    () =>
      rounds(async () => {
        const { name, ids } = await begin(1)
        const ends = await atOnce(publish(ids[0]!), publish(ids[0]!))
        expect(ends.filter((end) => end === 'done')).toHaveLength(1)
        expect(await inspect(name, ids)).toEqual([1, 2])
      }),
    PATIENCE_MS,
  )

  it(
    'two people save one revision: one is told that the other was first, and nothing is lost',
    () =>
      rounds(async () => {
        const { ids } = await begin(1, false)
        const [id] = ids as [string]
        const ends = await atOnce(save(id, 1, 'mine'), save(id, 1, 'yours'))
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
        const { name, ids } = await begin(1, round % 2 === 0)
        const [id] = ids as [string]
        const acts = [
          () => approve(id, 1, noor),
          () => save(id, 1, `later${round}`),
          () => publish(id),
          () => publish(id, 2),
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
        await atOnce(publish(id), publish(id, 2))
        const ordinals = await inspect(name, ids)
        expect([[1], [1, 2]]).toContainEqual(ordinals)
      }),
    PATIENCE_MS,
  )
})
