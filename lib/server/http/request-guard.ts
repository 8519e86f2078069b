import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import { installation, type Actor } from '@/lib/domain/policy/policy'
import { problem, type Problem } from '@/lib/server/services/problem'

/**
 * Set by our own HTTP server (`lib/server/boot/http-server.ts`) before the framework adds forwarding headers: the address
 * of the socket, or nothing where a proxy stands in between, whose socket says nothing about who asks.
 */
export const PEER_HEADER = 'x-pasttense-peer'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * What no web page of a stranger may do: reach us under another name (DNS rebinding), or write from another origin.
 * Addresses that are numbers cannot be rebound; names must be ours (`PASTTENSE_ALLOWED_HOSTS`, comma separated).
 */
export function refuseForeignPage(headers: Headers, method: string): Problem | undefined {
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
      ? !isSameOrigin(origin, host)
      : ['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? '')
  return foreign
    ? problem(
        'forbidden-origin',
        'Writes are taken from this site and from programs, not from other web pages.',
      )
    : undefined
}

function isOwnHost(host: string): boolean {
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

function isSameOrigin(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === new URL(`http://${host}`).host || new URL(origin).host === host
  } catch {
    return false
  }
}

/** Until people can sign in, whoever sits at this machine may what an administrator may. */
const somebodyHere: Actor = {
  kind: 'local',
  id: 'local',
  name: 'local',
  role: 'administrator',
  owners: [],
  scopes: null,
}

/**
 * Who is asking. A token, when sent, must be right; without one only somebody at this machine is let in, and a request
 * that came through a proxy is not at this machine.
 */
export function identify(headers: Headers): Actor | Problem {
  const authorization = headers.get('authorization')
  if (authorization !== null) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    if (token !== undefined && isToken(token)) return installation
    return problem(
      'unauthorized',
      'The token is not the one of this installation. `npm start` writes it to the file `token` in its data folder.',
      undefined,
      {
        'www-authenticate': 'Bearer',
      },
    )
  }
  if (isLocal(headers)) return somebodyHere
  return problem(
    'unauthorized',
    'From another machine every call needs the token: "Authorization: Bearer …".',
    undefined,
    {
      'www-authenticate': 'Bearer',
    },
  )
}

function isToken(candidate: string): boolean {
  const token = process.env.PASTTENSE_TOKEN
  if (!token) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(candidate), digest(token))
}

function isLocal(headers: Headers): boolean {
  const peer = headers.get(PEER_HEADER) ?? ''
  return peer === '::1' || /^(::ffff:)?127\./.test(peer)
}
