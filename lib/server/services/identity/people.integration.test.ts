import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry } from '@/lib/contracts/audit'
import type { Invitation, Person } from '@/lib/contracts/person'
import type { Review } from '@/lib/contracts/proposal'
import { pool, maintenancePool, prisma } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { answerSignIn } from '@/lib/server/http/sign-in-route'
import { ask } from '@/lib/server/http/testing/door'
import { declineProposal } from '@/lib/server/services/proposal/decline-proposal'
import { reopenProposal } from '@/lib/server/services/proposal/reopen-proposal'
import { reviewProposal } from '@/lib/server/services/proposal/review-proposal'
import { giveUpDraft } from '@/lib/server/services/draft/withdraw-draft'
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

const PASSWORD = 'correct horse battery'

function post(path: string, body: unknown): Promise<Response> {
  const headers = { host: 'localhost:3000', 'content-type': 'application/json', 'x-pasttense-peer': '::1' }
  return answerSignIn(
    new Request(`http://x/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  )
}
const signIn = (email: string, password = PASSWORD) => post('/sign-in/email', { email, password })
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''

async function add(name: string, role: Person['role'], owners: string[] = []): Promise<Person> {
  const body = { name, email: `${name}@Example.org`, role, owners }
  return (await ask('createPerson', { body })).value as Person
}

async function invite(id: string): Promise<string> {
  const { value } = await ask('invitePerson', { params: { id } })
  return new URL((value as Invitation).href, 'http://x').searchParams.get('invitation')!
}

/** Newest first. */
async function log(): Promise<AuditEntry[]> {
  return ((await ask('listAudit')).value as { items: AuditEntry[] }).items
}

beforeAll(async () => {
  await ask('createOwner', { body: { slug: 'cards', name: 'Cards' } })
})

describe('a person', () => {
  it('is invited, chooses a password by the link, once, and signs in', async () => {
    const ada = await add('ada', 'author', ['cards'])
    expect(ada).toMatchObject({ email: 'ada@example.org', has_signed_in: false, owners: [{ slug: 'cards' }] })
    const old = await invite(ada.id)
    const token = await invite(ada.id)
    // Whoever reads the database finds no link in it.
    const kept = await prisma().verification.findMany()
    expect(kept.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toContain(token)
    expect((await post('/reset-password', { token: old, newPassword: PASSWORD })).status).toBe(400)
    expect((await post('/reset-password', { token, newPassword: 'short' })).status).toBe(400)
    expect((await post('/reset-password', { token, newPassword: PASSWORD })).status).toBe(200)
    expect((await post('/reset-password', { token, newPassword: 'another password' })).status).toBe(400)
    const cookie = cookieOf(await signIn(ada.email))
    expect((await ask('getMe', { headers: { cookie } })).value).toMatchObject({
      name: 'ada',
      owners: ['cards'],
    })
  })

  it('gets rights at once, and loses them at once', async () => {
    const bob = await add('bob', 'reader')
    await post('/reset-password', { token: await invite(bob.id), newPassword: PASSWORD })
    const cookie = cookieOf(await signIn(bob.email))
    const draft = { headers: { cookie }, body: { event_type: 'CardExpired' } }
    expect((await ask('createDraft', draft)).status).toBe(403)
    await ask('updatePerson', { params: { id: bob.id }, body: { role: 'author', owners: ['cards'] } })
    expect((await ask('createDraft', draft)).status).toBe(201)
    await ask('updatePerson', { params: { id: bob.id }, body: { active: false } })
    expect((await ask('createDraft', draft)).status).toBe(401)
    expect((await signIn(bob.email)).headers.getSetCookie()).toEqual([])
    expect((await ask('invitePerson', { params: { id: bob.id } })).status).toBe(403)
    await ask('updatePerson', { params: { id: bob.id }, body: { active: true } })
    expect((await ask('createDraft', draft)).status).toBe(401)
    expect((await signIn(bob.email)).status).toBe(200)
  })

  it('has approved what they approved, also when they lose the role that let them', async () => {
    const carol = await add('carol', 'reviewer')
    await post('/reset-password', { token: await invite(carol.id), newPassword: PASSWORD })
    const headers = { cookie: cookieOf(await signIn(carol.email)) }
    const schema_text = schemaOf({ a: field() })
    const draft = await ask('createDraft', { body: { event_type: 'CardApproved', schema_text } })
    const params = { id: (draft.value as { id: string }).id }
    await ask('submitProposal', { params, revision: 1, body: {} })
    const say = () => ask('reviewProposal', { headers, params, revision: 1, body: { verdict: 'approve' } })
    expect((await say()).status).toBe(201)
    await ask('updatePerson', { params: { id: carol.id }, body: { role: 'reader', active: false } })
    expect((await say()).status).toBe(401)
    const { approval } = (await ask('getReview', { params })).value as Review
    expect(approval.is_approved).toBe(true)
    for (const { by } of approval.requirements) expect(by).toEqual(['carol'])
  })

  it('has an address of its own, a team that is there, and is there', async () => {
    const twice = await ask('createPerson', { body: { name: 'A', email: 'ADA@example.org' } })
    expect([twice.status, twice.value]).toMatchObject([409, { errors: [{ pointer: '/email' }] }])
    const lost = await ask('createPerson', {
      body: { name: 'L', email: 'l@example.org', owners: ['no-such'] },
    })
    expect(lost.status).toBe(404)
    for (const id of ['updatePerson', 'invitePerson'] as const)
      expect(
        (await ask(id, { params: { id: 'nobody' }, body: id === 'updatePerson' ? {} : undefined })).status,
      ).toBe(404)
  })

  it('stays administrator where nobody else is, however many are taken away at once', async () => {
    const [one, two] = [await add('root-1', 'administrator'), await add('root-2', 'administrator')]
    const answers = await Promise.all(
      [one, two].map(({ id }) => ask('updatePerson', { params: { id }, body: { role: 'reader' } })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { rows } = await pool().query(`SELECT FROM person WHERE role = 'administrator'`)
    expect(rows).toHaveLength(1)
  })
})

describe('the audit log', () => {
  it('says who did what to rights, settings, versions and findings', async () => {
    const name = 'CardExpired'
    await ask('createEventType', { body: { name, kind: 'domain', owner: 'cards' } })
    const params = { name }
    await ask('publishVersion', { params, body: { label: '1.0.0', schema: { type: 'object' } } })
    // The same again publishes nothing.
    await ask('publishVersion', { params, body: { label: '1.0.0', schema: { type: 'object' } } })
    await ask('updateVersion', { params: { name, version: '1.0.0' }, body: { status: 'deprecated' } })
    const waiver = { rule: 'field-undescribed', path: '', message: 'm', reason: 'because it is so' }
    await ask('createWaiver', { params, body: waiver })
    await ask('updateEventType', { params, body: { status: 'retired' } })
    await ask('updateEventType', { params, body: { status: 'retired', description: 'd' } })
    await ask('updateSettings', { body: { late_after_seconds: 7 } })
    expect((await log()).slice(0, 6)).toMatchObject([
      { action: 'settings-changed', actor: { id: 'installation' }, details: { late_after_seconds: 7 } },
      { action: 'event-type-changed', subject: 'CardExpired', details: { also_changed: ['description'] } },
      { action: 'event-type-status-changed', subject: 'CardExpired', details: { status: 'retired' } },
      { action: 'waiver-given', subject: 'CardExpired' },
      { action: 'version-status-changed', subject: 'CardExpired 1.0.0', details: { status: 'deprecated' } },
      { action: 'version-published', subject: 'CardExpired 1.0.0' },
    ])
    expect((await log()).filter(({ action }) => action === 'version-published')).toHaveLength(1)
  })

  it('is read page by page, and by whom and what', async () => {
    const all = await log()
    const seen: number[] = []
    let cursor: string | undefined
    do {
      const { value } = await ask('listAudit', { query: { limit: 3, cursor } })
      const page = value as { items: AuditEntry[]; next_cursor: string | null }
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next_cursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(all.map(({ id }) => id))
    const { value } = await ask('listAudit', { query: { action: 'person-added', actor: 'installation' } })
    const { items } = value as { items: AuditEntry[] }
    expect(items.length).toBeGreaterThan(2)
    expect(new Set(items.map(({ action }) => action))).toEqual(new Set(['person-added']))
  })

  it('is not there where what it tells was not done', async () => {
    const before = await log()
    await ask('createPerson', { body: { name: 'A', email: 'ada@example.org' } })
    await ask('updatePerson', { params: { id: 'nobody' }, body: { role: 'author' } })
    await ask('revokeToken', { params: { id: 'nothing' } })
    expect(await log()).toEqual(before)
  })

  it('can be changed by nobody, not even by the owner of the database', async () => {
    for (const sql of [
      `UPDATE audit_entry SET subject = ''`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
    ]) {
      await expect(pool().query(sql)).rejects.toMatchObject({ code: '42501' })
      await expect(maintenancePool().query(sql)).rejects.toMatchObject({ code: '23001' })
    }
  })
})

describe('the audit log of a proposal', () => {
  const deeds = async (id: string) =>
    (await log())
      .filter(({ details }) => details.proposal === id)
      .map(({ actor, action, details }) => [actor.name, action, details.revision ?? details.breaking_reason])
      .reverse()

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
