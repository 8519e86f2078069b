import 'server-only'
import type { Owner } from '@/lib/contracts/people'
import { findOwner } from '@/lib/server/stores/owner-store'
import { authorize, type Actor } from './actor'
import { problem } from './problem'

/** @throws Problem `owner-not-found` */
export async function getOwner(actor: Actor, { slug }: { slug: string }): Promise<Owner> {
  authorize(actor, 'read')
  const found = await findOwner(slug)
  if (!found) throw problem('owner-not-found', `There is no owner "${slug}".`)
  return found
}
