/**
 * Set by our own HTTP server (`lib/server/boot/http-server.ts`) before the framework adds forwarding headers: the address
 * of the socket. Where a proxy stands in between, whose socket says nothing about who asks, what it says of it
 * (`forwarded 203.0.113.7`), or nothing.
 */
export const PEER_HEADER = 'x-pasttense-peer'

/**
 * Set there, too: `http` or `https`, by which the browser reached us; empty where a proxy stands in between and does not
 * say. Absent where our own server does not stand before: in tests, and where the framework serves by itself.
 */
export const SCHEME_HEADER = 'x-pasttense-scheme'

/** The scheme of addresses that are given to whoever asked: where our own server does not tell, as the request says. */
export function schemeToAnswerWith(headers: Pick<Headers, 'get'>): 'http' | 'https' {
  const told = headers.get(SCHEME_HEADER) ?? headers.get('x-forwarded-proto')
  return told === 'https' ? 'https' : 'http'
}

/** Under which address whoever asked knows this server, such as `https://events.example`. */
export function originToAnswerWith(headers: Pick<Headers, 'get'>): string {
  return `${schemeToAnswerWith(headers)}://${headers.get('host') ?? 'localhost'}`
}
