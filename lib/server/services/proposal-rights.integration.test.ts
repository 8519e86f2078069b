import { describe, expect, it } from 'vitest'
import { installation } from '@/lib/domain/policy/policy'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { createDraft } from './create-draft'
import { createEventType } from './create-event-type'
import { createOwner } from './create-owner'
import { getDraft } from './get-draft'
import { getReview } from './get-review'
import { listDraftsPage } from './list-drafts'
import { publishVersion } from './publish-version'
import { reviewProposal } from './review-proposal'
import { saveDraft } from './update-draft'
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
} from './testing/review-world'

useTestDatabase()

const invalid = expect.objectContaining({ slug: 'invalid-request' }) as Error
const waitsFor = async (...args: Parameters<typeof listDraftsPage>) =>
  (await listDraftsPage(...args)).items.map(({ id }) => id)

describe('a review', () => {
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

  it('waits for those who may give it: not for who wrote of it, and again for who was answered without a change', async () => {
    const { id, name } = await begin()
    await submit(id)
    const query = { event_type: name, queue: 'waiting' } as const
    await reviewProposal(mara, { id, revision: 1, body: { verdict: 'request-changes', body: 'Why b?' } })
    expect(await waitsFor(mara, { query })).toEqual([])
    await submit(id)
    expect(await waitsFor(mara, { query })).toEqual([id])
    expect(await waitsFor(jon, { query })).toEqual([id])

    await save(id, 1, schemaOf({ a: field(), b: field(), c: field() }), noor)
    expect(await waitsFor(noor, { query })).toEqual([])
    expect((await listDraftsPage(mara, { query })).overview?.counts.waiting).toBe(1)
    expect((await listDraftsPage(noor, { query })).overview?.counts.waiting).toBe(0)
  })
})

describe('a draft of an event type of the catalog', () => {
  it('is whose the event type is, whatever somebody writes into it', async () => {
    const { name } = await begin()
    await createOwner(installation, { body: { slug: 'shop', name: 'Shop' } })
    for (const owner of ['shop', null]) {
      const taken = createDraft(guest, { body: { event_type: name, owner } })
      if (owner === null) expect((await taken).owner?.slug).toBe('payments')
      else await expect(taken).rejects.toEqual(invalid)
    }
    const { id } = await createDraft(guest, {
      body: { event_type: name, schema_text: schemaOf({ a: field(), b: field() }) },
    })
    for (const owner of ['shop', null])
      await expect(saveDraft(guest, { id, revision: 1, body: { owner } })).rejects.toEqual(invalid)
    await expect(publish(guest, id)).rejects.toEqual(slug('forbidden'))
  })

  it('is so from the moment on that it is there', async () => {
    const name = 'ParcelHandedOver'
    const schema_text = schemaOf({ a: field() })
    const { id } = await createDraft(guest, { body: { event_type: name, schema_text, owner: 'shop' } })
    await saveDraft(guest, { id, revision: 1, body: { description: 'Somebody has it.' } })
    expect((await getReview(guest, { id })).allowed).toContain('publish')
    const body = { name, kind: 'domain', description: 'd', owner: 'payments' } as const
    await createEventType(installation, { body })
    expect((await getDraft(reader, { id })).owner?.slug).toBe('payments')
    expect((await getReview(guest, { id })).allowed).not.toContain('publish')
    await expect(publish(guest, id, 2)).rejects.toEqual(slug('forbidden'))
    const of = (owner: string) =>
      listDraftsPage(reader, { query: { event_type: name, owner, queue: 'open' } })
    const [theirs, nobodys] = [await of('payments'), await of('shop')]
    expect([theirs.items.length, theirs.overview?.counts.open]).toEqual([1, 1])
    expect([nobodys.items.length, nobodys.overview?.counts.open]).toEqual([0, 0])
  })
})

describe('what may break somebody', () => {
  it('is asked again when it is published: what a draft refers to may have changed meanwhile', async () => {
    const shared = 'AddressPrinted'
    await createEventType(installation, { body: { name: shared, kind: 'domain', description: 'd' } })
    const address = (maxLength: number) => ({ type: 'object', properties: { zip: field({ maxLength }) } })
    const print = (maxLength: number) =>
      publishVersion(installation, {
        name: shared,
        body: { schema: { $id: 'https://pasttense.test/address', ...address(maxLength) } },
      })
    await print(20)
    const { id: first, name } = await begin(
      schemaOf({ a: field(), to: { $ref: 'https://pasttense.test/address' } }),
    )
    await publish(ilse, first)
    const { id } = await createDraft(ilse, {
      body: { event_type: name, schema_text: schemaOf({ a: field(), to: address(20) }) },
    })
    expect((await submit(id)).approval.requirements.map(({ kind }) => kind)).toEqual(['approvals'])
    expect((await approve(jon, id)).state).toBe('approved')
    await print(50)
    await expect(publish(ilse, id)).rejects.toEqual(slug('reason-needed'))
    await expect(publish(ilse, id, 1, 'Because')).rejects.toEqual(slug('not-approved'))
    await approve(mara, id)
    expect((await publish(ilse, id, 1, 'Because')).created).toBe(true)
  })
})
