import 'server-only'
import { lookup } from 'node:dns/promises'
import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import { isWithin, whyNotPublic, type Network } from '@/lib/domain/delivery/network-address'

/** For all of it: finding the address, connecting, and the answer. */
const DEADLINE_MS = 15_000
/** What of an answer is read at all, and kept. */
const MAX_ANSWER_BYTES = 1_000

export interface Posted {
  /** Null where nobody answered. */
  readonly status: number | null
  /** The beginning of the answer as text, or why there was none. */
  readonly answer: string
  readonly ms: number
}

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

interface PostOptions {
  readonly headers: Record<string, string>
  readonly body: string
  /** Networks that may be reached though they are not open ones, also without TLS. */
  readonly allowed: readonly Network[]
  readonly resolve?: Resolve
}

/** A destination that nothing is sent to, in a sentence for whoever wrote its address. */
class Refused extends Error {}

/**
 * Sends JSON to an address that somebody wrote down. The name is resolved once, every address it has is judged, and the
 * connection goes to the address that was judged: a name that says something else the next moment leads nowhere. No
 * redirect is followed, no proxy of the environment used. Never throws.
 */
export async function postMessage(url: string, options: PostOptions): Promise<Posted> {
  const begun = performance.now()
  const signal = AbortSignal.timeout(DEADLINE_MS)
  try {
    const answered = await send(new URL(url), options, signal)
    return { ...answered, ms: Math.round(performance.now() - begun) }
  } catch (error) {
    const answer = signal.aborted ? 'No answer within 15 seconds.' : explain(error)
    return { status: null, answer, ms: Math.round(performance.now() - begun) }
  }
}

async function send(
  url: URL,
  { headers, body, allowed, resolve = (host) => lookup(host, { all: true }) }: PostOptions,
  signal: AbortSignal,
): Promise<Pick<Posted, 'status' | 'answer'>> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await before(resolve(host), signal)
  for (const { address } of addresses) judge(url, address, allowed)
  const target = addresses[0]
  if (!target) throw new Refused(`The name ${host} leads to no address.`)
  const isSecure = url.protocol === 'https:'
  const payload = Buffer.from(body, 'utf8')
  return new Promise((answer, fail) => {
    const request = (isSecure ? requestSecure : requestPlain)(
      {
        host: target.address,
        family: target.family,
        port: url.port || (isSecure ? 443 : 80),
        path: url.pathname + url.search,
        method: 'POST',
        // A connection of its own: one that is kept was judged for another message.
        agent: false,
        ...(isSecure && !isIP(host) ? { servername: host } : {}),
        headers: {
          host: url.host,
          'content-type': 'application/json',
          'content-length': payload.byteLength,
          'user-agent': 'Pasttense',
          connection: 'close',
          ...headers,
        },
        signal,
      },
      (response) => {
        void readBeginning(response).then((text) => {
          // What comes after is nobody's interest, and may be without end.
          request.destroy()
          answer({ status: response.statusCode ?? null, answer: text })
        })
      },
    )
    request.on('error', fail)
    request.end(payload)
  })
}

function judge(url: URL, address: string, allowed: readonly Network[]): void {
  if (isWithin(address, allowed)) return
  const reason = whyNotPublic(address)
  if (reason !== null)
    throw new Refused(
      `${url.hostname} leads to ${address} (${reason}). Nothing is sent there unless PASTTENSE_WEBHOOK_NETWORKS names its network.`,
    )
  if (url.protocol !== 'https:')
    throw new Refused(
      'Only networks that PASTTENSE_WEBHOOK_NETWORKS names are sent to without TLS: use https.',
    )
}

/** The status is the answer; that what follows it is cut off or comes too late changes nothing. */
async function readBeginning(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part)
      size += part.byteLength
      if (size >= MAX_ANSWER_BYTES) break
    }
  } catch {
    // What came so far is shown.
  }
  const text = Buffer.concat(parts).subarray(0, MAX_ANSWER_BYTES).toString('utf8')
  // The database holds no NUL.
  return text.replaceAll('\u0000', '\uFFFD')
}

/** Looking up a name cannot be stopped, but waited for no longer. */
function before<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    work.then(resolve, reject)
  })
}

const WORDS: Record<string, string> = {
  ENOTFOUND: 'There is no server of this name.',
  EAI_AGAIN: 'The name could not be looked up.',
  ECONNREFUSED: 'Nobody listens at this address.',
  ECONNRESET: 'The connection was cut.',
  EHOSTUNREACH: 'There is no way to this address.',
  ENETUNREACH: 'There is no way to this address.',
  ETIMEDOUT: 'Nobody answered at this address.',
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is signed by nobody this server trusts.',
  SELF_SIGNED_CERT_IN_CHAIN: 'Its certificate is signed by nobody this server trusts.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Its certificate is signed by nobody this server trusts.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name.',
}

function explain(error: unknown): string {
  if (error instanceof Refused) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  return WORDS[code ?? ''] ?? `It could not be sent: ${String(code ?? message).slice(0, 200)}`
}
