import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '@/lib/contracts/audit'
import type { Review } from '@/lib/contracts/proposal'
import type { Actor, Role } from '@/lib/domain/policy/policy'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'
import { insertPerson } from '@/lib/server/stores/person-store'
import { addComment } from './add-comment'
import { createDraft } from './create-draft'
import { declineProposal } from './decline-proposal'
import { getDraft } from './get-draft'
import { getReview } from './get-review'
import { getRevision } from './get-revision'
import { listDraftsPage } from './list-drafts'
import { listRevisionsPage } from './list-revisions'
import { publishDraft } from './publish-draft'
import { publishVersion } from './publish-version'
import { rebaseDraft } from './rebase-draft'
import { reopenProposal } from './reopen-proposal'
import { restoreRevision } from './restore-revision'
import { reviewProposal } from './review-proposal'
import { submitProposal } from './submit-proposal'
import { saveDraft } from './update-draft'
import { updateThread } from './update-thread'
import { giveUpDraft } from './withdraw-draft'

useTestDatabase()

const person = (id: string, role: Role, owners: string[] = []): Actor => ({
  kind: 'person',
  id,
  name: `${id[0]?.toUpperCase()}${id.slice(1)}`,
  role,
  owners,
  scopes: null,
})
const ilse = person('ilse', 'author', ['payments'])
const jon = person('jon', 'author', ['payments'])
const mara = person('mara', 'reviewer')
const noor = person('noor', 'reviewer')
const guest = person('guest', 'author', ['shop'])
const reader = person('reader', 'reader')

let made = 0
const newName = () => `Payment${++made}Captured`
const field = (more: object = {}) => ({ type: 'string', description: 'd', maxLength: 20, ...more })
const schemaOf = (properties: Record<string, object>, required: string[] = []) =>
  JSON.stringify({ type: 'object', description: 'd', properties, required })

/** An event type with version 1.0.0, and a draft of Ilse's that continues it. */
async function begin(schema_text = schemaOf({ a: field(), b: field() }), name = newName()) {
  await ask('createOwner', { body: { slug: 'payments', name: 'Payments' } })
  await ask('createEventType', { body: { name, kind: 'domain', description: 'd', owner: 'payments' } })
  const schema = JSON.parse(schemaOf({ a: field() })) as object
  await ask('publishVersion', { params: { name }, body: { label: '1.0.0', schema } })
  const { id } = await createDraft(ilse, { body: { event_type: name, schema_text } })
  return { id, name }
}
const submit = (id: string, revision = 1) => submitProposal(ilse, { id, revision, body: {} })
const approve = (by: Actor, id: string, revision = 1) =>
  reviewProposal(by, { id, revision, body: { verdict: 'approve' } })
const publish = (by: Actor, id: string, revision = 1, breaking_reason?: string) =>
  publishDraft(by, { id, revision, body: { breaking_reason } })
const save = (id: string, revision: number, schema_text: string, by = ilse) =>
  saveDraft(by, { id, revision, body: { schema_text } })
const slug = (slug: string) => expect.objectContaining({ slug }) as Error

describe('a review', () => {
  it('goes from draft to version over changes that were asked for, and is asked again after a change', async () => {
    const { id, name } = await begin()
    expect((await submit(id)).state).toBe('in-review')
    const wanted = await reviewProposal(mara, {
      id,
      revision: 1,
      body: {
        verdict: 'request-changes',
        body: 'Nearly there',
        comments: [{ pointer: '/properties/b', body: 'What is b?' }],
      },
    })
    expect(wanted).toMatchObject({
      state: 'changes-requested',
      approval: { changes_wanted_by: ['Mara'] },
      threads: [
        { pointer: '/properties/b', is_gone: false, comments: [{ body: 'What is b?', revision: 1 }] },
      ],
    })
    const revised = schemaOf({ a: field(), batch: field({ enum: ['x', 'y'] }) })
    await save(id, 1, revised)
    expect((await submit(id, 2)).approval.changes_wanted_by).toEqual([])
    expect((await approve(mara, id, 2)).state).toBe('approved')

    await save(id, 2, schemaOf({ a: field(), batch: field({ enum: ['x', 'y', 'z'] }) }))
    const again = await getReview(ilse, { id })
    expect(again.state).toBe('in-review')
    expect(again.approval.requirements[0]).toMatchObject({ is_met: false, asked_again: ['Mara'] })
    await expect(publish(mara, id, 3)).rejects.toEqual(slug('not-approved'))
    expect((await approve(jon, id, 3)).state).toBe('approved')

    const { version } = await publish(ilse, id, 3)
    expect(version).toMatchObject({ event_type: name, label: '1.1.0', proposal: id, published_by: 'Ilse' })
    const { entries } = await getReview(reader, { id })
    expect(entries.map(({ event, by, revision }) => [event, by.name, revision])).toEqual([
      ['submit', 'Ilse', 1],
      ['request-changes', 'Mara', 1],
      ['revise', 'Ilse', 2],
      ['submit', 'Ilse', 2],
      ['approve', 'Mara', 2],
      ['revise', 'Ilse', 3],
      ['approve', 'Jon', 3],
      ['publish', 'Ilse', 3],
    ])
  })

  it('keeps an approval where only documentation changed', async () => {
    const { id } = await begin()
    await submit(id)
    await approve(mara, id)
    await save(id, 1, schemaOf({ a: field(), b: field({ description: 'Which batch' }) }))
    expect(await getReview(ilse, { id })).toMatchObject({
      state: 'approved',
      revision: 2,
      content_revision: 1,
    })
    expect((await publish(ilse, id, 2)).created).toBe(true)
  })

  it('is nobody’s of their own, nor a stranger’s, nor a reader’s', async () => {
    const { id } = await begin()
    await submit(id)
    for (const who of [ilse, guest, reader]) {
      await expect(approve(who, id)).rejects.toEqual(slug('forbidden'))
      expect((await getReview(who, { id })).allowed).not.toContain('approve')
    }
    await save(id, 1, schemaOf({ a: field(), b: field(), c: field() }), mara)
    await expect(approve(mara, id, 2)).rejects.toEqual(slug('forbidden'))
    expect((await getReview(mara, { id })).allowed).not.toContain('approve')
    await expect(
      reviewProposal(reader, { id, revision: 2, body: { verdict: 'comment', body: 'x' } }),
    ).rejects.toEqual(slug('forbidden'))
    expect((await getReview(reader, { id })).allowed).toEqual([])
  })

  it('is for the revision one has read', async () => {
    const { id } = await begin()
    await submit(id)
    await save(id, 1, schemaOf({ a: field(), c: field() }))
    await expect(approve(mara, id, 1)).rejects.toEqual(slug('revision-mismatch'))
    expect((await getReview(mara, { id })).approval.requirements[0]).toMatchObject({ by: [] })
  })

  it('asks a reviewer too where something may break, and a reason of whoever publishes it', async () => {
    const { id } = await begin(schemaOf({ a: field(), b: field() }, ['b']))
    const { approval } = await submit(id)
    expect(approval.requirements.map(({ kind }) => kind)).toEqual(['approvals', 'reviewer-breaking'])
    expect((await approve(jon, id)).state).toBe('in-review')
    expect((await approve(mara, id)).state).toBe('approved')
    await expect(publish(ilse, id)).rejects.toEqual(slug('reason-needed'))
    const { version } = await publish(ilse, id, 1, 'Law 17 asks for it')
    expect(version).toMatchObject({ label: '2.0.0', breaking_reason: 'Law 17 asks for it' })
  })

  it('takes no proposal that is no schema, before and while it is one', async () => {
    const { id } = await begin('{ "type": ')
    await expect(submit(id)).rejects.toEqual(slug('invalid-schema'))
    await save(id, 1, schemaOf({ a: field() }))
    await submit(id, 2)
    await expect(save(id, 2, '{')).rejects.toEqual(slug('invalid-schema'))
    expect((await getDraft(ilse, { id })).revision).toBe(2)
  })

  it('ends with a no, or is taken back, and begins again as a draft', async () => {
    const { id } = await begin()
    await submit(id)
    expect((await declineProposal(mara, { id, body: { body: 'We have that' } })).state).toBe('declined')
    await expect(save(id, 1, '{}')).rejects.toEqual(slug('draft-not-open'))
    await expect(approve(mara, id)).rejects.toEqual(slug('not-possible-now'))
    expect((await reopenProposal(ilse, { id })).state).toBe('draft')
    await giveUpDraft(ilse, { id })
    await expect(giveUpDraft(ilse, { id })).rejects.toEqual(slug('draft-not-open'))
    expect((await reopenProposal(ilse, { id })).state).toBe('draft')
  })
})

describe('comments', () => {
  it('stay with their field over revisions, say when it is gone, and are resolved and answered', async () => {
    const state = { enum: ['open', 'closed'] }
    const { id } = await begin(schemaOf({ a: field(), order_state: field(state) }))
    const pointer = '/properties/order_state/enum'
    const { threads } = await addComment(guest, { id, body: { pointer, body: 'Which states?' } })
    const thread = threads[0]!.id
    const threadNow = async () => (await getReview(reader, { id })).threads[0]!

    await save(id, 1, schemaOf({ a: field(), order_status: field(state) }))
    expect(await threadNow()).toMatchObject({
      pointer: '/properties/order_status/enum',
      opened_at: pointer,
      is_gone: false,
    })
    await save(id, 2, '{ half')
    await save(id, 3, schemaOf({ a: field() }))
    expect((await threadNow()).is_gone).toBe(true)
    await restoreRevision(ilse, { id, number: 2, revision: 4 })
    expect(await threadNow()).toMatchObject({ pointer: '/properties/order_status/enum', is_gone: false })

    await updateThread(ilse, { id, thread, body: { resolved: true } })
    expect(await threadNow()).toMatchObject({ resolved_by: 'Ilse' })
    await addComment(guest, { id, body: { thread, body: 'And cancelled?' } })
    const answered = await threadNow()
    expect([answered.resolved_at, answered.comments.length]).toEqual([null, 2])
    await expect(addComment(guest, { id, body: { thread: 'none', body: 'x' } })).rejects.toEqual(
      slug('thread-not-found'),
    )
    const other = await begin()
    await expect(addComment(guest, { id: other.id, body: { thread, body: 'x' } })).rejects.toEqual(
      slug('thread-not-found'),
    )
  })

  it('come with the review or not at all', async () => {
    const { id } = await begin()
    await submit(id)
    const body = {
      verdict: 'approve' as const,
      comments: [
        { pointer: '/properties/b', body: 'fine' },
        { thread: 'none', body: 'lost' },
      ],
    }
    await expect(reviewProposal(mara, { id, revision: 1, body })).rejects.toEqual(slug('thread-not-found'))
    const { threads, state, entries } = await getReview(mara, { id })
    expect([threads, state, entries.length]).toEqual([[], 'in-review', 1])
  })
})

describe('revisions', () => {
  it('are all kept, and one can go back to each', async () => {
    const first = schemaOf({ a: field(), b: field() })
    const { id } = await begin(first)
    await save(id, 1, '{ half a text')
    const draft = await restoreRevision(ilse, { id, number: 1, revision: 2 })
    expect([draft.schema_text, draft.revision]).toEqual([first, 3])
    const { items } = await listRevisionsPage(reader, { id, query: {} })
    expect(items.map(({ revision, origin, by }) => [revision, origin, by.name])).toEqual([
      [3, 'restored 1', 'Ilse'],
      [2, '', 'Ilse'],
      [1, '', 'Ilse'],
    ])
    expect((await getRevision(reader, { id, number: 2 })).content.schema_text).toBe('{ half a text')
    await expect(getRevision(reader, { id, number: 4 })).rejects.toEqual(slug('revision-not-found'))
  })

  it('and what else is on record cannot be changed in the database, by whoever', async () => {
    const { id } = await begin()
    await submit(id)
    await addComment(mara, { id, body: { pointer: '', body: 'x' } })
    const [app, owner] = [process.env.DATABASE_URL, process.env.PASTTENSE_MAINTENANCE_URL].map(
      (connectionString) => new Client({ connectionString }),
    )
    await Promise.all([app!.connect(), owner!.connect()])
    for (const table of ['draft_revision', 'proposal_entry', 'proposal_comment', 'schema_version_origin']) {
      for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
        await expect(app!.query(sql)).rejects.toMatchObject({ code: '42501' })
        await expect(owner!.query(sql)).rejects.toMatchObject({ code: '23001' })
      }
    }
    await Promise.all([app!.end(), owner!.end()])
  })
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

describe('where publishing needs a review', () => {
  it('nothing is published past it but what was published elsewhere', async () => {
    const { id, name } = await begin()
    const { id: alone } = await begin()
    await ask('updateSettings', { body: { review_required: true } })
    try {
      // Nobody could review it.
      expect((await publish(ilse, alone)).created).toBe(true)
      const row = { id: mara.id, name: mara.name, email: 'mara@example.org', role: mara.role }
      const deed = { by: ilse, action: 'person-added', subject: row.email } as const
      await insertPerson({ ...row, isDemo: false, ownerIds: [] }, deed)
      await expect(publish(mara, id)).rejects.toEqual(slug('review-needed'))
      const sent = JSON.parse(schemaOf({ a: field(), z: field() })) as object
      const held = await publishVersion(ilse, { name, body: { schema: sent } as never })
      expect([held.version, held.proposal?.href]).toEqual([null, expect.stringMatching(/^\/proposals\//)])
      const again = await publishVersion(ilse, { name, body: { schema: sent } as never })
      expect(again.proposal).toEqual(held.proposal)
      await submit(id)
      await approve(mara, id)
      expect((await publish(ilse, id)).created).toBe(true)
    } finally {
      await ask('updateSettings', { body: { review_required: false } })
    }
  })

  it('asks for as many as the catalog says', async () => {
    const { id } = await begin()
    await ask('updateSettings', { body: { approvals_needed: 2 } })
    try {
      await submit(id)
      expect((await approve(mara, id)).state).toBe('in-review')
      expect((await approve(mara, id)).state).toBe('in-review')
      expect((await approve(noor, id)).state).toBe('approved')
    } finally {
      await ask('updateSettings', { body: { approvals_needed: 1 } })
    }
  })
})

describe('the queue', () => {
  it('says what waits for whom', async () => {
    const { id, name } = await begin()
    const waits = async (who: Actor) => {
      const { items } = await listDraftsPage(who, { query: { event_type: name } })
      return items.map(({ mine, waiting_for_me }) => [mine, waiting_for_me])[0]
    }
    await submit(id)
    expect([await waits(ilse), await waits(mara), await waits(jon), await waits(guest)]).toEqual([
      [true, false],
      [false, true],
      [false, true],
      [false, false],
    ])
    await reviewProposal(mara, { id, revision: 1, body: { verdict: 'request-changes', body: 'b?' } })
    expect([await waits(ilse), await waits(mara)]).toEqual([
      [true, true],
      [false, false],
    ])
  })
})

describe('the audit log', () => {
  const deeds = async (id: string) => {
    const { value } = await ask('listAudit', {})
    return (value as { items: AuditEntry[] }).items
      .filter(({ details }) => details.proposal === id)
      .map(({ actor, action, details }) => [actor.name, action, details.revision ?? details.breaking_reason])
      .reverse()
  }

  it('has each step of a review, by whom and of which revision, and what was published knowingly', async () => {
    const { id } = await begin(schemaOf({ b: field() }, ['b']))
    await submit(id)
    await reviewProposal(mara, { id, revision: 1, body: { verdict: 'request-changes', body: 'No.' } })
    await save(id, 1, schemaOf({ c: field() }, ['c']))
    await submit(id, 2)
    await approve(mara, id, 2)
    await approve(noor, id, 2)
    await publish(mara, id, 2, 'Everybody knows')
    expect(await deeds(id)).toEqual([
      ['Ilse', 'proposal-submitted', 1],
      ['Mara', 'changes-requested', 1],
      ['Ilse', 'proposal-revised', 2],
      ['Ilse', 'proposal-submitted', 2],
      ['Mara', 'proposal-approved', 2],
      ['Noor', 'proposal-approved', 2],
      ['Mara', 'version-published', 'Everybody knows'],
    ])
  })

  it('has what ends a proposal and opens it again, and nothing of what was refused', async () => {
    const { id } = await begin()
    await expect(approve(mara, id)).rejects.toEqual(slug('not-possible-now'))
    await submit(id)
    await declineProposal(mara, { id, body: {} })
    await reopenProposal(ilse, { id })
    await giveUpDraft(ilse, { id })
    expect((await deeds(id)).map(([by, action]) => [by, action])).toEqual([
      ['Ilse', 'proposal-submitted'],
      ['Mara', 'proposal-declined'],
      ['Ilse', 'proposal-reopened'],
      ['Ilse', 'proposal-withdrawn'],
    ])
  })
})

describe('the calls', () => {
  it('lead to the same, with the revision in If-Match', async () => {
    const { id } = await begin()
    const call = async (name: Parameters<typeof ask>[0], more: object = {}, params: object = {}) =>
      (await ask(name, { params: { id, ...params }, ...more })).status
    expect(await call('submitProposal')).toBe(428)
    expect(await call('submitProposal', { revision: 2 })).toBe(412)
    const submitted = await ask('submitProposal', { params: { id }, revision: 1 })
    expect([submitted.status, submitted.headers.get('etag'), (submitted.value as Review).state]).toEqual([
      200,
      '"1"',
      'in-review',
    ])
    expect(await call('reviewProposal', { revision: 1, body: { verdict: 'approve' } })).toBe(403)
    expect(await call('reviewProposal', { revision: 1, body: { verdict: 'comment', body: 'x' } })).toBe(201)
    expect(await call('reviewProposal', { revision: 1, body: { verdict: 'comment' } })).toBe(422)
    expect(await call('addComment', { body: { body: 'x' } })).toBe(422)
    expect(await call('addComment', { body: { body: 'x', pointer: 'no-pointer' } })).toBe(422)
    expect(await call('addComment', { body: { body: 'x', pointer: '' } })).toBe(201)
    expect(await call('updateThread', { body: { resolved: true } }, { thread: 'none' })).toBe(404)
    expect(await call('listRevisions')).toBe(200)
    expect(await call('getRevision', {}, { number: '1' })).toBe(200)
    expect(await call('getRevision', {}, { number: '99999999999' })).toBe(422)
    expect(await call('restoreRevision', { revision: 1 }, { number: '1' })).toBe(200)
    expect(await call('rebaseDraft', { revision: 2 })).toBe(409)
    expect(await call('declineProposal')).toBe(200)
    expect(await call('reopenProposal')).toBe(200)
    expect(await call('getReview')).toBe(200)
  })
})
