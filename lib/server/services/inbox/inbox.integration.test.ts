import { describe, expect, it } from 'vitest'
import { allItems } from '@/lib/client/all-items'
import type { DraftQuery, DraftSummary } from '@/lib/contracts/draft'
import type { EventTypePatch } from '@/lib/contracts/event-type'
import { installation, type Actor, type Role } from '@/lib/domain/policy/policy'
import { QUEUES } from '@/lib/domain/review/queue'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'
import { findOwnerId } from '@/lib/server/stores/owner-store'
import { insertPerson } from '@/lib/server/stores/person-store'
import { addComment } from '@/lib/server/services/proposal/add-comment'
import { createDomain } from '@/lib/server/services/people/create-domain'
import { createDraft } from '@/lib/server/services/draft/create-draft'
import { getDraft } from '@/lib/server/services/draft/get-draft'
import { listDraftsPage } from '@/lib/server/services/draft/list-drafts'
import { getUnread, listInboxPage } from './list-inbox'
import { publishDraft } from '@/lib/server/services/draft/publish-draft'
import { readInbox } from './read-inbox'
import { reviewProposal } from '@/lib/server/services/proposal/review-proposal'
import { submitProposal } from '@/lib/server/services/proposal/submit-proposal'
import { saveDraft } from '@/lib/server/services/draft/update-draft'
import { changeEventType } from '@/lib/server/services/catalog/update-event-type'
import { updateVersion } from '@/lib/server/services/schema/update-version'
import { giveUpDraft } from '@/lib/server/services/draft/withdraw-draft'
import {
  approve,
  begin,
  field,
  guest,
  ilse,
  jon,
  mara,
  save,
  schemaOf,
  slug,
  submit,
} from '@/lib/server/services/testing/review-world'

useTestDatabase()

async function person(id: string, role: Role, ...owners: string[]): Promise<Actor> {
  const ownerIds = await Promise.all(owners.map(async (slug) => (await findOwnerId(slug))!))
  const name = id === 'ben' ? 'Ben Carver' : id
  const row = { id, name, email: `${id}@example.org`, role, isDemo: false, ownerIds }
  await insertPerson(row, { by: installation, action: 'person-added', subject: row.email })
  return { kind: 'person', id, name: id, role, owners, scopes: null }
}
const told = async (actor: Actor) =>
  (await listInboxPage(actor, { query: {} })).items.map(
    ({ kind, by, because }) => `${kind} by ${by}: ${because}`,
  )
const schema = (...names: string[]) =>
  JSON.stringify({
    type: 'object',
    description: 'd',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string', description: 'd' }])),
  })

describe('the inbox', () => {
  it('tells each person what concerns them, once and with the reason, and nobody what they did themselves', async () => {
    for (const slug of ['cards', 'shop', 'care'])
      expect((await ask('createOwner', { body: { slug, name: slug } })).status).toBe(201)
    const [ilse, jon, mara, ada, ben] = [
      await person('ilse', 'author', 'cards'),
      await person('jon', 'author', 'cards'),
      await person('mara', 'reviewer'),
      await person('ada', 'reader', 'shop'),
      await person('ben', 'author', 'care'),
    ]
    const name = 'CardSwallowed'
    await ask('createEventType', { body: { name, kind: 'domain', description: 'd', owner: 'cards' } })
    await ask('createService', { body: { slug: 'till', name: 'Till', owner: 'shop' } })
    await ask('declareConsumer', { params: { name, service: 'till' }, body: {} })
    await ask('publishVersion', {
      params: { name },
      body: { label: '1.0.0', schema: JSON.parse(schema('a')) as object },
    })

    const { id } = await createDraft(ilse, { body: { event_type: name, schema_text: schema('a', 'b') } })
    await submitProposal(ilse, { id, revision: 1, body: {} })
    await addComment(mara, { id, body: { pointer: '', body: 'What do you say, @Ben Carver? Not @nobody' } })
    await reviewProposal(jon, { id, revision: 1, body: { verdict: 'approve' } })
    await publishDraft(ilse, { id, revision: 1, body: {} })
    await updateVersion(mara, {
      name,
      version: '1.0.0',
      body: { status: 'deprecated', status_reason: 'old' },
    })

    expect(await told(jon)).toEqual([
      'version-deprecated by mara: owner',
      'publish by ilse: spoke',
      'submit by ilse: owner',
      'publish by administrator: owner',
    ])
    expect(await told(ilse)).toEqual([
      'version-deprecated by mara: owner',
      'approve by jon: author',
      'comment by mara: author',
      'publish by administrator: owner',
    ])
    expect(await told(ada)).toEqual([
      'version-deprecated by mara: consumer',
      'publish by ilse: consumer',
      'publish by administrator: consumer',
    ])
    const published = (await listInboxPage(ada, { query: {} })).items.filter(({ kind }) => kind === 'publish')
    expect(published.map(({ event_type, version, proposal }) => [event_type, version, proposal])).toEqual([
      [name, '1.1.0', id],
      [name, '1.0.0', null],
    ])
    expect(await told(ben)).toEqual(['comment by mara: mentioned'])
    expect(await told(mara)).toEqual(['publish by ilse: spoke'])
  })

  it('is read once, item by item, up to one or of one proposal, and is nobody else’s', async () => {
    const ada: Actor = {
      kind: 'person',
      id: 'ada',
      name: 'ada',
      role: 'reader',
      owners: ['shop'],
      scopes: null,
    }
    const stranger = { ...ada, id: 'nobody' }
    const { items } = await listInboxPage(ada, { query: {} })
    expect(await getUnread(ada)).toEqual({ unread: 3 })
    expect(await readInbox(stranger, { body: { up_to: items[0]!.id } })).toEqual({ unread: 0 })
    expect(await readInbox(ada, { body: {} })).toEqual({ unread: 3 })
    const up_to = items[0]!.id
    expect(await readInbox(ada, { body: { up_to, proposal: 'another' } })).toEqual({ unread: 3 })
    expect(items.map(({ proposal }) => proposal !== null)).toEqual([false, true, false])
    expect(await readInbox(ada, { body: { up_to, proposal: items[1]!.proposal! } })).toEqual({ unread: 2 })
    expect(await readInbox(ada, { body: { id: items[2]!.id } })).toEqual({ unread: 1 })
    expect(await readInbox(ada, { body: { up_to: items[0]!.id } })).toEqual({ unread: 0 })
    const page = await listInboxPage(ada, { query: { limit: 1 } })
    expect(page.items.map(({ read }) => read)).toEqual([true])
    const rest = await listInboxPage(ada, { query: { cursor: page.next_cursor! } })
    expect(rest.items.map(({ id }) => id)).toEqual([items[1]!.id, items[2]!.id])
  })

  it('tells owner and consumers that a whole event type goes, for what and by when', async () => {
    const [mara, jon, ada] = (['mara', 'jon', 'ada'] as const).map((id): Actor => ({
      kind: 'person',
      id,
      name: id,
      role: 'reviewer',
      owners: [],
      scopes: null,
    })) as [Actor, Actor, Actor]
    const name = 'CardSwallowed'
    await ask('createEventType', { body: { name: 'CardTaken', kind: 'domain', description: 'd' } })
    const change = (body: EventTypePatch) => changeEventType(mara, { name, body })
    const leaving = { successor: 'CardTaken', retires_on: '2027-03-01', status_reason: 'It says too little.' }
    await change({ status: 'deprecated', ...leaving })
    // Better words for why are no news, another day is.
    await change({ status_reason: 'Too little is said.' })
    await change({ retires_on: '2027-02-01' })
    await change({ status: 'retired' })
    const kinds = ['event-type-retired', 'event-type-deprecated', 'event-type-deprecated']
    for (const [who, because] of [
      [jon, 'owner'],
      [ada, 'consumer'],
    ] as const)
      expect((await told(who)).slice(0, 4)).toEqual([
        ...kinds.map((kind) => `${kind} by mara: ${because}`),
        expect.stringContaining('version-deprecated'),
      ])
    expect((await listInboxPage(ada, { query: {} })).items[2]).toMatchObject({
      event_type: name,
      version: null,
      body: 'Go to CardTaken. Until 2027-03-01. It says too little.',
    })
  })

  it('is told of nothing that did not come to pass', async () => {
    const ilse: Actor = {
      kind: 'person',
      id: 'ilse',
      name: 'ilse',
      role: 'author',
      owners: ['cards'],
      scopes: null,
    }
    const { id } = await createDraft(ilse, {
      body: { event_type: 'CardSwallowed', schema_text: schema('z') },
    })
    await submitProposal(ilse, { id, revision: 1, body: {} })
    const before = await told(ilse)
    const mara: Actor = { ...ilse, id: 'mara', name: 'mara', role: 'reviewer', owners: [] }
    const body = { verdict: 'approve' as const, comments: [{ thread: 'none', body: 'x' }] }
    await expect(reviewProposal(mara, { id, revision: 1, body })).rejects.toMatchObject({
      slug: 'thread-not-found',
    })
    expect(await told(ilse)).toEqual(before)
  })
})

/** In the order of the queue, whichever were handed in within one millisecond. */
const waits = ({ waits_since, id }: DraftSummary) => `${waits_since} ${id}`

describe('the queue', () => {
  it('says what waits for whom', async () => {
    const { id, name } = await begin()
    const waitsFor = async (who: Actor) => {
      const { items } = await listDraftsPage(who, { query: { event_type: name } })
      return items.map(({ mine, waiting_for_me }) => [mine, waiting_for_me])[0]
    }
    await submit(id)
    expect([await waitsFor(ilse), await waitsFor(mara), await waitsFor(jon), await waitsFor(guest)]).toEqual([
      [true, false],
      [false, true],
      [false, true],
      [false, false],
    ])
    await reviewProposal(mara, { id, revision: 1, body: { verdict: 'request-changes', body: 'b?' } })
    expect([await waitsFor(ilse), await waitsFor(mara)]).toEqual([
      [true, true],
      [false, false],
    ])
  })

  it('is by owner and domain, and by how long it waits, page by page', async () => {
    await createDomain(installation, { body: { slug: 'queued', name: 'Queued' } })
    const ids: string[] = []
    for (let i = 0; i < 5; i++) {
      const { id } = await begin()
      await saveDraft(ilse, { id, revision: 1, body: { domain: 'queued' } })
      ids.push(id)
    }
    for (const id of ids.toReversed()) await submit(id, 2)
    // It waits since it was handed in, not since it was changed.
    await save(ids[4]!, 2, schemaOf({ a: field(), later: field() }))
    const drafts = await Promise.all(ids.map((id) => getDraft(mara, { id })))
    const oldest = drafts.toSorted((a, b) => (waits(a) < waits(b) ? -1 : 1))

    const query = { owner: 'payments', domain: 'queued', limit: 2 }
    const all = async (who: Actor, more: Partial<DraftQuery>) =>
      allItems((cursor) => listDraftsPage(who, { query: { ...query, ...more, cursor } }))
    const waiting = await all(mara, { queue: 'waiting', sort: 'oldest' })
    expect(waiting.map(({ id }) => id)).toEqual(oldest.map(({ id }) => id))
    const newest = await all(mara, { queue: 'open', sort: 'newest' })
    expect(newest.map(({ waits_since }) => waits_since)).toEqual(
      oldest.map(({ waits_since }) => waits_since).reverse(),
    )
    expect(await all(mara, { queue: 'open', owner: 'cards' })).toEqual([])

    await approve(mara, ids[0]!, 2)
    await giveUpDraft(ilse, { id: ids[1]! })
    const parts = async (who: Actor) =>
      Promise.all(
        QUEUES.map(async (queue) =>
          (await all(who, { queue })).map(({ id }) => ids.indexOf(id)).sort((a, b) => a - b),
        ),
      )
    expect(await parts(mara)).toEqual([[2, 3, 4], [], [0, 2, 3, 4], [1]])
    expect(await parts(ilse)).toEqual([[0], [0, 2, 3, 4], [0, 2, 3, 4], [1]])
    expect(await parts(guest)).toEqual([[], [], [0, 2, 3, 4], [1]])

    const first = await listDraftsPage(mara, { query: { ...query, queue: 'open', sort: 'oldest' } })
    expect(first.overview).toMatchObject({
      counts: { waiting: 3, mine: 0, open: 4, ended: 1 },
      owners: expect.arrayContaining([{ slug: 'payments', name: 'Payments' }]) as unknown,
      domains: [{ slug: 'queued', name: 'Queued' }],
    })
    const cursor = first.next_cursor!
    await expect(listDraftsPage(mara, { query: { ...query, sort: 'newest', cursor } })).rejects.toEqual(
      slug('invalid-cursor'),
    )
  })
})
