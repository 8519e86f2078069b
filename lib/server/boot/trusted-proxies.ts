import { isWithin, parseNetwork, type Network } from '../../domain/delivery/network-address'

/** Proxies whose word counts on who asked them, and by which scheme. */
export interface TrustedProxies {
  readonly networks: readonly Network[]
  /** Whether they were named: only then may one of them have been asked by another. */
  readonly named: boolean
}

/** As Express calls them. */
const NAMED = new Map([
  ['none', []],
  ['loopback', ['127.0.0.0/8', '::1/128']],
  ['linklocal', ['169.254.0.0/16', 'fe80::/10']],
  ['uniquelocal', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']],
])

/**
 * Where nobody says which: a proxy on this machine, in its container network or in the company's, so that the usual ones
 * need no setting. Strangers of the internet are none of them. Express and nginx trust nobody until told; here that would
 * count everybody behind a proxy as one, and one who guesses passwords would lock all of them out.
 */
const USUAL = 'loopback, linklocal, uniquelocal'

/**
 * @param text `PASTTENSE_TRUSTED_PROXIES`: networks and addresses with commas between, such as `10.0.0.5, fd12::/16`, and
 *   the names above @throws Error naming what is none of these
 */
export function readTrustedProxies(text = ''): TrustedProxies {
  const named = text.trim() !== ''
  const entries = (named ? text : USUAL)
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  return { networks: entries.flatMap((entry) => (NAMED.get(entry) ?? [entry]).map(networkOf)), named }
}

function networkOf(entry: string): Network {
  const network = parseNetwork(entry)
  if (network) return network
  const names = [...NAMED.keys()].join(', ')
  throw new Error(
    `PASTTENSE_TRUSTED_PROXIES: "${entry}" is no network like 10.2.0.0/16, no address, and none of ${names}.`,
  )
}

/** @param address of a socket; one of the local link names its interface as well (`fe80::1%eth0`) */
export function isTrusted(address: string, { networks }: TrustedProxies): boolean {
  return isWithin(address.replace(/%.*$/, ''), networks)
}

/**
 * Who asked the outermost proxy, as those that are trusted tell it: each writes who asked it behind what it was told
 * (`X-Forwarded-For`), so what stands before the word of the outermost one anybody may have written. Of proxies that
 * nobody named only the one at the socket is believed: in their networks stand people, too, who would write what they like
 * before their own address.
 */
export function lastUntrusted(forwardedFor: string, proxies: TrustedProxies): string {
  const told = forwardedFor.split(',').map((one) => one.trim())
  if (!proxies.named) return told.at(-1)!
  return told.findLast((one) => !isTrusted(one, proxies)) ?? told[0]!
}
