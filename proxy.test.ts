import { readdirSync } from 'node:fs'
import { unstable_doesMiddlewareMatch as standsBefore } from 'next/experimental/testing/server'
import { NextRequest } from 'next/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { endpoints } from '@/lib/contracts/endpoints'
import { config, proxy } from './proxy'

afterEach(() => vi.unstubAllEnvs())

const local = { host: 'localhost:3000', 'x-pasttense-peer': '127.0.0.1' }

function through(method: string, address: string, headers: Record<string, string> = local): Response {
  return proxy(new NextRequest(`http://localhost:3000${address}`, { method, headers }))
}
const isThrough = (response: Response) => response.headers.get('x-middleware-next') === '1'

async function expectProblem(response: Response, status: number, slug: string): Promise<void> {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({
    type: `/problems/${slug}`,
    status,
    request_id: response.headers.get('x-request-id'),
  })
}

describe('calls of the API', () => {
  it.each(Object.entries(endpoints))('%s is let through', (_, [method, path]) => {
    expect(isThrough(through(method, `/api/v1${path.replace(/\{\w+\}/g, 'a%2Fb%25%3F')}`))).toBe(true)
  })

  it.each([
    '/api/v1',
    '/api/v1/',
    '/api/v1x',
    '/api/v1/nothing',
    '/api/v1/event-types/',
    '/api/v1/event-types/a/b/c/d/e',
    '/api/v1/owners/a/b',
  ])('%s is known to nobody', async (address) => expectProblem(through('GET', address), 404, 'not-found'))

  it.each([
    ['DELETE', '/api/v1/event-types', 'GET, POST'],
    ['PUT', '/api/v1/event-types/CardExpired', 'GET, PATCH'],
    ['POST', '/api/v1/health', 'GET'],
    ['GET', '/api/v1/lint', 'POST'],
  ])('%s %s is told what the address takes', async (method, address, allow) => {
    const response = through(method, address)
    expect(response.headers.get('allow')).toBe(allow)
    await expectProblem(response, 405, 'method-not-allowed')
  })

  it('takes HEAD where GET is known, and asks of any address what it takes', () => {
    expect(isThrough(through('HEAD', '/api/v1/health'))).toBe(true)
    expect(isThrough(through('OPTIONS', '/api/v1/event-types'))).toBe(true)
  })

  it.each(['/api/v1/event-types/%', '/api/v1/event-types/%zz', '/api/v1/event-types/%ff', '/catalog/%c3%28'])(
    '%s is no address',
    async (address) => expectProblem(through('GET', address), 400, 'malformed-address'),
  )

  it('is refused under a foreign name, and a write from a foreign page', async () => {
    await expectProblem(through('GET', '/api/v1/health', { host: 'evil.example' }), 403, 'forbidden-host')
    await expectProblem(
      through('POST', '/api/v1/event-types', { ...local, origin: 'http://evil.example' }),
      403,
      'forbidden-origin',
    )
  })
})

describe('pages', () => {
  const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? ''
  const nonceOf = (response: Response) => /'nonce-([^']+)'/.exec(policyOf(response))?.[1]

  it('carry a policy with a nonce of their own, which the page is told', () => {
    const [first, second] = [through('GET', '/catalog'), through('GET', '/catalog')]
    expect(isThrough(first)).toBe(true)
    expect(nonceOf(first)).toMatch(/^[\w+/=]{22,}$/)
    expect(nonceOf(second)).not.toBe(nonceOf(first))
    expect(first.headers.get('x-middleware-request-x-nonce')).toBe(nonceOf(first))
    expect(first.headers.get('x-middleware-request-content-security-policy')).toBe(policyOf(first))
  })

  it('allow no eval and no frame in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    const policy = policyOf(through('GET', '/catalog'))
    expect(policy).not.toContain('unsafe-eval')
    expect(/script-src ([^;]+)/.exec(policy)?.[1]).not.toContain('unsafe-inline')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
  })

  it('allow eval only to development', () => {
    vi.stubEnv('NODE_ENV', 'development')
    expect(policyOf(through('GET', '/catalog'))).toContain("'unsafe-eval'")
  })

  it('take no nonce and no policy from whoever asks', () => {
    const response = through('GET', '/catalog', {
      ...local,
      'x-nonce': 'mine',
      'content-security-policy': 'none',
    })
    expect(response.headers.get('x-middleware-request-x-nonce')).toBe(nonceOf(response))
    expect(nonceOf(response)).not.toBe('mine')
  })

  it('are told their own address, whatever whoever asks says it is', () => {
    const response = through('GET', '/catalog?q=a%20b', { ...local, 'x-pasttense-page': '/elsewhere' })
    expect(response.headers.get('x-middleware-request-x-pasttense-page')).toBe('/catalog?q=a%20b')
  })
})

describe('what the proxy stands before', () => {
  const before = (url: string) => standsBefore({ config, url })

  it.each([
    '/',
    '/icons',
    '/icon',
    '/social/x',
    '/manifesto',
    '/robots.txt/more',
    '/_next/image',
    '/_next/statics',
  ])('is a page, whatever its name begins with: %s', (url) => expect(before(url)).toBe(true))

  it('is no file', () => {
    const files = readdirSync('public').map((name) => `/${name}`)
    expect(files.length).toBeGreaterThan(0)
    expect([...files, '/_next/static/chunks/a.js'].filter(before)).toEqual([])
  })
})
