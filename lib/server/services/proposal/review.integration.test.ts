import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'
import { insertPerson } from '@/lib/server/stores/person-store'
import { installation } from '@/lib/domain/policy/policy'
import { addComment } from './add-comment'
import { createDraft } from '@/lib/server/services/draft/create-draft'
import { createOwner } from '@/lib/server/services/people/create-owner'
import { declineProposal } from './decline-proposal'
import { getDraft } from '@/lib/server/services/draft/get-draft'
import { getReview } from './get-review'
import { getRevision } from '@/lib/server/services/draft/get-revision'
import { listDraftsPage } from '@/lib/server/services/draft/list-drafts'
import { listRevisionsPage } from '@/lib/server/services/draft/list-revisions'
import { publishVersion } from '@/lib/server/services/schema/publish-version'
import { reopenProposal } from './reopen-proposal'
import { restoreRevision } from '@/lib/server/services/draft/restore-revision'
import { reviewProposal } from './review-proposal'
import { submitProposal } from './submit-proposal'
import { saveDraft } from '@/lib/server/services/draft/update-draft'
import { updateThread } from './update-thread'
import { giveUpDraft } from '@/lib/server/services/draft/withdraw-draft'
import {
  approve,
  begin,
  field,
  guest,
  ilse,
  jon,
  mara,
  noor,
  publish,
  reader,
  save,
  schemaOf,
  slug,
  submit,
} from '@/lib/server/services/testing/review-world'

useTestDatabase()

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

  it('is for the owner that the catalog names, whatever a draft says whose it is', async () => {
    await createOwner(installation, { body: { slug: 'shop', name: 'Shop' } })
    const { name } = await begin()
    const kim = { ...guest, id: 'kim', name: 'Kim' }
    const schema_text = schemaOf({ a: field(), b: field() })
    const claimed = await createDraft(guest, { body: { event_type: name, owner: 'shop', schema_text } })
    const body = { event_type: `Guest${name}`, owner: 'shop', schema_text }
    const { id: renamed } = await createDraft(guest, { body })
    await saveDraft(guest, { id: renamed, revision: 1, body: { event_type: name } })
    for (const { id } of [claimed, { id: renamed }]) {
      await saveDraft(guest, { id, revision: id === renamed ? 2 : 1, body: { owner: null, summary: 's' } })
      const { owner, revision } = await getDraft(guest, { id })
      expect(owner?.slug).toBe('payments')
      await expect(publish(guest, id, revision)).rejects.toEqual(slug('forbidden'))
      await submitProposal(guest, { id, revision, body: {} })
      await expect(approve(kim, id, revision)).rejects.toEqual(slug('forbidden'))
      const { items } = await listDraftsPage(kim, { query: { event_type: name } })
      expect(items.map((item) => [item.owner?.slug, item.waiting_for_me])).toContainEqual(['payments', false])
      expect((await approve(jon, id, revision)).approval.requirements[0]).toMatchObject({ by: ['Jon'] })
    }
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

  it('asks the reason also where no review is needed, of the draft that is published directly', async () => {
    const { id } = await begin(schemaOf({ a: field(), b: field() }, ['b']))
    await expect(publish(ilse, id)).rejects.toEqual(slug('reason-needed'))
    const { version } = await publish(ilse, id, 1, ' Law 17 asks for it ')
    expect(version).toMatchObject({ breaking_reason: 'Law 17 asks for it', proposal: id })
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

  it('are of the revision one has read, and follow their field over what was saved meanwhile', async () => {
    const state = field({ enum: ['open', 'closed'] })
    const { id } = await begin(schemaOf({ a: field(), order_state: state }))
    await save(id, 1, '{ half')
    await save(id, 2, schemaOf({ a: field(), order_status: state }))
    await save(id, 3, schemaOf({ a: field(), status: state }))
    const pointer = '/properties/order_state'
    const { threads } = await addComment(guest, { id, body: { pointer, revision: 1, body: 'Which states?' } })
    expect(threads[0]).toMatchObject({
      pointer: '/properties/status',
      opened_at: pointer,
      is_gone: false,
      revision: 1,
      comments: [{ revision: 1 }],
    })
    await save(id, 4, '{ half')
    await save(id, 5, schemaOf({ a: field(), state }))
    expect((await getReview(reader, { id })).threads[0]).toMatchObject({
      pointer: '/properties/state',
      is_gone: false,
    })
    await expect(addComment(guest, { id, body: { pointer, revision: 7, body: 'x' } })).rejects.toEqual(
      slug('revision-not-found'),
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
