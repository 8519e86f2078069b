import 'server-only'
import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { News } from '@/lib/domain/news/news'
import { writeAtom } from '@/lib/domain/news/write-atom'
import { originToAnswerWith } from '@/lib/domain/policy/socket-headers'
import { isProblem, problem } from '@/lib/server/services/problem'
import type { Actor } from '@/lib/domain/policy/policy'
import { pathParams } from './address'
import { identify } from './identify'
import { asProblem, problemResponse } from './problem-response'
import { refuseForeignPage } from './request-guard'

interface FeedContract<P> {
  /** Such as `/owners/{slug}/feed`. */
  readonly path: string
  readonly title: (params: P) => string
  readonly read: (actor: Actor, params: P) => Promise<News[]>
}

/**
 * A route handler that answers news as an Atom feed, with an ETag, so that a reader that asks every minute costs little.
 * Where reading is closed, feed readers give a token with the scope `catalog:read` as the password of HTTP's Basic
 * scheme, which they all know; not in the address, which is kept in logs. A person's browser is sent to sign in instead.
 */
export function feed<P extends Record<string, string>>({ path, title, read }: FeedContract<P>) {
  return async function handle(request: Request): Promise<Response> {
    const requestId = randomUUID()
    const { pathname } = new URL(request.url)
    try {
      const refusal = refuseForeignPage(request.headers, request.method)
      if (refusal) throw refusal
      const actor = await identify(withBearer(request.headers))
      const params = pathParams(path, pathname) as P
      const news = await read(actor, params)
      return respond(
        request,
        writeAtom({
          id: feedId(pathname),
          title: title(params),
          origin: originToAnswerWith(request.headers),
          self: pathname,
          page: pathname === '/feed' ? '/catalog' : pathname.replace(/\/feed$/, ''),
          news,
        }),
      )
    } catch (error) {
      if (isProblem(error) && error.status === 401) return askToSignIn(request, pathname, requestId)
      return problemResponse(asProblem(error, requestId), requestId)
    }
  }
}

function respond(request: Request, xml: string): Response {
  const etag = `"${createHash('sha256').update(xml).digest('base64url')}"`
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'authorization, cookie, host' }
  const known = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(xml, { headers: { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' } })
}

/** The password of Basic is the token; whatever the name says. */
function withBearer(headers: Headers): Headers {
  const basic = /^Basic +([\w+/=-]{1,2000})$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (basic === undefined) return headers
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? []
  const changed = new Headers(headers)
  // What no header can hold is no token either.
  changed.set('authorization', `Bearer ${/^[\x21-\x7e]{1,500}$/.test(password) ? password : '-'}`)
  return changed
}

function askToSignIn(request: Request, pathname: string, requestId: string): Response {
  // A browser that was asked for a password would send it along to every page from then on.
  if (request.headers.get('sec-fetch-mode') === 'navigate')
    return new Response(null, {
      status: 303,
      headers: { location: `/sign-in?to=${encodeURIComponent(pathname)}`, 'cache-control': 'no-store' },
    })
  return problemResponse(
    problem(
      'unauthorized',
      'Give your feed reader a token with the scope catalog:read as its password; the name may be anything. Tokens are made under Settings.',
      undefined,
      { 'www-authenticate': 'Basic realm="Feeds of Pasttense", charset="UTF-8"' },
    ),
    requestId,
  )
}

/** The same under every name that this installation is reached by, and another one's never. */
function feedId(pathname: string): string {
  const bytes = createHmac('sha256', process.env.PASTTENSE_SECRET ?? '')
    .update(`feed ${pathname}`)
    .digest()
  // Version 8: made by a rule of our own.
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.subarray(0, 16).toString('hex')
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}
