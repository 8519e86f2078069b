import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Draft } from '@/lib/contracts/draft'
import type { Invitation, Person } from '@/lib/contracts/person'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { answerSignIn } from '@/lib/server/http/sign-in-route'
import { ask } from '@/lib/server/http/testing/door'
import { deliverMails } from './deliver-mails'
import { writeDigests } from './write-digests'

useTestDatabase()

interface Received {
  readonly from: string
  readonly to: string[]
  readonly text: string
}
let received: Received[] = []
/** The code with which the server refuses, null for none. */
let refusal: number | null = null
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData(stream, session, done) {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      if (refusal !== null) return done(Object.assign(new Error('no'), { responseCode: refusal }))
      const { mailFrom, rcptTo } = session.envelope
      received.push({
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        text: decode(Buffer.concat(parts).toString('utf8')),
      })
      done()
    })
  },
})
/** Soft line breaks of quoted-printable, and what is written as bytes. */
const decode = (raw: string) =>
  raw
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  vi.stubEnv('PASTTENSE_SMTP_URL', `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`)
  vi.stubEnv('PASTTENSE_MAIL_FROM', 'Pasttense <events@example.org>')
  vi.stubEnv('PASTTENSE_URL', 'https://events.example')
  await ask('createOwner', { body: { slug: 'cards', name: 'Cards' } })
  await ask('createEventType', {
    body: { name: 'CardExpired', kind: 'domain', owner: 'cards', description: 'd' },
  })
  await ask('publishVersion', { params: { name: 'CardExpired' }, body: { label: '1', schema: {} } })
})
beforeEach(() => {
  received = []
  refusal = null
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

async function person(name: string, email: string, toldByMail: string): Promise<Person> {
  const { value } = await ask('createPerson', { body: { name, email, role: 'author', owners: ['cards'] } })
  const made = value as Person
  await pool().query('UPDATE person SET told_by_mail = $2 WHERE id = $1', [made.id, toldByMail])
  return made
}
const waiting = async () => (await pool().query('SELECT FROM mail')).rowCount
/** Something that the owner's members are told. */
const deprecate = (status: 'deprecated' | 'retired' | 'active', status_reason = '') =>
  ask('updateVersion', { params: { name: 'CardExpired', version: '1' }, body: { status, status_reason } })
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  answerSignIn(
    new Request(`http://x/api/auth${path}`, {
      method: 'POST',
      headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  )

it('tells at once, once a day, or never, as each person wants', async () => {
  await person('Ada', 'ada@example.org', 'at-once')
  const daily = await person('Dora', 'dora@example.org', 'daily')
  await person('Nick', 'nick@example.org', 'never')
  await deprecate('deprecated', 'Use 2.\nSoon.')
  await deliverMails()
  expect(received).toMatchObject([{ from: 'events@example.org', to: ['ada@example.org'] }])
  expect(received[0]!.text).toContain('Subject: CardExpired: administrator deprecated it')
  expect(received[0]!.text).toMatch(
    /> Use 2\.\r\n> Soon\.[\s\S]*https:\/\/events\.example\/catalog\/CardExpired\/versions/,
  )
  expect(await waiting()).toBe(0)

  received = []
  await writeDigests()
  expect(await waiting()).toBe(0)
  // As if it had been yesterday.
  await pool().query("UPDATE person SET created_at = created_at - interval '3 days' WHERE id = $1", [
    daily.id,
  ])
  await pool().query("UPDATE inbox_item SET at = at - interval '1 day' WHERE person_id = $1", [daily.id])
  await Promise.all([writeDigests(), writeDigests()])
  await deliverMails()
  expect(received.map(({ to }) => to)).toEqual([['dora@example.org']])
})

it('lets no name write headers or addresses of its own', async () => {
  const { id } = await person('Eve', 'eve@example.org', 'at-once')
  const name = 'Eve\r\nBcc: victim@example.org\r\n\r\n<script>, "x" <victim@example.org>'
  await pool().query('UPDATE person SET name = $2 WHERE id = $1', [id, name])
  await pool().query("UPDATE person SET told_by_mail = 'never' WHERE id <> $1", [id])
  await ask('createEventType', { body: { name: 'X: y@z, <a@b>', kind: 'domain', owner: 'cards' } })
  const draft = (await ask('createDraft', { body: { event_type: 'X: y@z, <a@b>', schema_text: '{}' } }))
    .value as Draft
  expect((await ask('submitProposal', { params: { id: draft.id }, revision: 1, body: {} })).status).toBe(200)
  await deliverMails()
  expect(received.map(({ to }) => to)).toEqual([['eve@example.org']])
  const [head] = received[0]!.text.split('\r\n\r\n') as [string]
  expect(head.split('\r\n').filter((line) => /^(bcc|cc):/i.test(line))).toEqual([])
})

it('tries again while the server is busy, and gives up what it refuses', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  for (const [code, left] of [
    [451, 1],
    [550, 0],
  ] as const) {
    await deprecate('active')
    await deprecate('retired')
    refusal = code
    expect(await deliverMails()).toBe(1)
    expect(await waiting()).toBe(left)
    refusal = null
    // Well past: the column keeps milliseconds, and rounds a moment up into the future as often as down.
    await pool().query("UPDATE mail SET next_at = now() - interval '1 second'")
    await deliverMails()
    expect([received.length, await waiting()]).toEqual([1, 0])
  }
})

it('invites by mail, and lets whoever forgot a password choose another one', async () => {
  const ben = await person('Ben', 'ben@example.org', 'never')
  const { value } = await ask('invitePerson', { params: { id: ben.id } })
  expect((value as Invitation).mailed).toBe(true)
  await deliverMails()
  const linkIn = () =>
    /https:\/\/events\.example\/sign-in\?invitation=([\w-]+)/.exec(received[0]?.text ?? '')?.[1]
  expect((await post('/reset-password', { token: linkIn(), newPassword: 'a long enough one' })).status).toBe(
    200,
  )

  received = []
  // Whatever name the request came under, the link leads to ours.
  const forgot = { email: 'ben@example.org', redirectTo: '/x' }
  const asked = await post('/request-password-reset', forgot, { host: 'evil.localhost:3000' })
  const nobody = await post('/request-password-reset', { email: 'nobody@example.org' })
  expect([asked.status, await asked.text()]).toEqual([nobody.status, await nobody.text()])
  await vi.waitUntil(async () => (await waiting()) === 1)
  await deliverMails()
  expect(received.map(({ to }) => to)).toEqual([['ben@example.org']])
  const newPassword = 'another long one'
  expect((await post('/reset-password', { token: linkIn(), newPassword })).status).toBe(200)
  expect((await post('/reset-password', { token: linkIn(), newPassword })).status).toBe(400)
  expect((await post('/sign-in/email', { email: 'ben@example.org', password: newPassword })).status).toBe(200)

  // Whoever never had a password, or may not sign in, gets none; nobody's mailbox is filled.
  await ask('updatePerson', { params: { id: ben.id }, body: { active: false } })
  const statuses = []
  for (let i = 0; i < 12; i++) statuses.push((await post('/request-password-reset', forgot)).status)
  expect([statuses[0], statuses.at(-1), await waiting()]).toEqual([200, 429, 0])
})
