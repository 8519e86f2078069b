/** An address of the network as eight groups of 16 bits; IPv4 stands in the last two, as `::ffff:0:0/96`. */
type Groups = readonly number[]

/** A range: its first address and how many leading bits count. */
export interface Network {
  readonly groups: Groups
  readonly bits: number
}

/** Ranges that no stranger's server stands in, with what they are. IPv6 first as it is written, IPv4 below. */
const SPECIAL: readonly (readonly [range: string, what: string])[] = [
  ['::/128', 'no address at all'],
  ['::1/128', 'this machine'],
  ['64:ff9b:1::/48', 'a private network'],
  ['100::/64', 'an address that discards'],
  ['2001::/23', 'reserved'],
  ['2001:db8::/32', 'documentation'],
  ['3fff::/20', 'documentation'],
  ['fc00::/7', 'a private network'],
  ['fe80::/10', 'the local link'],
  ['fec0::/10', 'a private network'],
  ['ff00::/8', 'many at once'],
  ['0.0.0.0/8', 'this machine'],
  ['10.0.0.0/8', 'a private network'],
  ['100.64.0.0/10', 'a provider’s inner network'],
  ['127.0.0.0/8', 'this machine'],
  ['169.254.0.0/16', 'the local link, where clouds keep their secrets'],
  ['172.16.0.0/12', 'a private network'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'documentation'],
  ['192.88.99.0/24', 'reserved'],
  ['192.168.0.0/16', 'a private network'],
  ['198.18.0.0/15', 'a network for measurements'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'many at once'],
  ['240.0.0.0/4', 'reserved'],
]

const special = SPECIAL.map(([range, what]) => ({ network: parseNetwork(range)!, what }))
const isMapped = within('::ffff:0.0.0.0/96')
const isTranslated = within('64:ff9b::/96')
const isSixToFour = within('2002::/16')
/** The only part of IPv6 that is given out to the world. */
const isGlobal = within('2000::/3')

/**
 * Why nothing is sent to an address unless somebody allowed it; null for one of the open network. An IPv4 address that an
 * IPv6 one carries (mapped, translated, 6to4) is judged for what it is. What is no address is refused, too.
 */
export function whyNotPublic(address: string): string | null {
  const groups = parseAddress(address)
  if (!groups) return 'no address'
  const found = special.find(({ network }) => contains(network, groups))
  if (found) return found.what
  if (isTranslated(groups)) return whyNotPublic(dotted(groups[6]!, groups[7]!))
  if (isSixToFour(groups)) return whyNotPublic(dotted(groups[1]!, groups[2]!))
  return isMapped(groups) || isGlobal(groups) ? null : 'reserved'
}

export function isWithin(address: string, networks: readonly Network[]): boolean {
  const groups = parseAddress(address)
  return groups !== null && networks.some((network) => contains(network, groups))
}

/**
 * The network that one customer of a provider is given: an IPv4 address, or the first 64 bits of an IPv6 one, within which
 * whoever has it takes whatever address they like. What is no address stays as it is.
 */
export function customerNetwork(address: string): string {
  const groups = parseAddress(address)
  if (!groups) return address
  if (isMapped(groups) || isTranslated(groups)) return dotted(groups[6]!, groups[7]!)
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** `10.0.0.0/8`, `fd00::/8`, or one address alone; null where it is none of these. */
export function parseNetwork(text: string): Network | null {
  const match = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim())
  const groups = match && parseAddress(match[1]!)
  if (!groups) return null
  const size = match[1]!.includes(':') ? 128 : 32
  const bits = match[2] === undefined ? size : Number(match[2])
  return bits > size ? null : { groups, bits: 128 - size + bits }
}

/** IPv4 in four decimal numbers, or IPv6; without a zone. Other spellings of IPv4 (octal, one number) are none here. */
function parseAddress(text: string): Groups | null {
  const four = parseFour(text)
  if (four) return [0, 0, 0, 0, 0, 0xffff, ...four]
  const halves = text.split('::')
  if (halves.length > 2 || !text.includes(':')) return null
  const [before, after] = halves.map((half) => (half === '' ? [] : parseGroups(half)))
  if (!before || (halves.length === 2 && !after)) return null
  if (!after) return before.length === 8 ? before : null
  const missing = 8 - before.length - after.length
  return missing < 1 ? null : [...before, ...Array<number>(missing).fill(0), ...after]
}

function parseGroups(text: string): number[] | null {
  const groups: number[] = []
  const parts = text.split(':')
  for (const [i, part] of parts.entries()) {
    const four = i === parts.length - 1 ? parseFour(part) : null
    if (four) groups.push(...four)
    else if (/^[\da-f]{1,4}$/i.test(part)) groups.push(parseInt(part, 16))
    else return null
  }
  return groups.length > 8 ? null : groups
}

function parseFour(text: string): [number, number] | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)
  if (!match) return null
  const [a, b, c, d] = match.slice(1).map(Number) as [number, number, number, number]
  return Math.max(a, b, c, d) > 255 ? null : [a * 256 + b, c * 256 + d]
}

function contains({ groups, bits }: Network, address: Groups): boolean {
  return groups.every((group, i) => {
    const ignored = 16 - Math.min(16, Math.max(0, bits - i * 16))
    return group >> ignored === address[i]! >> ignored
  })
}

function within(range: string): (address: Groups) => boolean {
  const network = parseNetwork(range)!
  return (address) => contains(network, address)
}

const dotted = (high: number, low: number) => [high >> 8, high & 255, low >> 8, low & 255].join('.')
