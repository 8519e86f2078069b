import 'server-only'
import type { OwnerPatch, Owner } from '@/lib/contracts/people'
import { lockOwner, updateOwner } from '@/lib/server/stores/owner-store'
import { inTransaction } from '@/lib/server/stores/proposal-store'
import { authorize, type Actor } from './actor'
import { getOwner } from './get-owner'
import { problem } from './problem'
import { recordChange } from './record-change'
import { resolveDomain } from './resolve-references'

/** @throws Problem `owner-not-found` */
export async function changeOwner(
  actor: Actor,
  { slug, body }: { slug: string; body: OwnerPatch },
): Promise<Owner> {
  authorize(actor, 'edit-catalog', { owner: slug })
  const { domain, ...rest } = body
  const domainId = await resolveDomain(domain)
  await inTransaction(async (transaction) => {
    const before = await lockOwner(transaction, slug)
    if (!before) throw problem('owner-not-found', `There is no owner "${slug}".`)
    await updateOwner(transaction, slug, { ...rest, domainId })
    await recordChange(transaction, { by: actor, action: 'owner-changed', subject: slug }, before, body)
  })
  return getOwner(actor, { slug })
}
