import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { isProblem } from '@/lib/server/services/problem'
import { identify } from './identify'

useTestDatabase()

beforeEach(() => {
  vi.stubEnv('PASTTENSE_TOKEN', 'the-right-token')
})
afterEach(() => vi.unstubAllEnvs())

describe('who asks', () => {
  const who = async (headers: Record<string, string>) => {
    try {
      return (await identify(new Headers(headers))).id
    } catch (error) {
      return isProblem(error) ? error.slug : error
    }
  }

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'is somebody at this machine from %s',
    async (peer) => expect(await who({ 'x-pasttense-peer': peer })).toBe('reader'),
  )

  it.each([
    '192.168.1.7',
    '::ffff:10.0.0.1',
    'fe80::1',
    '',
    '127',
    '1127.0.0.1',
    'forwarded 127.0.0.1',
    'forwarded ::1',
  ])('is nobody without a token from "%s"', async (peer) =>
    expect(await who({ 'x-pasttense-peer': peer })).toBe('stranger'),
  )

  it('is nobody where our own server did not say where from', async () =>
    expect(await who({})).toBe('stranger'))

  it('is refused where the page was made for a person who is not signed in any more', async () => {
    expect(await who({ 'pasttense-person': 'ada' })).toBe('unauthorized')
    expect(await who({ 'pasttense-person': '', 'x-pasttense-peer': '::1' })).toBe('unauthorized')
    expect(await who({ 'pasttense-person': 'ada', authorization: 'Bearer the-right-token' })).toBe(
      'installation',
    )
  })

  it('is the administrator with the token, from anywhere', async () => {
    expect(await who({ authorization: 'Bearer the-right-token' })).toBe('installation')
    expect(await who({ authorization: 'bearer  the-right-token', 'x-pasttense-peer': '10.0.0.1' })).toBe(
      'installation',
    )
  })

  it('is refused with a wrong token, at this machine too', async () => {
    for (const authorization of [
      'Bearer wrong',
      // As long as the right one, in characters; not in bytes.
      'Bearer the-right-tokén',
      'Bearer the-right-tokem',
      'Bearer',
      '',
      'Basic dGhlLXJpZ2h0LXRva2Vu',
      'Bearer the-right-token x',
    ])
      expect([authorization, await who({ authorization, 'x-pasttense-peer': '127.0.0.1' })]).toEqual([
        authorization,
        'unauthorized',
      ])
  })

  it('is never let in by an empty token where none is set', async () => {
    vi.stubEnv('PASTTENSE_TOKEN', undefined)
    expect(await who({ authorization: 'Bearer undefined' })).toBe('unauthorized')
    vi.stubEnv('PASTTENSE_TOKEN', '')
    expect(await who({ authorization: 'Bearer ' })).toBe('unauthorized')
  })
})
