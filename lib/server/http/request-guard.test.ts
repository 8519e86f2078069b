import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refuseForeignPage } from './request-guard'

beforeEach(() => {
  vi.stubEnv('PASTTENSE_ALLOWED_HOSTS', undefined)
  vi.stubEnv('HOST', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const slugOf = (headers: Record<string, string>, method = 'GET') =>
  refuseForeignPage(new Headers(headers), method)?.slug

describe('the Host header', () => {
  it.each([
    'localhost',
    'localhost:3000',
    'shop.localhost',
    '127.0.0.1:3000',
    '192.168.1.7',
    '[::1]:3000',
    '[fe80::1]',
  ])('lets %s through: this machine, or an address that no name can be bound to anew', (host) =>
    expect(slugOf({ host })).toBeUndefined(),
  )

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:3000',
    'notlocalhost',
    '',
    'a b',
    '[::1',
    'localhost:99999',
  ])('refuses "%s"', (host) => {
    expect(slugOf({ host })).toBe('forbidden-host')
    expect(slugOf({ host }, 'POST')).toBe('forbidden-host')
  })

  it('refuses a request that has none', () => expect(slugOf({})).toBe('forbidden-host'))

  it('takes the names somebody listed, in any case, and no others', () => {
    vi.stubEnv('PASTTENSE_ALLOWED_HOSTS', 'Events.Example, catalog.example')
    expect(slugOf({ host: 'events.example:8080' })).toBeUndefined()
    expect(slugOf({ host: 'CATALOG.example' })).toBeUndefined()
    expect(slugOf({ host: 'other.example' })).toBe('forbidden-host')
    expect(slugOf({ host: 'sub.events.example' })).toBe('forbidden-host')
  })

  it('takes the name it was told to serve under', () => {
    vi.stubEnv('HOST', 'build-7')
    expect(slugOf({ host: 'build-7:3000' })).toBeUndefined()
  })
})

describe('the Origin of a write', () => {
  const host = 'localhost:3000'

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('must be ours for %s', (method) => {
    expect(slugOf({ host, origin: 'http://localhost:3000' }, method)).toBeUndefined()
    for (const origin of [
      'http://evil.example',
      'http://localhost:4000',
      'http://127.0.0.1:3000',
      'http://localhost:3000.evil.example',
      'null',
      '',
      'localhost:3000',
    ])
      expect([origin, slugOf({ host, origin }, method)]).toEqual([origin, 'forbidden-origin'])
  })

  it('is not asked of programs, which send none', () => expect(slugOf({ host }, 'POST')).toBeUndefined())

  it('is not asked where nothing is written', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(slugOf({ host, origin: 'http://evil.example' }, method)).toBeUndefined()
  })

  it('is taken as foreign where a browser sends none and says the site is another', () => {
    expect(slugOf({ host, 'sec-fetch-site': 'cross-site' }, 'POST')).toBe('forbidden-origin')
    expect(slugOf({ host, 'sec-fetch-site': 'same-site' }, 'POST')).toBe('forbidden-origin')
    expect(slugOf({ host, 'sec-fetch-site': 'same-origin' }, 'POST')).toBeUndefined()
    expect(slugOf({ host, 'sec-fetch-site': 'none' }, 'POST')).toBeUndefined()
  })

  it('must have the scheme by which we are reached, where that is known', () => {
    const write = (host: string, origin: string, scheme: string) =>
      slugOf({ host, origin, 'x-pasttense-scheme': scheme }, 'POST')
    for (const [scheme, other] of [
      ['http', 'https'],
      ['https', 'http'],
    ] as const) {
      expect(write('localhost', `${scheme}://localhost`, scheme)).toBeUndefined()
      expect(write('localhost:3000', `${scheme}://localhost:3000`, scheme)).toBeUndefined()
      expect(write('localhost', `${other}://localhost`, scheme)).toBe('forbidden-origin')
      expect(write('localhost:3000', `${other}://localhost:3000`, scheme)).toBe('forbidden-origin')
      expect(write('localhost', `${other}://localhost`, '')).toBeUndefined()
    }
    // The port that goes without saying is that of the scheme.
    expect(write('localhost:443', 'https://localhost', 'https')).toBeUndefined()
    expect(write('localhost:80', 'https://localhost', '')).toBe('forbidden-origin')
    expect(write('localhost', 'ftp://localhost', '')).toBe('forbidden-origin')
  })

  it('is compared for an address of IPv6 too', () => {
    expect(slugOf({ host: '[::1]:3000', origin: 'http://[::1]:3000' }, 'POST')).toBeUndefined()
    expect(slugOf({ host: '[::1]:3000', origin: 'http://[::2]:3000' }, 'POST')).toBe('forbidden-origin')
  })
})
