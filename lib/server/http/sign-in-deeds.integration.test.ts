import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AuditEntry } from '@/lib/contracts/audit'
import type { Invitation, Person } from '@/lib/contracts/person'
import { maintenancePool, pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from './testing/door'
import { answerSignIn, signInCalls } from './sign-in-route'

useTestDatabase()

const PASSWORD = 'correct horse battery'
const email = 'ada@example.org'
beforeAll(() => void vi.stubEnv('PASTTENSE_EMBEDDED', '1'))
afterAll(() => void vi.unstubAllEnvs())

function post(path: string, body: unknown, { cookie = '', peer = '10.0.0.7' } = {}): Promise<Response> {
  const headers = {
    host: 'localhost:3000',
    origin: 'http://localhost:3000',
    'content-type': 'application/json',
    'x-pasttense-peer': peer,
    ...(cookie === '' ? {} : { cookie }),
  }
  return answerSignIn(
    new Request(`http://x/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  )
}
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
const signIn = (password = PASSWORD, peer?: string) => post('/sign-in/email', { email, password }, { peer })

async function entries(): Promise<AuditEntry[]> {
  return ((await ask('listAudit', { query: { limit: 1_000 } })).value as { items: AuditEntry[] }).items
}
/** What went on record meanwhile, oldest first. */
async function deedsOf(work: () => Promise<unknown>) {
  const before = (await entries())[0]?.id ?? 0
  await work()
  return (await entries())
    .filter(({ id }) => id > before)
    .map(({ actor, action, subject, details }) => [actor.name, action, subject, details])
    .reverse()
}

async function invite(id: string): Promise<string> {
  const { value } = await ask('invitePerson', { params: { id } })
  return new URL((value as Invitation).href, 'http://x').searchParams.get('invitation')!
}

/** Each call of better-auth that is let through, done so that it succeeds. In the order of a life. */
const life: [call: string, () => Promise<Response>, deeds: unknown[]][] = [
  [
    '/sign-up/first',
    () => post('/sign-up/first', { name: 'Ada', email, password: PASSWORD }),
    [
      ['Ada', 'person-added', email, { name: 'Ada', role: 'administrator' }],
      ['Ada', 'signed-in', email, { by: 'the first visit' }],
    ],
  ],
  ['/sign-in/email', () => signIn(), [['Ada', 'signed-in', email, { by: 'password' }]]],
  [
    '/sign-out',
    async () => post('/sign-out', {}, { cookie: first }),
    [['Ada', 'session-ended', email, { by: 'signing out' }]],
  ],
  [
    '/change-password',
    () =>
      post(
        '/change-password',
        { currentPassword: PASSWORD, newPassword: `${PASSWORD}!` },
        { cookie: second },
      ),
    [['Ada', 'password-changed', email, { by: 'the old one' }]],
  ],
  // What it leads to is on record; asking is anybody's, and would let strangers write there.
  ['/request-password-reset', () => post('/request-password-reset', { email }), []],
  [
    '/reset-password',
    async () => post('/reset-password', { token: link, newPassword: PASSWORD }),
    [['Ada', 'password-changed', email, { by: 'a link' }]],
  ],
  [
    '/sign-in/demo',
    () => post('/sign-in/demo', { id: demo }),
    [['Mara', 'signed-in', 'mara@example.org', { by: 'one click, in the demo' }]],
  ],
]
let [first, second, link, demo] = ['', '', '', '']

describe('signing in and out, and passwords', () => {
  it.each(life)('is on record: %s', async (_, call, deeds) => {
    expect(
      await deedsOf(async () => {
        const answered = await call()
        expect(answered.status).toBe(200)
      }),
    ).toEqual(deeds)
    // What the next ones need.
    if (first === '') {
      ;[first, second] = [cookieOf(await signIn()), cookieOf(await signIn())]
      const { items } = (await ask('listPeople')).value as { items: Person[] }
      const body = { name: 'Mara', email: 'mara@example.org', demo: true }
      demo = ((await ask('createPerson', { body })).value as Person).id
      link = await invite(items[0]!.id)
    }
  })

  it('has no call beside, but the way back from the company’s provider, which has a test of its own', () => {
    const known = [...life.map(([call]) => call), '/sign-in/social']
    const left = signInCalls.POST.filter((pattern) => !known.some((call) => pattern.test(call)))
    expect([left, signInCalls.GET.length]).toEqual([[], 1])
    expect(life.every(([call]) => signInCalls.POST.some((pattern) => pattern.test(call)))).toBe(true)
  })

  it('says who accepted an invitation, once', async () => {
    const body = { name: 'Bob', email: 'bob@example.org' }
    const { id } = (await ask('createPerson', { body })).value as Person
    const token = await invite(id)
    const accept = () => post('/reset-password', { token, newPassword: PASSWORD })
    expect(await deedsOf(accept)).toEqual([['Bob', 'invitation-accepted', 'bob@example.org', {}]])
    expect(await deedsOf(accept)).toEqual([])
  })

  it('is not there where it failed, and a password that is wrong is no deed', async () => {
    expect(
      await deedsOf(async () => {
        await signIn('not the password')
        await post('/sign-out', {})
        await post(
          '/change-password',
          { currentPassword: 'wrong', newPassword: PASSWORD },
          { cookie: second },
        )
        await post('/reset-password', { token: 'guessed', newPassword: PASSWORD })
      }),
    ).toEqual([])
  })

  it('is done with its deed or not at all', async () => {
    await maintenancePool().query(
      `ALTER TABLE audit_entry ADD CONSTRAINT full_up CHECK (action NOT IN ('signed-in', 'password-changed')) NOT VALID`,
    )
    const kept = async () => {
      const { rows } = await pool().query(
        'SELECT (SELECT count(*) FROM session) AS sessions, (SELECT json_agg(password ORDER BY id) FROM account) AS passwords',
      )
      return rows[0] as unknown
    }
    const cookie = cookieOf(await signIn())
    const before = await kept()
    expect((await signIn()).headers.getSetCookie()).toEqual([])
    await post('/change-password', { currentPassword: PASSWORD, newPassword: `${PASSWORD}?` }, { cookie })
    expect(await kept()).toEqual(before)
    await maintenancePool().query('ALTER TABLE audit_entry DROP CONSTRAINT full_up')
    expect((await signIn()).status).toBe(200)
  })
})

describe('guessing', () => {
  it('is on record once it is refused, once in a window, by whose account is tried', async () => {
    await pool().query('DELETE FROM sign_in_failure')
    expect(
      await deedsOf(async () => {
        for (let i = 0; i < 14; i++) await signIn('a wrong guess', '10.0.0.8')
      }),
    ).toEqual([['Somebody', 'sign-in-refused', email, { attempted: 'to sign in' }]])
    await pool().query(`UPDATE sign_in_failure SET since = now() - interval '16 minutes'`)
    expect(
      await deedsOf(async () => {
        for (let i = 0; i < 14; i++) await signIn('a wrong guess', '10.0.0.8')
      }),
    ).toHaveLength(1)
  })

  it('lets no stranger write what they like, or fill the log', async () => {
    await pool().query('DELETE FROM sign_in_failure')
    const onRecord = createHash('sha256').update('refusals on record').digest('base64url')
    const deeds = await deedsOf(async () => {
      for (let n = 0; n < 30; n++) {
        const body = { email: `buy-my-pills-${n}@example.org`, password: 'p' }
        // As after ten that failed already.
        await post('/sign-in/email', body, { peer: `10.0.1.${n}` })
        await pool().query('UPDATE sign_in_failure SET count = 10 WHERE count = 1 AND key <> $1', [onRecord])
        await post('/sign-in/email', body, { peer: `10.0.1.${n}` })
      }
    })
    expect(deeds).toHaveLength(20)
    expect(new Set(deeds.map((deed) => JSON.stringify(deed)))).toEqual(
      new Set([JSON.stringify(['Somebody', 'sign-in-refused', 'nobody here', { attempted: 'to sign in' }])]),
    )
  })
})
