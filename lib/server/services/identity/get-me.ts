import 'server-only'
import type { Me } from '@/lib/contracts/person'
import { authorize, type Actor } from '@/lib/server/services/actor'

/** Who asks. */
export function getMe(actor: Actor): Me {
  authorize(actor, 'reach')
  const { kind, id, name, role, owners, scopes } = actor
  return { kind, id, name, role, owners: [...owners], scopes: scopes && [...scopes] }
}
