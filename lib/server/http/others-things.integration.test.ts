import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Account } from '@/lib/contracts/account'
import { endpoints, type OperationId } from '@/lib/contracts/endpoints'
import type { InboxItem } from '@/lib/contracts/inbox'
import type { Review } from '@/lib/contracts/proposal'
import type { MadeToken } from '@/lib/contracts/token'
import { may, scopeNames, type Actor, type Scope } from '@/lib/domain/policy/policy'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { identify } from './identify'
import { answerSignIn } from './sign-in-route'
import { addPerson } from './testing/add-person'
import { callActions } from './testing/call-actions'
import { answer, ask, requestFor, type Sent } from './testing/door'

useTestDatabase()

/** Pia’s, and what an administrator set up: real ids, which nobody else is to learn or to use. */
const real: Record<string, string> = {}
/** The same, of things that are not there. */
const madeUp: Record<string, string> = {}
const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Each call by an id, and the ids it is asked with. What everybody may read who may read, is told to them. */
const byId: Partial<Record<OperationId, { ids: Record<string, string>; open?: true; more?: Sent }>> = {
  getDraft: { ids: { id: 'draft' }, open: true },
  updateDraft: { ids: { id: 'draft' }, open: true, more: { body: { summary: 'Mine now' } } },
  withdrawDraft: { ids: { id: 'draft' }, open: true },
  publishDraft: { ids: { id: 'draft' }, open: true, more: { body: { breaking_reason: 'Because' } } },
  rebaseDraft: { ids: { id: 'draft' }, open: true },
  listRevisions: { ids: { id: 'draft' }, open: true },
  getRevision: { ids: { id: 'draft', number: 'number' }, open: true },
  restoreRevision: { ids: { id: 'draft', number: 'number' }, open: true },
  getReview: { ids: { id: 'draft' }, open: true },
  submitProposal: { ids: { id: 'draft' }, open: true, more: { body: {} } },
  reviewProposal: { ids: { id: 'draft' }, open: true, more: { body: { verdict: 'approve' } } },
  declineProposal: { ids: { id: 'draft' }, open: true, more: { body: { body: 'No.' } } },
  reopenProposal: { ids: { id: 'draft' }, open: true },
  addComment: { ids: { id: 'draft' }, open: true, more: { body: { pointer: '', body: 'Why?' } } },
  updateThread: { ids: { id: 'draft', thread: 'thread' }, open: true, more: { body: { resolved: true } } },
  listAlike: { ids: { id: 'draft' }, open: true },
  listReplays: { ids: { id: 'draft' }, open: true },
  startReplay: { ids: { id: 'draft' }, open: true },
  cancelReplay: { ids: { id: 'draft', replay: 'replay' }, open: true },
  endWaiver: { ids: { name: 'name', id: 'waiver' }, open: true },
  getQuarantined: { ids: { id: 'quarantined' }, open: true },
  retryQuarantined: { ids: { id: 'quarantined' }, open: true },
  getSchema: { ids: { id: 'schema' }, open: true },
  putTask: {
    ids: { id: 'task' },
    open: true,
    more: { body: { label: 'Import', state: 'failed', done: 0, total: 0 } },
  },
  endSession: { ids: { session: 'session' } },
  revokeToken: { ids: { id: 'token' } },
  updatePerson: { ids: { id: 'person' }, more: { body: { role: 'administrator' } } },
  invitePerson: { ids: { id: 'person' } },
  updateWebhook: { ids: { id: 'webhook' }, more: { body: { on: false } } },
  removeWebhook: { ids: { id: 'webhook' } },
  renewWebhookSecret: { ids: { id: 'webhook' } },
  testWebhook: { ids: { id: 'webhook' } },
  listDeliveries: { ids: { id: 'webhook' } },
  retryDelivery: { ids: { id: 'webhook', delivery: 'delivery' } },
}

interface Asker {
  readonly name: string
  readonly sent: Sent
  readonly actor: Actor
}
const askers: Asker[] = []
let pia: Sent

async function addAsker(name: string, sent: Sent): Promise<void> {
  askers.push({ name, sent, actor: await identify(requestFor('getMe', sent).headers) })
}
async function done<T>(id: OperationId, sent: Sent): Promise<T> {
  const { status, value } = await ask(id, sent)
  if (status >= 300) throw new Error(`${id} answered ${status}: ${JSON.stringify(value)}`)
  return value as T
}
const idOf = async (id: OperationId, sent: Sent) => (await done<{ id: string }>(id, sent)).id

/** Every set of scopes there is. */
const scopeSets = scopeNames.reduce<Scope[][]>(
  (sets, scope) => [...sets, ...sets.map((set) => [...set, scope])],
  [[]],
)

beforeAll(async () => {
  vi.stubEnv('PASTTENSE_EMBEDDED', '1')
  const name = 'CardExpired'
  for (const slug of ['cards', 'shop']) await done('createOwner', { body: { slug, name: slug } })
  await done('createEventType', { body: { name, kind: 'domain', owner: 'cards' } })
  const schema = { type: 'object', description: 'd', properties: { a: { type: 'string', description: 'd' } } }
  const version = { label: '1.0.0', schema: { type: 'object', description: 'd' } }
  const published = await done<{ version: { id: string } }>('publishVersion', {
    params: { name },
    body: version,
  })
  pia = await addPerson('pia', 'author', ['cards'])
  const me = await done<{ id: string }>('getMe', pia)
  const draft = await idOf('createDraft', {
    ...pia,
    body: { event_type: name, schema_text: JSON.stringify(schema) },
  })
  const params = { id: draft }
  const review = await done<Review>('addComment', {
    ...pia,
    params,
    body: { pointer: '', body: 'Look @somebody' },
  })
  await done('submitProposal', { ...pia, params, revision: 1, body: {} })
  const waiver = { rule: 'field-undescribed', path: '', message: 'm', reason: 'because it is so' }
  const received = await done<{ results: { quarantine_id?: string }[] }>('receiveEvents', {
    body: [{ data: {} }],
  })
  const webhook = { name: 'Chat', url: 'https://chat.example/hook', kinds: ['VersionPublished'] }
  const hook = await idOf('createWebhook', { body: webhook })
  await done('testWebhook', { params: { id: hook } })
  const deliveries = await done<{ items: { id: string }[] }>('listDeliveries', { params: { id: hook } })
  await signInAgain(me.id)
  const account = await done<Account>('getAccount', pia)
  const token = { name: 'CI', scopes: ['catalog:read'] }
  await done('putTask', {
    ...pia,
    params: { id: 'of-pia' },
    body: { label: 'Import', state: 'running', done: 0, total: 9 },
  })
  Object.assign(real, {
    draft,
    number: '1',
    name,
    thread: review.threads[0]!.id,
    replay: await idOf('startReplay', { ...pia, params }),
    waiver: await idOf('createWaiver', { ...pia, params: { name }, body: waiver }),
    quarantined: received.results[0]!.quarantine_id!,
    schema: published.version.id,
    task: 'of-pia',
    session: account.sessions.find(({ current }) => !current)!.id,
    token: await idOf('createToken', { ...pia, body: token }),
    person: me.id,
    webhook: hook,
    delivery: deliveries.items[0]!.id,
  })
  for (const key in real) madeUp[key] = key === 'number' ? '999' : key === 'name' ? 'NobodyKnown' : NOBODY

  await addAsker('a stranger', { token: null, headers: { 'x-pasttense-peer': '10.0.0.7' } })
  await addAsker('somebody here', { token: null })
  await addAsker('a reader', await addPerson('reader', 'reader', ['cards']))
  await addAsker('an author', await addPerson('author', 'author', ['shop']))
  await addAsker('a member', await addPerson('member', 'author', ['cards']))
  await addAsker('a reviewer', await addPerson('reviewer', 'reviewer'))
  const [author, reviewer] = [askers[3]!, askers[5]!]
  for (const { name, sent } of [author, reviewer])
    for (const scopes of scopeSets.slice(1)) {
      const made = await done<MadeToken>('createToken', { ...sent, body: { name: 'T', scopes } })
      await addAsker(`a token of ${name} for ${scopes.join(' ')}`, { token: made.secret })
    }
})
afterAll(() => void vi.unstubAllEnvs())

async function signInAgain(id: string): Promise<void> {
  const headers = { host: 'localhost:3000', 'content-type': 'application/json' }
  const body = JSON.stringify({ id })
  await answerSignIn(new Request('http://x/api/auth/sign-in/demo', { method: 'POST', headers, body }))
}

/** Whether the table lets this one do that to what is Pia’s, or an administrator’s. */
function isAllowed({ actor }: Asker, id: OperationId): boolean {
  if (id === 'revokeToken') return may(actor, 'revoke-token', { author: real.person })
  // A session is nobody else’s to end.
  if (id === 'endSession') return false
  return may(actor, callActions[id], { owner: 'cards', author: real.person })
}

async function answered(asker: Asker, id: OperationId, from: Record<string, string>) {
  const { ids, more } = byId[id]!
  const params = Object.fromEntries(Object.entries(ids).map(([name, key]) => [name, from[key]!]))
  const response = await answer(requestFor(id, { params, revision: 1, ...more, ...asker.sent }))
  // What was asked with says nothing of what there is.
  let text = (await response.text()).replace(/"request_id":"[^"]*"/, '')
  for (const value of Object.values(params)) if (value.length > 3) text = text.replaceAll(value, '#')
  return { status: response.status, text }
}

/** All of it that somebody might have changed. */
async function state(): Promise<unknown> {
  const { rows } = await pool().query<Record<string, unknown>>(
    `SELECT (SELECT json_agg(d ORDER BY id) FROM draft d) AS drafts,
       (SELECT json_agg(t ORDER BY id) FROM proposal_thread t) AS threads,
       (SELECT json_agg(c ORDER BY id) FROM proposal_comment c) AS comments,
       (SELECT count(*) FROM proposal_replay) AS replays, (SELECT bool_or(is_cancelled) FROM proposal_replay) AS cancelled,
       (SELECT json_agg(w ORDER BY id) FROM waiver w) AS waivers,
       (SELECT json_agg(t) FROM task t WHERE id = 'of-pia') AS tasks,
       (SELECT json_agg(s.id ORDER BY id) FROM session s) AS sessions,
       (SELECT json_agg(json_build_array(t.id, t.revoked_at) ORDER BY id) FROM api_token t) AS tokens,
       (SELECT json_agg(p ORDER BY id) FROM person p) AS people,
       (SELECT count(*) FROM verification) AS invitations,
       (SELECT json_agg(w ORDER BY id) FROM webhook w) AS webhooks,
       (SELECT count(*) FROM webhook_delivery) AS deliveries,
       (SELECT json_agg(i ORDER BY id) FROM inbox_item i) AS inbox,
       (SELECT count(*) FROM schema_version) AS versions`,
  )
  return rows[0]
}

it('asks every call by an id for what is another’s', () => {
  // Of what has a name in the catalog there are no secrets; what is read of events is asked elsewhere.
  const named = /^\/(event-types|events|entities|owners|services|domains|flows|seen-types)\b/
  const ids = Object.entries(endpoints).filter(
    ([id, [, path]]) => path.includes('{') && id !== 'endWaiver' && !named.test(path),
  )
  expect(
    Object.keys(byId)
      .filter((id) => id !== 'endWaiver')
      .sort(),
  ).toEqual(ids.map(([id]) => id).sort())
})

describe.each(Object.keys(byId) as OperationId[])('%s, of what is another’s', (id) => {
  it('tells whoever may not whether it is there no more than of what is not', async () => {
    const before = await state()
    for (const asker of askers) {
      if (isAllowed(asker, id)) continue
      const there = await answered(asker, id, real)
      expect([asker.name, there.status >= 400]).toEqual([asker.name, true])
      // Whoever may read may know that there is such a proposal.
      if (byId[id]!.open && may(asker.actor, 'read')) continue
      expect([asker.name, there]).toEqual([asker.name, await answered(asker, id, madeUp)])
    }
    expect(await state()).toEqual(before)
  })
})

describe('what is another’s', () => {
  it('is in no list of one’s own', async () => {
    for (const asker of askers) {
      if (isAllowed(asker, 'revokeToken')) continue
      for (const [id, kept] of [
        ['listTokens', [real.token]],
        ['getAccount', [real.session]],
        ['listInbox', [real.draft]],
        ['listPeople', [real.person]],
        ['listWebhooks', [real.webhook]],
        ['listAudit', [real.draft, real.token]],
      ] as const) {
        // Members are told of what their owner is asked, and reviewers of what waits for them.
        if (id === 'listInbox' && asker.actor.kind !== 'local' && /member|reviewer/.test(asker.name)) continue
        const text = await (await answer(requestFor(id, asker.sent))).text()
        for (const secret of kept)
          expect([asker.name, id, text.includes(secret!)]).toEqual([asker.name, id, false])
      }
    }
  })

  it('stays unread in their inbox, whoever marks it as read', async () => {
    // Pia is told that somebody else answers.
    const thread = real.thread!
    const member = askers.find(({ name }) => name === 'a member')!
    const body = { body: 'Because.', thread }
    await done('addComment', { ...member.sent, params: { id: real.draft! }, body })
    const inbox = await done<{ items: InboxItem[] }>('listInbox', pia)
    expect(inbox.items.length).toBeGreaterThan(0)
    const [{ id }] = inbox.items as [InboxItem]
    for (const asker of askers)
      for (const mark of [{ id }, { up_to: id }, { up_to: id, proposal: real.draft }]) {
        const response = await answer(requestFor('readInbox', { ...asker.sent, body: mark }))
        const none = await answer(requestFor('readInbox', { ...asker.sent, body: { id: 999_999 } }))
        expect(response.status).toBe(none.status)
      }
    expect(await done('listInbox', pia)).toEqual(inbox)
  })

  it('is not reached through a thing of one’s own', async () => {
    const author = askers.find(({ name }) => name === 'an author')!.sent
    await done('createEventType', { ...author, body: { name: 'CartFilled', kind: 'domain', owner: 'shop' } })
    const own = await idOf('createDraft', { ...author, body: { event_type: 'CartFilled' } })
    const hook = await idOf('createWebhook', {
      body: { name: 'Other', url: 'https://other.example/hook', kinds: ['VersionPublished'] },
    })
    const before = await state()
    for (const [id, sent] of [
      ['updateThread', { ...author, params: { id: own, thread: real.thread! }, body: { resolved: true } }],
      ['addComment', { ...author, params: { id: own }, body: { body: 'So', thread: real.thread } }],
      ['cancelReplay', { ...author, params: { id: own, replay: real.replay! } }],
      ['endWaiver', { ...author, params: { name: 'CartFilled', id: real.waiver! } }],
      ['retryDelivery', { params: { id: hook, delivery: real.delivery! } }],
    ] as [OperationId, Sent][])
      expect([id, (await ask(id, sent)).status]).toEqual([id, 404])
    expect(await state()).toEqual(before)
  })
})
