import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerNetwork, isWithin, parseNetwork, whyNotPublic } from './network-address'

const open = [
  '93.184.216.34',
  '1.1.1.1',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
  '2002:808:808::1',
]
const closed = [
  ...[
    '127.0.0.1',
    '127.255.255.255',
    '0.0.0.0',
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
  ],
  ...[
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
  ],
  ...['192.0.2.1', '198.51.100.7', '203.0.113.9', '192.0.0.192'],
  ...['::', '::1', 'fe80::1', 'febf::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1', 'fec0::1'],
  // IPv4 inside of IPv6, in every spelling.
  ...[
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:a00:1',
    '::FFFF:169.254.169.254',
    '::127.0.0.1',
    '::7f00:1',
  ],
  ...[
    '64:ff9b::10.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '2002:7f00:1::',
    '2002:a00:1::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  ],
  // No address, or one that others might read otherwise.
  ...[
    '',
    'localhost',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1.',
    '256.1.1.1',
    '1.2.3',
    '1::2::3',
    ':::',
    '12345::',
    'fe80::1%eth0',
    '1:2:3:4:5:6:7:8:9',
    '[::1]',
    '4000::1',
  ],
]

describe('an address of the network', () => {
  it.each(open)('%s is of the open network', (address) => {
    expect(whyNotPublic(address)).toBeNull()
  })
  it.each(closed)('%j is not', (address) => {
    expect(whyNotPublic(address)).toEqual(expect.any(String))
  })

  it('is judged alike however it is written', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(byte, byte, byte, byte, (a, b, c, d) => {
        const four = [a, b, c, d].join('.')
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
        for (const same of [
          `::ffff:${four}`,
          `::ffff:${hex}`,
          `0:0:0:0:0:FFFF:${hex}`,
          `64:ff9b::${four}`,
          `2002:${hex}::`,
        ])
          expect([same, whyNotPublic(same)]).toEqual([same, whyNotPublic(four)])
      }),
    )
  })

  it('is within the networks that were allowed, and no bit further', () => {
    const networks = ['10.1.0.0/16', 'fd00::/8', '192.168.7.7'].map((text) => parseNetwork(text)!)
    const inside = ['10.1.255.255', '::ffff:10.1.0.1', 'fdff::1', '192.168.7.7']
    const outside = ['10.2.0.0', 'fc00::1', '192.168.7.8', 'x']
    expect(inside.filter((address) => !isWithin(address, networks))).toEqual([])
    expect(outside.filter((address) => isWithin(address, networks))).toEqual([])
    expect(['10.0.0.0/33', '::/129', 'ten/8', '10.0.0/8', ''].map(parseNetwork)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['64:ff9b::203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80::1%eth0'],
  ['', ''],
])('takes %s for one of %s', (address, network) => expect(customerNetwork(address)).toBe(network))
