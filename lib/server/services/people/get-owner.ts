import 'server-only'
import type { Owner } from '@/lib/contracts/people'
import { findOwner } from '@/lib/server/stores/owner-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'

/** @throws Problem `owner-not-found` */
export async function getOwner(actor: Actor, { slug }: { slug: string }): Promise<Owner> {
  authorize(actor, 'read')
  const found = await findOwner(slug)
  if (!found) throw problem('owner-not-found', `There is no owner "${slug}".`)
  return found
}
