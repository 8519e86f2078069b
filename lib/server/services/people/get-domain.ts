import 'server-only'
import type { Domain } from '@/lib/contracts/people'
import { findDomain } from '@/lib/server/stores/domain-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'

/** @throws Problem `domain-not-found` */
export async function getDomain(actor: Actor, { slug }: { slug: string }): Promise<Domain> {
  authorize(actor, 'read')
  const found = await findDomain(slug)
  if (!found) throw problem('domain-not-found', `There is no domain "${slug}".`)
  return found
}
