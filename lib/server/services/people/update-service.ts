import 'server-only'
import type { ServicePatch, ServiceDetail } from '@/lib/contracts/people'
import { inTransaction } from '@/lib/server/stores/proposal-store'
import { findService, lockService, updateService } from '@/lib/server/stores/service-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { getService } from './get-service'
import { problem } from '@/lib/server/services/problem'
import { recordChange } from '@/lib/server/services/record-change'
import { resolveDomain, resolveOwner } from '@/lib/server/services/resolve-references'

/** @throws Problem `service-not-found` */
export async function changeService(
  actor: Actor,
  { slug, body }: { slug: string; body: ServicePatch },
): Promise<ServiceDetail> {
  // Of one that is not there nothing is known, not even an owner.
  const known = await findService(slug)
  authorize(actor, 'edit-catalog', { owner: known ? (known.owner?.slug ?? null) : undefined })
  const { owner, domain, ...rest } = body
  const references = { ownerId: await resolveOwner(owner), domainId: await resolveDomain(domain) }
  await inTransaction(async (transaction) => {
    const before = await lockService(transaction, slug)
    if (!before) throw problem('service-not-found', `There is no service "${slug}".`)
    await updateService(transaction, slug, { ...rest, ...references })
    await recordChange(transaction, { by: actor, action: 'service-changed', subject: slug }, before, body)
  })
  return getService(actor, { slug })
}
