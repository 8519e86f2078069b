import 'server-only'
import { may } from '@/lib/domain/policy/policy'
import { forgetActors } from '@/lib/server/identity/known-actors'
import { findToken, revokeTokenRow } from '@/lib/server/stores/token-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'

/**
 * Ends a token of one's own, or, for an administrator, anybody's. It stays in the list. What is not one's own is
 * answered as what is not there. @throws Problem `token-not-found`
 */
export async function revokeToken(actor: Actor, { id }: { id: string }): Promise<undefined> {
  authorize(actor, 'make-token')
  const token = await findToken(id)
  const isAllowed = token !== null && may(actor, 'revoke-token', { author: token.person.id })
  const isDone =
    isAllowed &&
    (await revokeTokenRow(id, {
      by: actor,
      action: 'token-revoked',
      subject: token.name,
      details: { id, of: token.person.name },
    }))
  if (!isDone) throw problem('token-not-found', `You have no token "${id}" that is still good.`)
  forgetActors()
}
