import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AuditEntry } from '@/lib/contracts/audit'
import type { Me, Person } from '@/lib/contracts/person'
import { pool } from '@/lib/server/database/connection'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { answerSignIn } from '@/lib/server/http/sign-in-route'
import { ask } from '@/lib/server/http/testing/door'

useTestDatabase()

const CALLBACK = 'http://localhost:3000/api/auth/callback/company'
const SECRET = 'a secret that the provider knows'
/** What the provider says of whoever logs in there. */
const groups: Record<string, string[]> = {}
const verified: Record<string, boolean> = { grace: true, ada: true, mallory: false, joan: true }
/** What the ID token does not say, but the userinfo endpoint; and whether that one is out of order. */
let leftOut: string[] = []
let isOutOfOrder = false
let server: Server

beforeAll(async () => {
  // The provider has to know its own address before it is made.
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'pasttense',
        client_secret: SECRET,
        redirect_uris: [CALLBACK],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: (use) => {
        if (use === 'userinfo' && isOutOfOrder) throw new Error('out of order')
        const all = {
          sub: accountId,
          name: `${accountId} of the company`,
          email: `${accountId}@example.org`,
          email_verified: verified[accountId],
          groups: groups[accountId],
        }
        const said = Object.entries(all).filter(([name]) => use !== 'id_token' || !leftOut.includes(name))
        return { sub: accountId, ...Object.fromEntries(said) }
      },
    }),
    features: { devInteractions: { enabled: true } },
    conformIdTokenClaims: false,
    cookies: { keys: ['of the test'] },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  vi.stubEnv('PASTTENSE_OIDC_ISSUER', issuer)
  vi.stubEnv('PASTTENSE_OIDC_CLIENT_ID', 'pasttense')
  vi.stubEnv('PASTTENSE_OIDC_CLIENT_SECRET', SECRET)
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})

const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]!)
const headers = { host: 'localhost:3000', 'content-type': 'application/json' }

/** Logs in at the provider's own pages. @returns the address it sends back to */
async function logIn(address: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = { url: address, form: undefined as URLSearchParams | undefined }
  for (let step = 0; step < 20; step++) {
    const response = await fetch(next.url, {
      method: next.form ? 'POST' : 'GET',
      body: next.form,
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of cookiesOf(response)) {
      const at = cookie.indexOf('=')
      jar.set(cookie.slice(0, at), cookie.slice(at + 1))
    }
    const location = response.headers.get('location')
    if (location) {
      const url = new URL(location, next.url).href
      if (url.startsWith(CALLBACK)) return url
      next = { url, form: undefined }
      continue
    }
    const page = await response.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (prompt === undefined)
      throw new Error(`The provider answered ${response.status}: ${page.slice(0, 500)}`)
    next = { url: next.url, form: new URLSearchParams({ prompt, login, password: 'any' }) }
  }
  throw new Error('The provider sends round in circles.')
}

/** The whole way. @returns the last answer and the cookie of the session, empty where there is none */
async function come(login: string, change = (address: string) => address) {
  const started = await answerSignIn(
    new Request('http://x/api/auth/sign-in/social', {
      method: 'POST',
      headers,
      body: JSON.stringify({ provider: 'company', callbackURL: '/catalog', errorCallbackURL: '/sign-in' }),
    }),
  )
  expect(started.status).toBe(200)
  const { url } = (await started.json()) as { url: string }
  const back = change(await logIn(url, login))
  const answer = await answerSignIn(
    new Request(back, { headers: { host: headers.host, cookie: cookiesOf(started).join('; ') } }),
  )
  const session = cookiesOf(answer).find((cookie) => /session_token=.+/.test(cookie)) ?? ''
  return { session, location: answer.headers.get('location') }
}

const whoIs = async (cookie: string) => (await ask('getMe', { headers: { cookie } })).value

it('lets nobody in before there is an administrator', async () => {
  expect((await ask('getSignIn')).value).toMatchObject({ first: true, provider: { id: 'company' } })
  expect((await come('grace')).session).toBe('')
  expect((await pool().query('SELECT FROM person')).rowCount).toBe(0)
})

it('lets people of the company in, as readers, again as the same ones', async () => {
  await ask('createPerson', { body: { name: 'Root', email: 'root@example.org', role: 'administrator' } })
  const first = await come('grace')
  expect(first.location).toMatch(/\/catalog$/)
  const me = await whoIs(first.session)
  expect(me).toMatchObject({ kind: 'person', name: 'grace of the company', role: 'reader' })
  expect(await whoIs((await come('grace')).session)).toEqual(me)
  const { value } = await ask('listAudit', { query: { action: 'person-added' } })
  expect(value).toMatchObject({ items: [{ subject: 'grace@example.org' }, { subject: 'root@example.org' }] })
  const signedIn = await ask('listAudit', { query: { action: 'signed-in' } })
  const deed = { subject: 'grace@example.org', details: { by: 'the company’s provider' } }
  expect(signedIn.value).toMatchObject({ items: [deed, deed] })
})

it('knows whom an administrator added by the verified address, and by no other', async () => {
  for (const name of ['ada', 'mallory'])
    await ask('createPerson', { body: { name, email: `${name}@example.org`, role: 'reviewer' } })
  expect(await whoIs((await come('ada')).session)).toMatchObject({ name: 'ada', role: 'reviewer' })
  const mallory = await come('mallory')
  expect([mallory.session, mallory.location]).toEqual(['', expect.stringContaining('/sign-in?error=')])
})

describe('groups of the provider', () => {
  const comeAs = async (login: string, of: string[]) => {
    groups[login] = of
    return (await whoIs((await come(login)).session)) as Me
  }
  const grants = [
    { group: 'Team Cards', owner: 'cards', role: 'author' as const },
    { group: 'Architects', owner: null, role: 'reviewer' as const },
  ]

  it('give roles and memberships at each sign-in, and take them away again', async () => {
    for (const slug of ['cards', 'shop']) await ask('createOwner', { body: { slug, name: slug } })
    const body = { provider_groups: { claim: 'groups', grants } }
    expect((await ask('updateSettings', { body })).status).toBe(200)
    expect(await comeAs('grace', [])).toMatchObject({ role: 'reader', owners: [] })
    expect(await comeAs('grace', ['Team Cards', 'Other'])).toMatchObject({
      role: 'author',
      owners: ['cards'],
    })
    expect(await comeAs('grace', ['Architects', 'Team Cards'])).toMatchObject({ role: 'reviewer' })
    expect(await comeAs('grace', ['Architects'])).toMatchObject({ role: 'reviewer', owners: [] })
    expect(await comeAs('grace', [])).toMatchObject({ role: 'reader', owners: [] })

    const { value } = await ask('listAudit', { query: { action: 'person-changed' } })
    const { items } = value as { items: AuditEntry[] }
    expect(items.map(({ subject, details }) => [subject, details])).toEqual(
      [
        { groups: [], role: 'reader' },
        { groups: ['Architects'], owners_taken: ['cards'] },
        { groups: ['Team Cards', 'Architects'], role: 'reviewer' },
        { groups: ['Team Cards'], role: 'author', owners_given: ['cards'] },
      ].map((details) => ['grace@example.org', expect.objectContaining(details) as unknown]),
    )
  })

  it('never take away what an administrator gave', async () => {
    const { value } = await ask('listPeople')
    const { id } = (value as { items: Person[] }).items.find(({ email }) => email === 'ada@example.org')!
    await ask('updatePerson', { params: { id }, body: { owners: ['cards', 'shop'] } })
    expect(await comeAs('ada', ['Team Cards'])).toMatchObject({ role: 'reviewer', owners: ['cards', 'shop'] })
    expect(await comeAs('ada', [])).toMatchObject({ role: 'reviewer', owners: ['cards', 'shop'] })

    // What a group gave stays the group's, where somebody saves the person's form over it.
    await ask('updatePerson', { params: { id }, body: { role: 'reader', owners: ['shop'] } })
    expect(await comeAs('ada', ['Team Cards'])).toMatchObject({ role: 'author', owners: ['cards', 'shop'] })
    await ask('updatePerson', { params: { id }, body: { role: 'author', owners: ['cards', 'shop'] } })
    expect(await comeAs('ada', [])).toMatchObject({ role: 'reader', owners: ['shop'] })
  })

  it('are read from the userinfo endpoint where the ID token has none, and stay where that does not answer', async () => {
    leftOut = ['groups']
    expect(await comeAs('grace', ['Team Cards'])).toMatchObject({ role: 'author', owners: ['cards'] })
    isOutOfOrder = true
    const complaints = vi.spyOn(console, 'error').mockReturnValue()
    expect(await comeAs('grace', [])).toMatchObject({ role: 'author', owners: ['cards'] })
    expect(complaints).toHaveBeenCalledOnce()
    complaints.mockRestore()
    isOutOfOrder = false
    expect(await comeAs('grace', [])).toMatchObject({ role: 'reader', owners: [] })

    // As providers that follow the specification to the letter do: the token says only who it is.
    leftOut = ['groups', 'name', 'email', 'email_verified']
    expect(await comeAs('joan', ['Architects'])).toMatchObject({
      name: 'joan of the company',
      role: 'reviewer',
    })
    leftOut = []
  })

  it('give nothing any more once they are not mapped, and nobody but administrators is told of the map', async () => {
    await comeAs('grace', ['Team Cards'])
    await ask('updateSettings', { body: { provider_groups: { claim: 'groups', grants: [] } } })
    expect(await comeAs('grace', ['Team Cards'])).toMatchObject({ role: 'reader', owners: [] })
    await ask('updateSettings', { body: { provider_groups: { claim: 'groups', grants } } })
    const { value } = await ask('getSettings', { token: null })
    expect(value).toMatchObject({ provider_groups: { grants: [] } })
    const nobodys = { provider_groups: { claim: 'groups', grants: [{ ...grants[0]!, owner: 'nobody' }] } }
    expect((await ask('updateSettings', { body: nobodys })).status).toBe(404)
  })
})

it('takes no answer that nobody asked for', async () => {
  const forged = await come('grace', (address) => address.replace(/state=[^&]+/, 'state=forged'))
  expect([forged.session, forged.location]).toEqual(['', expect.stringContaining('error=')])
})
