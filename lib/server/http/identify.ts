import 'server-only'
import { PERSON_HEADER } from '@/lib/domain/policy/person-header'
import type { Actor } from '@/lib/domain/policy/policy'
import { PEER_HEADER } from '@/lib/domain/policy/socket-headers'
import { unknownActor } from '@/lib/server/identity/reading'
import { sessionActor } from '@/lib/server/identity/session-actor'
import { tokenActor } from '@/lib/server/identity/token-actor'
import { problem } from '@/lib/server/services/problem'
import type { HeaderFields } from '@/lib/server/services/request-bytes'

/**
 * Who is asking: by a token, else by a session, else by where the request comes from. A request that came through a
 * proxy is not from this machine.
 * @throws Problem `unauthorized` for a token that is none, and where a page was made for somebody else; a session that is
 *   over is as good as none
 * @returns at once for the installation's own token: the framework follows each promise, which a request with a single
 *   event feels
 */
export function identify(headers: HeaderFields): Promise<Actor> | Actor {
  const authorization = headers.get('authorization')
  if (authorization === null) return withoutToken(headers)
  const secret = /^Bearer +(\S{1,500})$/i.exec(authorization)?.[1]
  const actor = secret === undefined ? null : tokenActor(secret)
  return actor instanceof Promise ? actor.then(orRefuse) : orRefuse(actor)
}

async function withoutToken(headers: HeaderFields): Promise<Actor> {
  const actor = (await sessionActor(headers)) ?? (await unknownActor(isLocal(headers)))
  refuseSomebodyElse(headers, actor)
  return actor
}

function orRefuse(actor: Actor | null): Actor {
  if (actor) return actor
  throw problem(
    'unauthorized',
    'This token is not known here, was revoked or has expired. Make one under Settings; the installation’s own is in the file `token` of its data folder.',
    undefined,
    { 'www-authenticate': 'Bearer' },
  )
}

/** A page outlives the session it was made in. What is done from it is not done by whoever signed in since. */
function refuseSomebodyElse(headers: HeaderFields, actor: Actor): void {
  const wanted = headers.get(PERSON_HEADER)
  if (wanted === null || wanted === encodeURIComponent(actor.id)) return
  throw problem(
    'unauthorized',
    'You are no longer signed in as whoever opened this page. Sign in again, and try once more; what you wrote is still here.',
  )
}

function isLocal(headers: HeaderFields): boolean {
  const peer = headers.get(PEER_HEADER) ?? ''
  return peer === '::1' || /^(::ffff:)?127\./.test(peer)
}
