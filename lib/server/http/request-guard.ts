import { isIP } from 'node:net'
import { SCHEME_HEADER } from '@/lib/domain/policy/socket-headers'
import { problem, type Problem } from '@/lib/server/services/problem'
import type { HeaderFields } from '@/lib/server/services/request-bytes'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * What no web page of a stranger may do: reach us under another name (DNS rebinding), or write from another origin.
 * Addresses that are numbers cannot be rebound; names must be ours (`PASTTENSE_ALLOWED_HOSTS`, comma separated).
 */
export function refuseForeignPage(headers: HeaderFields, method: string): Problem | undefined {
  const host = headers.get('host') ?? ''
  if (!isOwnHost(host)) {
    return problem(
      'forbidden-host',
      `"${host.slice(0, 200)}" is no name of this server. List it in PASTTENSE_ALLOWED_HOSTS if it should be.`,
    )
  }
  if (safeMethods.has(method)) return undefined
  const origin = headers.get('origin')
  const foreign =
    // Another port of this machine is the same site, and still no page of ours.
    origin !== null
      ? !isSameOrigin(origin, host, headers.get(SCHEME_HEADER) ?? '')
      : ['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? '')
  return foreign
    ? problem(
        'forbidden-origin',
        'Writes are taken from this site and from programs, not from other web pages. A proxy that ends TLS has to say so: X-Forwarded-Proto: https.',
      )
    : undefined
}

/** The usual case, without an address being taken apart at each request; everything else is. */
const PLAIN_HOST = /^(localhost|[\d.]{7,15}|\[[\da-f:.]+\])(?::[1-5]?\d{1,4})?$/

function isOwnHost(host: string): boolean {
  const plain = PLAIN_HOST.exec(host)?.[1]
  if (plain === 'localhost' || (plain !== undefined && isIP(plain.replace(/^\[|\]$/g, '')) !== 0)) return true
  let name: string
  try {
    name = new URL(`http://${host}`).hostname
  } catch {
    return false
  }
  if (name === 'localhost' || name.endsWith('.localhost')) return true
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) return true
  const allowed = (process.env.PASTTENSE_ALLOWED_HOSTS ?? '')
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
  return allowed.includes(name.toLowerCase()) || name.toLowerCase() === process.env.HOST?.toLowerCase()
}

/** @param scheme empty where it is not known: a page of the other scheme is then taken for ours */
function isSameOrigin(origin: string, host: string, scheme: string): boolean {
  try {
    const { protocol } = new URL(origin)
    if (protocol !== 'http:' && protocol !== 'https:') return false
    if (scheme !== '' && protocol !== `${scheme}:`) return false
    return new URL(origin).host === new URL(`${protocol}//${host}`).host
  } catch {
    return false
  }
}
