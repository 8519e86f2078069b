import { beforeAll, expect, it } from 'vitest'
import type { Account } from '@/lib/contracts/account'
import type { Invitation, Person } from '@/lib/contracts/person'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { answerSignIn } from '@/lib/server/http/sign-in-route'
import { ask } from '@/lib/server/http/testing/door'

useTestDatabase()

const PASSWORD = 'a long enough one'
const post = (path: string, body: unknown, cookie = '') =>
  answerSignIn(
    new Request(`http://x/api/auth${path}`, {
      method: 'POST',
      headers: {
        host: 'localhost:3000',
        origin: 'http://localhost:3000',
        'content-type': 'application/json',
        'user-agent': 'Firefox/140',
        ...(cookie === '' ? {} : { cookie }),
      },
      body: JSON.stringify(body),
    }),
  )
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]!.split(';', 1)[0]!
const signIn = async (email: string, password = PASSWORD) =>
  cookieOf(await post('/sign-in/email', { email, password }))
const account = async (cookie: string) => (await ask('getAccount', { headers: { cookie } })).value as Account

beforeAll(async () => {
  for (const name of ['ada', 'eve']) {
    const { id } = (await ask('createPerson', { body: { name, email: `${name}@example.org` } }))
      .value as Person
    const { href } = (await ask('invitePerson', { params: { id } })).value as Invitation
    const token = new URL(href, 'http://x').searchParams.get('invitation')
    expect((await post('/reset-password', { token, newPassword: PASSWORD })).status).toBe(200)
  }
})

it('shows where one is signed in, and signs one out there, at once and nobody else', async () => {
  const [here, there, third, eve] = [
    await signIn('ada@example.org'),
    await signIn('ada@example.org'),
    await signIn('ada@example.org'),
    await signIn('eve@example.org'),
  ]
  const { sessions, ...rest } = await account(here)
  expect(rest).toEqual({
    name: 'ada',
    email: 'ada@example.org',
    has_password: true,
    told_by_mail: 'at-once',
    mail: false,
  })
  expect(sessions.map(({ current, user_agent }) => [current, user_agent])).toEqual([
    [false, 'Firefox/140'],
    [false, 'Firefox/140'],
    [true, 'Firefox/140'],
  ])
  const ofThere = (await account(there)).sessions.find(({ current }) => current)!
  const end = (cookie: string) => ask('endSession', { params: { session: ofThere.id }, headers: { cookie } })
  // Somebody else's is answered as none.
  expect([(await end(eve)).status, (await account(there)).name]).toEqual([404, 'ada'])
  expect([(await end(here)).status, (await end(here)).status]).toEqual([204, 404])
  expect((await ask('getAccount', { headers: { cookie: there } })).status).toBe(401)
  expect((await ask('endOtherSessions', { headers: { cookie: here } })).status).toBe(204)
  expect((await ask('getAccount', { headers: { cookie: third } })).status).toBe(401)
  expect([(await account(here)).sessions.length, (await account(eve)).sessions.length]).toEqual([1, 1])
})

it('keeps what one wants to be mailed', async () => {
  const cookie = await signIn('ada@example.org')
  const change = (body: unknown) => ask('updateAccount', { body, headers: { cookie } })
  expect((await change({ told_by_mail: 'daily' })).value).toMatchObject({ told_by_mail: 'daily' })
  expect((await account(cookie)).told_by_mail).toBe('daily')
  expect([
    (await change({ told_by_mail: 'hourly' })).status,
    (await change({ role: 'administrator' })).status,
  ]).toEqual([422, 422])
})

it('changes a password only for whoever knows it, signs out everywhere else, and is no place to guess', async () => {
  const [here, there] = [await signIn('eve@example.org'), await signIn('eve@example.org')]
  const change = (currentPassword: string, cookie: string) =>
    // Whatever the request says of other sessions: whoever changes a password does so because others may know it.
    post(
      '/change-password',
      { currentPassword, newPassword: 'another long one', revokeOtherSessions: false },
      cookie,
    )
  const statuses = []
  // Another cookie beside the session's makes no new session, nor does another spelling of it.
  const at = there.indexOf('=') + 1
  const spelledOut = `${there.slice(0, at)}%${there.charCodeAt(at).toString(16)}${there.slice(at + 1)}`
  for (let i = 0; i < 12; i++)
    statuses.push((await change(`guess ${i}`, `seen=${i}; ${i % 2 ? there : spelledOut}; theme=${i}`)).status)
  expect([statuses[0], statuses.at(-1)]).toEqual([400, 429])
  const changed = await change(PASSWORD, here)
  expect(changed.status).toBe(200)
  expect((await account(cookieOf(changed))).sessions).toHaveLength(1)
  for (const cookie of [here, there])
    expect((await ask('getAccount', { headers: { cookie } })).status).toBe(401)
  expect((await post('/sign-in/email', { email: 'eve@example.org', password: PASSWORD })).status).toBe(401)
})
