import { describe, expect, it } from 'vitest'
import { isTrusted, lastUntrusted, readTrustedProxies } from './trusted-proxies'

describe('trusted proxies', () => {
  it.each([
    // Where nobody says which.
    [
      '',
      [
        '127.0.0.1',
        '::1',
        '10.1.2.3',
        '172.16.0.1',
        '192.168.1.1',
        'fd00::7',
        'fe80::1%eth0',
        '::ffff:10.1.2.3',
      ],
    ],
    ['10.0.0.5', ['10.0.0.5', '::ffff:10.0.0.5', '::ffff:a00:5']],
    ['10.0.0.0/8, fd12::/16', ['10.200.0.1', '::ffff:10.200.0.1', 'fd12::1', 'FD12:0::1']],
    ['::ffff:10.0.0.0/104', ['10.200.0.1']],
    [' loopback ,203.0.113.7,', ['127.0.0.1', '::ffff:127.0.0.1', '203.0.113.7']],
    ['::/0', ['8.8.8.8', '2001:db8::1']],
  ])('of %j are %j', (text, trusted) => {
    const proxies = readTrustedProxies(text)
    expect(trusted.filter((address) => !isTrusted(address, proxies))).toEqual([])
  })

  it.each([
    ['', ['8.8.8.8', '2606:4700::1', '100.64.0.1', '::ffff:8.8.8.8', '64:ff9b::10.0.0.1', '', 'unknown']],
    ['none', ['127.0.0.1', '10.0.0.5', '']],
    ['10.0.0.5', ['10.0.0.6', '127.0.0.1', '::ffff:10.0.0.6', '::10.0.0.5']],
    ['0.0.0.0/0', ['2001:db8::1', '::1']],
  ])('of %j are not %j', (text, others) => {
    const proxies = readTrustedProxies(text)
    expect(others.filter((address) => isTrusted(address, proxies))).toEqual([])
  })

  it.each(['10.0.0.0/33', 'localhost', '10.0.0', 'all', 'constructor', '10.0.0.1 10.0.0.2'])(
    'cannot be read of %j',
    (text) => {
      expect(() => readTrustedProxies(text)).toThrow(`"${text}" is no network`)
    },
  )

  it('that nobody named are asked about nobody but who asked them', () => {
    const proxies = readTrustedProxies()
    expect(lastUntrusted('8.8.8.8', proxies)).toBe('8.8.8.8')
    // Whoever is in a network of ours writes an address of their choice before their own.
    expect(lastUntrusted('8.8.8.8, 10.0.0.9', proxies)).toBe('10.0.0.9')
  })

  it.each([
    ['8.8.8.8, 203.0.113.7', '8.8.8.8'],
    ['8.8.8.8, 203.0.113.7, 10.0.0.5', '8.8.8.8'],
    ['8.8.8.8, ::ffff:203.0.113.7', '8.8.8.8'],
    // What somebody wrote before their own address.
    ['127.0.0.1, 8.8.8.8, 203.0.113.7', '8.8.8.8'],
    ['1.1.1.1, 10.0.0.5, 8.8.8.8, 203.0.113.7', '8.8.8.8'],
    ['8.8.8.8, 10.0.0.6', '10.0.0.6'],
    ['8.8.8.8, unknown, 10.0.0.5', 'unknown'],
    // Asked by one of themselves.
    ['10.0.0.5, 203.0.113.7', '10.0.0.5'],
    ['', ''],
  ])('that are named tell of %j that it was %j', (told, client) => {
    expect(lastUntrusted(told, readTrustedProxies('10.0.0.5, 203.0.113.0/24'))).toBe(client)
  })
})
