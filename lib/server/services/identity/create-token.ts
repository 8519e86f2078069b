import 'server-only'
import { randomUUID } from 'node:crypto'
import type { MadeToken, NewToken } from '@/lib/contracts/token'
import { newTokenSecret, tokenHash } from '@/lib/server/identity/token-actor'
import { findServiceId } from '@/lib/server/stores/service-store'
import { findToken, insertToken } from '@/lib/server/stores/token-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'

const YEAR_MS = 365 * 86_400_000

/**
 * Makes a token of one's own. Its secret is in this answer and nowhere else.
 * @throws Problem `service-not-found`, `invalid-request` where it would have expired already
 */
export async function createToken(actor: Actor, { body }: { body: NewToken }): Promise<MadeToken> {
  authorize(actor, 'make-token')
  if (actor.kind !== 'person')
    throw problem('forbidden', 'Tokens are somebody’s: sign in as a person to make one.')
  const expiresAt =
    body.expires_at === null ? null : new Date(body.expires_at ?? new Date(Date.now() + YEAR_MS))
  if (expiresAt && expiresAt.getTime() <= Date.now())
    throw problem('invalid-request', 'This token would have expired already.', [
      { pointer: '/expires_at', code: 'in-the-past', message: 'Choose a moment to come' },
    ])
  const id = randomUUID()
  const secret = newTokenSecret()
  const { name, scopes, service = null } = body
  const serviceId = await serviceIdOf(service)
  await insertToken(
    { id, name, hash: tokenHash(secret), personId: actor.id, scopes, serviceId, expiresAt },
    { by: actor, action: 'token-made', subject: name, details: { id, scopes, service } },
  )
  return { ...(await findToken(id))!, secret }
}

async function serviceIdOf(slug: string | null): Promise<number | null> {
  if (slug === null) return null
  const id = await findServiceId(slug)
  if (id !== null) return id
  throw problem('service-not-found', `There is no service "${slug}". Add it under Services first.`, [
    { pointer: '/service', code: 'service-not-found', message: `There is no service "${slug}"` },
  ])
}
