import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { may } from '@/lib/domain/policy/policy'
import { listTokens } from '@/lib/server/stores/token-store'
import { authorize, type Actor } from '@/lib/server/services/actor'

/** One's own tokens, newest first; an administrator sees everybody's. */
export async function listOwnTokens(actor: Actor): Promise<CallOutput<'listTokens'>> {
  authorize(actor, 'make-token')
  const items = await listTokens(may(actor, 'revoke-token') ? undefined : actor.id)
  return { items, next_cursor: null }
}
