import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { installation, type Actor } from '@/lib/domain/policy/policy'
import { sessionActor } from '@/lib/server/identity/session-actor'
import { problem } from '@/lib/server/services/problem'
import { PEER_HEADER } from './request-guard'

/** Until people can sign in, whoever sits at this machine may what an administrator may. */
const somebodyHere: Actor = {
  kind: 'local',
  id: 'local',
  name: 'local',
  role: 'administrator',
  owners: [],
  scopes: null,
}

/** Whoever did not say who they are, and is not at this machine. The table lets them do nothing. */
export const stranger: Actor = {
  kind: 'local',
  id: 'stranger',
  name: 'stranger',
  role: 'reader',
  owners: [],
  scopes: new Set(),
}

/**
 * Who is asking: by a token, else by a session, else by where the request comes from. A request that came through a
 * proxy is not from this machine.
 * @throws Problem `unauthorized` for a token that is none; a session that is over is as good as none
 */
export async function identify(headers: Headers): Promise<Actor> {
  const authorization = headers.get('authorization')
  if (authorization !== null) return tokenActor(authorization)
  return (await sessionActor(headers)) ?? (isLocal(headers) ? somebodyHere : stranger)
}

function tokenActor(authorization: string): Actor {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  if (token !== undefined && isInstallationToken(token)) return installation
  throw problem(
    'unauthorized',
    'The token is not the one of this installation. `npm start` writes it to the file `token` in its data folder.',
    undefined,
    { 'www-authenticate': 'Bearer' },
  )
}

function isInstallationToken(candidate: string): boolean {
  const token = process.env.PASTTENSE_TOKEN
  if (!token) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(candidate), digest(token))
}

function isLocal(headers: Headers): boolean {
  const peer = headers.get(PEER_HEADER) ?? ''
  return peer === '::1' || /^(::ffff:)?127\./.test(peer)
}
