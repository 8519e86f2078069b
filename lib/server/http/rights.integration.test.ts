import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Draft } from '@/lib/contracts/draft'
import { endpoints, type OperationId } from '@/lib/contracts/endpoints'
import type { PublishedVersion } from '@/lib/contracts/schema-version'
import type { MadeToken } from '@/lib/contracts/token'
import { may, scopeNames, type Actor, type Subject } from '@/lib/domain/policy/policy'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope } from '@/lib/server/ingest/testing/received'
import { getMe } from '@/lib/server/services/identity/get-me'
import { identify } from './identify'
import { addPerson } from './testing/add-person'
import { callActions } from './testing/call-actions'
import { answer, ask, requestFor, type Sent } from './testing/door'

useTestDatabase()

/** What is theirs: everything that is asked about belongs to Cards, and was made by the installation. */
const theirs: Subject = { owner: 'cards', author: 'installation' }
/** Calls whose right does not depend on whose the thing is, though the line in the table would allow it. */
const withoutSubject = new Set<OperationId>(['createOwner', 'createDomain', 'updateDomain'])

const bodies: Partial<Record<OperationId, unknown>> = {
  createEventType: { name: 'CardLost', kind: 'domain', owner: 'cards' },
  updateEventType: { description: 'd', status: 'retired' },
  publishVersion: { schema: { type: 'object' } },
  updateVersion: { status: 'active' },
  createWaiver: { rule: 'field-undescribed', path: '', message: 'm', reason: 'because it is so' },
  declareProducer: {},
  declareConsumer: {},
  checkCompatibility: { before: {}, after: {} },
  lint: { name: 'CardExpired', kind: 'domain', schema: {} },
  receiveEvents: envelope({ id: 'sent-by-the-walk' }),
  revealEvent: { reason: 'they asked what we have' },
  eraseEvent: { reason: 'they asked for it' },
  createDraft: { event_type: 'CardExpired' },
  updateDraft: { summary: 's' },
  publishDraft: {},
  submitProposal: {},
  reviewProposal: { verdict: 'request-changes', body: 'Say what it means.' },
  declineProposal: { body: 'No.' },
  reopenProposal: {},
  addComment: { pointer: '', body: 'Why?' },
  updateThread: { resolved: true },
  readInbox: {},
  createOwner: { slug: 'cards', name: 'Cards' },
  updateOwner: { description: 'd' },
  createService: { slug: 'shop', name: 'Shop', owner: 'cards' },
  updateService: { description: 'd' },
  createDomain: { slug: 'money', name: 'Money' },
  updateDomain: { description: 'd' },
  putTask: { label: 'Import', state: 'done', done: 0, total: 0 },
  updateSettings: { late_after_seconds: 60 },
  createPerson: { name: 'Ada', email: 'walk-reader@example.org' },
  updatePerson: { name: 'Somebody' },
  createToken: { name: 'CI', scopes: ['catalog:read'] },
  createWebhook: { name: 'Chat', url: 'https://chat.example/hook', kinds: ['VersionPublished'] },
  updateWebhook: { on: false },
  updateAccount: { told_by_mail: 'daily' },
}
const queries: Partial<Record<OperationId, Record<string, unknown>>> = {
  getDiff: { from: '1.0.0', to: '1.0.0' },
  getFlowStep: { from: 'CardExpired', to: 'CardRenewed' },
  search: { q: 'card' },
  getLintContext: { name: 'CardExpired' },
}

/** Somebody who asks: how, and as whom the table knows them. */
interface Asker {
  readonly sent: Sent
  readonly actor: Actor
}
const askers: Record<string, Asker> = {}
let params: (id: OperationId) => Record<string, string>

async function addAsker(name: string, sent: Sent): Promise<void> {
  askers[name] = { sent, actor: await identify(requestFor('getMe', sent).headers) }
}

beforeAll(async () => {
  vi.stubEnv('PASTTENSE_EMBEDDED', '1')
  await ask('createOwner', { body: { slug: 'cards', name: 'Cards' } })
  await ask('createService', { body: { slug: 'shop', name: 'Shop', owner: 'cards' } })
  await ask('createDomain', { body: { slug: 'money', name: 'Money' } })
  await ask('createEventType', { body: { name: 'CardExpired', kind: 'domain', owner: 'cards' } })
  const body = { label: '1.0.0', schema: { type: 'object' }, published_at: '2026-01-01T00:00:00Z' }
  const published = (await ask('publishVersion', { params: { name: 'CardExpired' }, body }))
    .value as PublishedVersion
  const draft = (await ask('createDraft', { body: { event_type: 'CardExpired' } })).value as Draft
  await ask('receiveEvents', { body: envelope({ id: 'there', type: 'CardExpired' }) })
  await ask('putTask', { params: { id: 'no-such-thing' }, body: bodies.putTask })

  await addAsker('a stranger', { token: null, headers: { 'x-pasttense-peer': '10.0.0.7' } })
  await addAsker('somebody here', { token: null })
  await addAsker('reader', await addPerson('reader', 'reader', ['cards']))
  await addAsker('author', await addPerson('author', 'author'))
  await addAsker('member', await addPerson('member', 'author', ['cards']))
  await addAsker('reviewer', await addPerson('reviewer', 'reviewer'))
  await addAsker('administrator', await addPerson('administrator', 'administrator'))
  for (const scope of scopeNames) {
    const { secret } = (
      await ask('createToken', { ...askers.administrator!.sent, body: { name: scope, scopes: [scope] } })
    ).value as MadeToken
    await addAsker(`a token for ${scope}`, { token: secret })
  }
  await addAsker('the installation', {})
  params = (id) => ({
    name: 'CardExpired',
    version: '1.0.0',
    service: 'shop',
    event_id: 'there',
    slug:
      { updateService: 'shop', getService: 'shop', updateDomain: 'money', getDomain: 'money' }[
        id as string
      ] ?? 'cards',
    number: '1',
    thread: 'no-such-thing',
    replay: 'no-such-thing',
    delivery: 'no-such-thing',
    session: 'no-such-thing',
    entity: 'Card',
    key: 'k-1',
    id: idOf(id, draft.id, published.version!.id),
  })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await closeReceiver()
})

function idOf(id: OperationId, draft: string, schema: string): string {
  if (endpoints[id][1].startsWith('/proposals/')) return draft
  return id === 'getSchema' ? schema : 'no-such-thing'
}

/** Whether the table lets this one do that; where not, how it is said. */
function expected({ actor }: Asker, id: OperationId): 'allowed' | 401 | 403 {
  const subject = withoutSubject.has(id) ? {} : theirs
  if (may(actor, callActions[id], subject)) return 'allowed'
  return actor.kind === 'local' ? 401 : 403
}

async function seen(asker: Asker, id: OperationId, given: Record<string, string>) {
  const response = await answer(
    requestFor(id, {
      params: given,
      query: queries[id],
      body: bodies[id],
      revision: 999,
      ...asker.sent,
    }),
  )
  const isStream = response.headers.get('content-type') === 'text/event-stream'
  const text = isStream ? '' : await response.text()
  if (isStream) await response.body?.cancel()
  const { status } = response
  const isRefused = status === 401 || (status === 403 && text.includes('/problems/forbidden'))
  return { answer: isRefused ? status : 'allowed', status, text: text.replace(/"request_id":"[^"]*"/, '') }
}

describe.each(Object.keys(endpoints) as OperationId[])('%s', (id) => {
  it('is for those whom the table lets, and for nobody else', async () => {
    const table: Record<string, unknown> = {}
    const truth: Record<string, unknown> = {}
    for (const [name, asker] of Object.entries(askers)) {
      // A token of one's own is a person's to make.
      if (id === 'createToken' && name === 'the installation') continue
      table[name] = expected(asker, id)
      truth[name] = (await seen(asker, id, params(id))).answer
    }
    expect(truth).toEqual(table)
  })

  it('does not tell whoever is refused whether there is such a thing', async () => {
    for (const asker of Object.values(askers)) {
      // Whoever may read may know what there is.
      if (may(asker.actor, 'read')) continue
      const there = await seen(asker, id, params(id))
      if (there.answer === 'allowed') continue
      const none = Object.fromEntries(
        Object.keys(params(id)).map((key) => [key, key === 'number' ? '999' : 'no-such-thing']),
      )
      expect(await seen(asker, id, none)).toEqual(there)
    }
  })
})

it('knows the walkers for what they are', () => {
  expect(Object.values(askers).map(({ actor }) => getMe(actor).role)).toEqual([
    ...['reader', 'reader', 'reader', 'author', 'author', 'reviewer'],
    ...Array.from({ length: 2 + scopeNames.length }, () => 'administrator'),
  ])
})
