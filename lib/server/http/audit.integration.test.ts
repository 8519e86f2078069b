import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Account } from '@/lib/contracts/account'
import type { AuditEntry } from '@/lib/contracts/audit'
import type { Draft } from '@/lib/contracts/draft'
import type { endpoints, OperationId } from '@/lib/contracts/endpoints'
import type { Receipts } from '@/lib/contracts/event'
import type { Review } from '@/lib/contracts/proposal'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { envelope } from '@/lib/server/ingest/testing/received'
import { addPerson } from './testing/add-person'
import { ask, type Sent } from './testing/door'

useTestDatabase()

type Writing = {
  [Id in OperationId]: (typeof endpoints)[Id][0] extends 'GET' ? never : Id
}[OperationId]

/**
 * Writing calls that leave nothing in the audit log, each with the reason. A new call stands here or among the steps
 * below, or this file does not compile.
 */
const withoutDeed = {
  checkCompatibility: 'stores nothing',
  lint: 'stores nothing',
  receiveEvents:
    'an event is a record itself, with when it came; what may be sent is its token’s, which is on record',
  retryQuarantined: 'receives what was sent already',
  recountFlows: 'says anew what the events say',
  putTask: 'shows how far work is, and is forgotten with it',
  createDraft: 'a draft decides nothing, and its revisions say who wrote them',
  updateDraft: 'a revision, with who wrote it',
  rebaseDraft: 'a revision, with who wrote it',
  restoreRevision: 'a revision, with who wrote it',
  addComment: 'stands in the proposal’s timeline, with who said it',
  updateThread: 'stands with the thread, with who resolved it',
  startReplay: 'stands with the proposal, with who began it',
  cancelReplay: 'ends a computation',
  readInbox: 'a mark of one’s own',
  updateAccount: 'what one is mailed is one’s own business',
  testWebhook: 'a delivery, which is listed with the webhook',
  retryDelivery: 'a delivery, which is listed with the webhook',
} as const satisfies Partial<Record<Writing, string>>
type Exception = keyof typeof withoutDeed

/** What each other call leaves there, done so that it changes something. In an order in which one leads to the next. */
const steps: Record<Exclude<Writing, Exception>, [AuditEntry['action'], () => Sent | Promise<Sent>]> = {
  createOwner: [
    'owner-added',
    () => ({ body: { slug: 'cards', name: 'Cards', email: 'cards@example.org' } }),
  ],
  updateOwner: ['owner-changed', () => ({ params: { slug: 'cards' }, body: { name: 'The cards' } })],
  createDomain: ['domain-added', () => ({ body: { slug: 'money', name: 'Money' } })],
  updateDomain: ['domain-changed', () => ({ params: { slug: 'money' }, body: { description: 'd' } })],
  createService: ['service-added', () => ({ body: { slug: 'shop', name: 'Shop' } })],
  updateService: ['service-changed', () => ({ params: { slug: 'shop' }, body: { owner: 'cards' } })],
  createEventType: ['event-type-registered', () => ({ body: { name: 'CardExpired', kind: 'domain' } })],
  updateEventType: ['event-type-changed', () => ({ params: { name }, body: { owner: 'cards' } })],
  declareProducer: ['declaration-made', () => ({ params: { name, service: 'shop' }, body: {} })],
  removeProducer: ['declaration-taken-back', () => ({ params: { name, service: 'shop' } })],
  declareConsumer: ['declaration-made', () => ({ params: { name, service: 'shop' }, body: {} })],
  removeConsumer: ['declaration-taken-back', () => ({ params: { name, service: 'shop' } })],
  publishVersion: ['version-published', () => ({ params: { name }, body: { label: '1.0.0', schema } })],
  updateVersion: [
    'version-status-changed',
    () => ({ params: { name, version: '1.0.0' }, body: { status: 'deprecated' } }),
  ],
  createWaiver: ['waiver-given', () => ({ params: { name }, body: waiver })],
  endWaiver: [
    'waiver-ended',
    async () => ({
      params: {
        name,
        id: await madeId('createWaiver', { params: { name }, body: { ...waiver, path: '/a' } }),
      },
    }),
  ],
  revealEvent: ['event-revealed', () => ({ params: { event_id: 'there' }, body: { reason: 'they asked' } })],
  eraseEvent: ['event-erased', () => ({ params: { event_id: 'there' }, body: { reason: 'they asked' } })],

  submitProposal: [
    'proposal-submitted',
    async () => ({ params: { id: await draft() }, revision: 1, body: {} }),
  ],
  reviewProposal: [
    'proposal-approved',
    async () => ({ ...mara, params: { id: await proposal() }, revision: 1, body: { verdict: 'approve' } }),
  ],
  declineProposal: [
    'proposal-declined',
    async () => ({ ...mara, params: { id: await proposal() }, body: {} }),
  ],
  reopenProposal: [
    'proposal-reopened',
    async () => {
      const id = await proposal()
      await done('declineProposal', { ...mara, params: { id }, body: {} })
      return { params: { id } }
    },
  ],
  withdrawDraft: ['proposal-withdrawn', async () => ({ params: { id: await draft() } })],
  publishDraft: [
    'version-published',
    async () => ({ params: { id: await draft() }, revision: 1, body: { breaking_reason: 'All know it' } }),
  ],

  createPerson: ['person-added', () => ({ body: { name: 'Ada', email: 'ada@example.org' } })],
  updatePerson: [
    'person-changed',
    async () => ({ params: { id: await person('Bob') }, body: { role: 'author' } }),
  ],
  invitePerson: ['person-invited', async () => ({ params: { id: await person('Joan') } })],
  endSession: ['session-ended', async () => ({ ...mara, params: { session: await otherSession() } })],
  endOtherSessions: ['session-ended', () => otherSession().then(() => mara)],
  createToken: ['token-made', () => ({ ...mara, body: token })],
  revokeToken: [
    'token-revoked',
    async () => ({ ...mara, params: { id: await madeId('createToken', { ...mara, body: token }) } }),
  ],
  createWebhook: ['webhook-made', () => ({ body: webhook })],
  updateWebhook: ['webhook-changed', async () => ({ params: { id: await hook() }, body: { on: false } })],
  removeWebhook: ['webhook-removed', async () => ({ params: { id: await hook() } })],
  renewWebhookSecret: ['webhook-secret-renewed', async () => ({ params: { id: await hook() } })],
  updateSettings: ['settings-changed', () => ({ body: { late_after_seconds: 7 } })],
}

/** The exceptions, done likewise. */
const others: Record<Exception, () => Sent | Promise<Sent>> = {
  checkCompatibility: () => ({ body: { before: {}, after: {} } }),
  lint: () => ({ body: { name, kind: 'domain', schema } }),
  receiveEvents: () => ({ body: envelope({ id: 'another' }) }),
  retryQuarantined: async () => {
    const { results } = (await done('receiveEvents', { body: [{ data: {} }] })) as Receipts
    return { params: { id: results[0]!.quarantine_id! } }
  },
  recountFlows: () => ({}),
  putTask: () => ({ params: { id: 'import' }, body: { label: 'Import', state: 'done', done: 0, total: 0 } }),
  createDraft: () => ({ body: { event_type: name } }),
  updateDraft: async () => ({ params: { id: await draft() }, revision: 1, body: { summary: 'Why' } }),
  rebaseDraft: async () => {
    const id = await draft()
    const latest = (await done('getVersion', { params: { name, version: 'latest' } })) as SchemaVersion
    const next = { label: '7.0.0', schema: { ...(latest.schema as object), title: 'Next' } }
    await done('publishVersion', { params: { name }, body: next })
    return { params: { id }, revision: 1 }
  },
  restoreRevision: async () => {
    const id = await draft()
    await done('updateDraft', { params: { id }, revision: 1, body: { summary: 'Why' } })
    return { params: { id, number: '1' }, revision: 2 }
  },
  addComment: async () => ({ params: { id: await proposal() }, body: { pointer: '', body: 'Why?' } }),
  updateThread: async () => {
    const id = await proposal()
    const review = (await done('addComment', {
      params: { id },
      body: { pointer: '', body: 'Why?' },
    })) as Review
    return { params: { id, thread: review.threads[0]!.id }, body: { resolved: true } }
  },
  startReplay: async () => ({ params: { id: await draft() } }),
  cancelReplay: async () => {
    const id = await draft()
    return { params: { id, replay: await madeId('startReplay', { params: { id } }) } }
  },
  readInbox: () => ({ ...mara, body: { up_to: 1 } }),
  updateAccount: () => ({ ...mara, body: { told_by_mail: 'daily' } }),
  testWebhook: async () => ({ params: { id: await hook() } }),
  retryDelivery: async () => {
    const id = await hook()
    await done('testWebhook', { params: { id } })
    const { items } = (await done('listDeliveries', { params: { id } })) as { items: { id: string }[] }
    return { params: { id, delivery: items[0]!.id } }
  },
}

const name = 'CardExpired'
const schema = { type: 'object', description: 'd', properties: { a: { type: 'string', description: 'd' } } }
const waiver = { rule: 'field-undescribed', path: '', message: 'm', reason: 'because it is so' }
const token = { name: 'CI', scopes: ['catalog:read'] }
const webhook = { name: 'Chat', url: 'https://chat.example/hook', kinds: ['VersionPublished'] }
let mara: Sent

beforeAll(async () => {
  vi.stubEnv('PASTTENSE_EMBEDDED', '1')
  mara = await addPerson('mara', 'reviewer')
  await done('receiveEvents', { body: envelope({ id: 'there' }) })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await closeReceiver()
})

/** @returns what it answers @throws where it is refused */
async function done(id: OperationId, sent: Sent): Promise<unknown> {
  const { status, value } = await ask(id, sent)
  if (status >= 300) throw new Error(`${id} answered ${status}: ${JSON.stringify(value)}`)
  return value
}
const madeId = async (id: OperationId, sent: Sent) => ((await done(id, sent)) as { id: string }).id
const draft = async () => {
  const fields = { ...schema.properties, [`b${++count}`]: { type: 'string', description: 'd' } }
  const schema_text = JSON.stringify({ ...schema, properties: fields })
  return ((await done('createDraft', { body: { event_type: name, schema_text } })) as Draft).id
}
let count = 0
const proposal = async () => {
  const id = await draft()
  await done('submitProposal', { params: { id }, revision: 1, body: {} })
  return id
}
const person = (who: string) => madeId('createPerson', { body: { name: who, email: `${who}@example.org` } })
const hook = () => madeId('createWebhook', { body: webhook })
/** Mara’s, in another browser. */
async function otherSession(): Promise<string> {
  await signInAgain()
  const { sessions } = (await done('getAccount', mara)) as Account
  return sessions.find(({ current }) => !current)!.id
}

async function signInAgain(): Promise<void> {
  const { id } = (await done('getMe', mara)) as { id: string }
  const { answerSignIn } = await import('./sign-in-route')
  const headers = { host: 'localhost:3000', 'content-type': 'application/json' }
  const body = JSON.stringify({ id })
  await answerSignIn(new Request('http://x/api/auth/sign-in/demo', { method: 'POST', headers, body }))
}

/** Oldest first. */
async function deedsAfter(id: number): Promise<AuditEntry[]> {
  const { items } = (await done('listAudit', {})) as { items: AuditEntry[] }
  return items.filter((entry) => entry.id > id).reverse()
}
async function lastDeed(): Promise<number> {
  const { items } = (await done('listAudit', { query: { limit: 1 } })) as { items: AuditEntry[] }
  return items[0]?.id ?? 0
}

describe('a call that changes something', () => {
  it.each(Object.entries(steps))('is on record: %s', async (id, [action, sent]) => {
    const given = await sent()
    const before = await lastDeed()
    await done(id as Writing, given)
    const deeds = await deedsAfter(before)
    expect(deeds.map((deed) => deed.action)).toEqual([action])
    // Names may stand there; how people are reached, and what was said in confidence, may not.
    if (!action.startsWith('person') && !action.startsWith('session'))
      expect(JSON.stringify(deeds)).not.toMatch(/@/)
  })

  const exceptions = (Object.keys(others) as Exception[]).map((id) => [id, withoutDeed[id]] as const)
  it.each(exceptions)('is not where a reason is written, %s: %s', async (id) => {
    const given = await others[id]()
    const before = await lastDeed()
    await done(id, given)
    expect((await deedsAfter(before)).map((deed) => deed.action)).toEqual([])
  })
})

it('says of the catalog what was said and what was there before, and nothing of how people are reached', async () => {
  const before = await lastDeed()
  const params = { slug: 'cards' }
  await done('updateOwner', { params, body: { name: 'Cards', domain: 'money', on_call: '+49 170 1234567' } })
  await done('updateOwner', { params, body: { name: 'Cards', domain: 'money' } })
  await done('updateEventType', { params: { name }, body: { owner: null, description: 'A secret' } })
  await done('updateEventType', { params: { name }, body: { description: '' } })
  expect(
    (await deedsAfter(before)).map(({ action, subject, details }) => [action, subject, details]),
  ).toEqual([
    [
      'owner-changed',
      'cards',
      {
        name: 'Cards',
        domain: 'money',
        before: { name: 'The cards', domain: null },
        also_changed: ['on_call'],
      },
    ],
    ['event-type-changed', name, { owner: null, before: { owner: 'cards' }, also_changed: ['description'] }],
    ['event-type-changed', name, { also_changed: ['description'] }],
  ])
})
