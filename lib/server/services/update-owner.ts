import 'server-only'
import type { OwnerPatch, Owner } from '@/lib/contracts/people'
import { updateOwner } from '@/lib/server/stores/owner-store'
import { authorize, type Actor } from './actor'
import { getOwner } from './get-owner'
import { problem } from './problem'
import { resolveDomain } from './resolve-references'

/** @throws Problem `owner-not-found` */
export async function changeOwner(
  actor: Actor,
  { slug, body }: { slug: string; body: OwnerPatch },
): Promise<Owner> {
  authorize(actor, 'edit-catalog', { owner: slug })
  const { domain, ...rest } = body
  if (!(await updateOwner(slug, { ...rest, domainId: await resolveDomain(domain) })))
    throw problem('owner-not-found', `There is no owner "${slug}".`)
  return getOwner(actor, { slug })
}
