import { beforeAll, describe, expect, it } from 'vitest'
import type { Draft } from '@/lib/contracts/draft'
import { endpoints, type OperationId } from '@/lib/contracts/endpoints'
import type { Review } from '@/lib/contracts/proposal'
import type { PublishedVersion } from '@/lib/contracts/schema-version'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { begin } from '@/lib/server/services/testing/review-world'
import { ask, importHandler } from './testing/door'

useTestDatabase()

/** What stands in somebody's names, and what an address means by it. */
const names = [
  'a/b',
  'a%b',
  'a%2Fb',
  'a?b',
  'a#b',
  'é',
  'e\u0301',
  'a b',
  'a+b',
  'a&b=c',
  'a;b',
  'a\\b',
  '...',
  '..a',
  '日本語',
  '😀',
  '"\'<script>',
  '__proto__',
  'constructor',
  'latest',
  'versions',
  '[name]',
  '~0',
  ' x ',
  '/',
  '%',
  'x'.repeat(200),
  '語'.repeat(200),
]

describe('every call of the table', () => {
  it.each(Object.entries(endpoints))('%s has its handler', async (_, [method, template]) => {
    expect(await importHandler(template, method)).toBeTypeOf('function')
  })
})

describe.each(names)('the name %j', (name) => {
  let version: PublishedVersion['version']
  let draft: Draft
  const label = name.slice(0, 50)

  beforeAll(async () => {
    for (const id of ['createOwner', 'createService', 'createDomain'] as const)
      expect((await ask(id, { body: { slug: name, name: 'N' } })).status).toBe(201)
    const body = { name, kind: 'domain', owner: name, domain: name }
    expect((await ask('createEventType', { body })).status).toBe(201)
    const published = await ask('publishVersion', { params: { name }, body: { label, schema: {} } })
    expect(published.status).toBe(201)
    version = (published.value as PublishedVersion).version
    draft = (await ask('createDraft', { body: { event_type: name } })).value as Draft
  })

  it('comes through every address it may stand in', async () => {
    const calls: [OperationId, Parameters<typeof ask>[1], number][] = [
      ['getEventType', { params: { name } }, 200],
      ['updateEventType', { params: { name }, body: { description: 'd' } }, 200],
      ['getEventTypeActivity', { params: { name } }, 200],
      ['listVersions', { params: { name } }, 200],
      ['getVersion', { params: { name, version: label } }, 200],
      ['getVersion', { params: { name, version: 'latest' } }, 200],
      ['getDiff', { params: { name }, query: { from: label, to: label } }, 200],
      ['declareProducer', { params: { name, service: name }, body: {} }, 200],
      ['declareConsumer', { params: { name, service: name }, body: {} }, 200],
      ['removeProducer', { params: { name, service: name } }, 204],
      ['removeConsumer', { params: { name, service: name } }, 204],
      ['getSchema', { params: { id: version!.id } }, 200],
      ['getDraft', { params: { id: draft.id } }, 200],
      ['updateDraft', { params: { id: draft.id }, revision: 1, body: { label } }, 200],
      ['getOwner', { params: { slug: name } }, 200],
      ['updateOwner', { params: { slug: name }, body: {} }, 200],
      ['getService', { params: { slug: name } }, 200],
      ['updateService', { params: { slug: name }, body: {} }, 200],
      ['getDomain', { params: { slug: name } }, 200],
      ['updateDomain', { params: { slug: name }, body: {} }, 200],
      ['putTask', { params: { id: name }, body: { label: 'L', state: 'done', done: 0, total: 0 } }, 200],
      // Nothing of this name is stored here, and the answer says so in its own words.
      ['getSchema', { params: { id: name } }, 404],
      ['getDraft', { params: { id: name } }, 404],
      ['getEvent', { params: { event_id: name } }, 404],
      ['getChain', { params: { event_id: name } }, 404],
      ['eraseEvent', { params: { event_id: name }, body: { reason: 'asked for' } }, 404],
      ['getQuarantined', { params: { id: name } }, 404],
      ['retryQuarantined', { params: { id: name } }, 404],
    ]
    for (const [id, sent, status] of calls) {
      const answer = await ask(id, sent)
      const said = JSON.stringify(answer.value)?.slice(0, 200)
      expect([id, answer.status], said).toEqual([id, status])
    }
  })

  it('is meant by itself: nothing is decoded twice', async () => {
    expect((await ask('getEventType', { params: { name } })).value).toMatchObject({
      name,
      owner: { slug: name },
    })
    expect((await ask('getVersion', { params: { name, version: label } })).value).toMatchObject({ label })
    expect((await ask('getService', { params: { slug: name } })).value).toMatchObject({ slug: name })
    const { value } = await ask('listEventTypes', { query: { owner: name, domain: name } })
    expect((value as { items: { name: string }[] }).items.map((item) => item.name)).toEqual([name])
  })
})

describe('pages of lists', () => {
  it.each(['listOwners', 'listServices', 'listDomains'] as const)(
    '%s leads through all names',
    async (id) => {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const { status, value } = await ask(id, { query: { limit: 3, cursor } })
        expect(status).toBe(200)
        const page = value as { items: { slug: string }[]; next_cursor: string | null }
        seen.push(...page.items.map(({ slug }) => slug))
        cursor = page.next_cursor ?? undefined
      } while (cursor)
      expect([...seen].sort()).toEqual([...names].sort())
    },
  )
})

describe('names that no address can carry', () => {
  it.each(['.', '..', '', 'a\nb', '\u0000', '\ud800', '\u007f', 'x'.repeat(201)])(
    '%j is refused',
    async (name) => {
      const { status, value } = await ask('createEventType', { body: { name, kind: 'domain' } })
      expect([status, value]).toMatchObject([422, { errors: [{ pointer: '/name' }] }])
    },
  )
})

describe('the calls of a review', () => {
  it('lead to its services, with the revision in If-Match', async () => {
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
