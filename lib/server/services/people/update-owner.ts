import 'server-only'
import type { OwnerPatch, Owner } from '@/lib/contracts/people'
import { lockOwner, updateOwner } from '@/lib/server/stores/owner-store'
import { inTransaction } from '@/lib/server/stores/proposal-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { getOwner } from './get-owner'
import { problem } from '@/lib/server/services/problem'
import { recordChange } from '@/lib/server/services/record-change'
import { resolveDomain } from '@/lib/server/services/resolve-references'

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
