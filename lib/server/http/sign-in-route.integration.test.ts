import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Person, SignInOptions } from '@/lib/contracts/person'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from './testing/door'
import { answerSignIn } from './sign-in-route'

useTestDatabase()

const host = 'localhost:3000'
const PASSWORD = 'correct horse battery'
afterEach(() => vi.unstubAllEnvs())

interface SentTo {
  headers?: Record<string, string>
  peer?: string
}

function post(path: string, body: unknown, { headers = {}, peer = '127.0.0.1' }: SentTo = {}) {
  return answerSignIn(
    new Request(`http://internal.invalid/api/auth${path}`, {
      method: 'POST',
      headers: { host, 'content-type': 'application/json', 'x-pasttense-peer': peer, ...headers },
      body: JSON.stringify(body),
    }),
  )
}

/** What a browser sends back. */
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')

const whoIs = async (cookie: string) => (await ask('getMe', { headers: { cookie } })).value

const administrator = { name: 'Ada', email: 'Ada@Example.org', password: PASSWORD }

describe('an empty installation', () => {
  it('asks for its first administrator, and refuses a weak password', async () => {
    expect((await ask('getSignIn')).value).toEqual({ first: true, mail: false, provider: null, demo: [] })
    const weak = await post('/sign-up/first', { ...administrator, password: 'short' })
    expect(weak.status).toBe(400)
    expect((await ask('getSignIn')).value).toMatchObject({ first: true })
  })

  it('gets one, however many try at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        post('/sign-up/first', {
          ...administrator,
          email: i === 0 ? administrator.email : `e${i}@example.org`,
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)])
    const { rows } = await pool().query<{ email: string; role: string }>('SELECT email, role FROM person')
    expect(rows).toEqual([{ email: expect.any(String) as string, role: 'administrator' }])
    // Without a password being hashed, which costs as much as logging in and is limited by nothing.
    const late = await post('/sign-up/first', { ...administrator, password: 'short' })
    expect([late.status, (await late.json()) as unknown]).toEqual([
      409,
      { message: 'Somebody is here already. Ask them to let you in.' },
    ])
    const winner = answers.find(({ status }) => status === 200)!
    expect(await whoIs(cookieOf(winner))).toMatchObject({
      kind: 'person',
      name: 'Ada',
      role: 'administrator',
    })
    expect((await ask('getSignIn')).value).toMatchObject({ first: false })
    expect((await post('/sign-up/first', { ...administrator, email: 'late@example.org' })).status).toBe(409)
  })
})

describe('with people', () => {
  const email = 'grace@example.org'
  beforeAll(async () => {
    await pool().query('DELETE FROM session')
    await pool().query('DELETE FROM account')
    // Nobody may be deleted by the app: the owner of the database clears the table for this test.
    await pool().query(`UPDATE person SET email = 'x' || email WHERE email <> 'grace@example.org'`)
    await pool().query(
      `INSERT INTO person (id, name, email, role, updated_at) VALUES ('grace', 'Grace', $1, 'author', now())`,
      [email],
    )
    const { auth } = await import('@/lib/server/identity/better-auth')
    const hash = await (await auth(false).$context).password.hash(PASSWORD)
    await pool().query(
      `INSERT INTO account (id, person_id, provider_id, account_id, password, updated_at)
       VALUES ('a-grace', 'grace', 'credential', 'grace', $1, now())`,
      [hash],
    )
  })

  it('lets in with the right password, whatever the case of the address, and knows who it is', async () => {
    const answer = await post('/sign-in/email', { email: 'GRACE@example.org', password: PASSWORD })
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^pasttense\.session_token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ])
    expect(await whoIs(cookieOf(answer))).toMatchObject({ id: 'grace', name: 'Grace', role: 'author' })
  })

  it('marks the cookie Secure behind https', async () => {
    const headers = { 'x-forwarded-proto': 'https' }
    const answer = await post('/sign-in/email', { email, password: PASSWORD }, { headers })
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Secure-pasttense\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/),
    ])
    expect(await whoIs(cookieOf(answer))).toMatchObject({ id: 'grace' })
  })

  it('says the same of a wrong password and of somebody who is not there', async () => {
    const wrong = await post('/sign-in/email', { email, password: 'not the password' })
    const nobody = await post('/sign-in/email', { email: 'nobody@example.org', password: PASSWORD })
    expect([wrong.status, await wrong.json()]).toEqual([nobody.status, await nobody.json()])
    expect(wrong.status).toBe(401)
    expect(wrong.headers.getSetCookie()).toEqual([])
  })

  it('knows a session no more after signing out', async () => {
    const cookie = cookieOf(await post('/sign-in/email', { email, password: PASSWORD }))
    const out = await post('/sign-out', {}, { headers: { cookie, origin: `http://${host}` } })
    expect(out.status).toBe(200)
    expect(await whoIs(cookie)).toMatchObject({ kind: 'local' })
  })

  it('knows no forged and no outlived session', async () => {
    const cookie = cookieOf(await post('/sign-in/email', { email, password: PASSWORD }))
    expect(await whoIs(cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toMatchObject({
      kind: 'local',
    })
    await pool().query(`UPDATE session SET expires_at = now() - interval '1 second'`)
    expect(await whoIs(cookie)).toMatchObject({ kind: 'local' })
  })

  it('refuses whoever may no longer sign in', async () => {
    await pool().query(`UPDATE person SET deactivated_at = now() WHERE id = 'grace'`)
    const answer = await post('/sign-in/email', { email, password: PASSWORD })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.headers.getSetCookie()).toEqual([])
    await pool().query(`UPDATE person SET deactivated_at = NULL WHERE id = 'grace'`)
  })

  it('refuses other sites', async () => {
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[]) {
      const answer = await post('/sign-in/email', { email, password: PASSWORD }, { headers })
      expect([headers, answer.status, answer.headers.getSetCookie()]).toEqual([headers, 403, []])
    }
    const foreign = await post(
      '/sign-in/email',
      { email, password: PASSWORD },
      { headers: { host: 'evil.example' } },
    )
    expect(foreign.status).toBe(403)
  })

  it('does not send anybody to another site', async () => {
    for (const callbackURL of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
    ]) {
      const answer = await post('/sign-in/email', { email, password: PASSWORD, callbackURL })
      expect([callbackURL, answer.status]).toEqual([callbackURL, 403])
    }
  })

  it('has none of the calls that nobody needs', async () => {
    for (const path of [
      '/sign-up/email',
      '/update-user',
      '/delete-user',
      '/link-social',
      '/list-sessions',
      '/x',
      '',
    ])
      expect([path, (await post(path, administrator)).status]).toEqual([path, 404])
  })

  it('slows guessing down, and only for whoever guesses', async () => {
    const guess = (peer: string) => post('/sign-in/email', { email, password: 'a wrong guess' }, { peer })
    await pool().query('DELETE FROM sign_in_failure')
    const statuses = (await Promise.all(Array.from({ length: 14 }, () => guess('10.0.0.7')))).map(
      (a) => a.status,
    )
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(4)
    const right = await post('/sign-in/email', { email, password: PASSWORD }, { peer: '10.0.0.7' })
    expect([right.status, right.headers.get('retry-after')]).toEqual([429, '900'])
    for (const peer of ['10.0.0.8', 'forwarded 10.0.0.7'])
      expect((await post('/sign-in/email', { email, password: PASSWORD }, { peer })).status).toBe(200)
  })

  it('counts whoever changes the address within their network as one', async () => {
    await pool().query('DELETE FROM sign_in_failure')
    for (const sent of ['', 'forwarded ']) {
      const statuses: number[] = []
      for (let i = 0; i < 12; i++) {
        const peer = `${sent}2001:db8:0:7::${i.toString(16)}`
        statuses.push((await post('/sign-in/email', { email, password: 'a wrong guess' }, { peer })).status)
      }
      expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429])
    }
    const peer = '2001:db8:0:8::1'
    expect((await post('/sign-in/email', { email, password: PASSWORD }, { peer })).status).toBe(200)
  })

  it('counts no log-in that went well', async () => {
    await pool().query('DELETE FROM sign_in_failure')
    for (let i = 0; i < 12; i++)
      expect((await post('/sign-in/email', { email, password: PASSWORD }, { peer: '10.0.0.9' })).status).toBe(
        200,
      )
  })
})

describe('the demo', () => {
  const token = 'the-token-of-this-test'
  const demo = { name: 'Mara', email: 'mara@harbourpine.example', role: 'reviewer', demo: true }

  it('is nobody’s on a server of one’s own', async () => {
    vi.stubEnv('PASTTENSE_TOKEN', token)
    vi.stubEnv('PASTTENSE_EMBEDDED', '')
    expect((await ask('createPerson', { body: demo, token })).status).toBe(403)
  })

  it('signs in as any of its people with one click, in its own database alone', async () => {
    vi.stubEnv('PASTTENSE_TOKEN', token)
    vi.stubEnv('PASTTENSE_EMBEDDED', '1')
    const created = (await ask('createPerson', { body: demo, token })).value as Person
    const options = (await ask('getSignIn')).value as SignInOptions
    expect(options.demo).toEqual([{ id: created.id, name: 'Mara', role: 'reviewer', owners: [] }])
    const answer = await post('/sign-in/demo', { id: created.id })
    expect(await whoIs(cookieOf(answer))).toMatchObject({ name: 'Mara', role: 'reviewer' })
    expect((await post('/sign-in/demo', { id: 'grace' })).status).toBe(403)
    vi.stubEnv('PASTTENSE_EMBEDDED', '')
    expect((await post('/sign-in/demo', { id: created.id })).status).toBe(403)
    expect((await ask('getSignIn')).value).toMatchObject({ demo: [] })
  })
})
