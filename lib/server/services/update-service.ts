import 'server-only'
import type { ServicePatch, ServiceDetail } from '@/lib/contracts/people'
import { findService, updateService } from '@/lib/server/stores/service-store'
import { authorize, type Actor } from './actor'
import { getService } from './get-service'
import { problem } from './problem'
import { resolveDomain, resolveOwner } from './resolve-references'

/** @throws Problem `service-not-found` */
export async function changeService(
  actor: Actor,
  { slug, body }: { slug: string; body: ServicePatch },
): Promise<ServiceDetail> {
  // Of one that is not there nothing is known, not even an owner.
  const before = await findService(slug)
  authorize(actor, 'edit-catalog', { owner: before ? (before.owner?.slug ?? null) : undefined })
  const { owner, domain, ...rest } = body
  if (
    !(await updateService(slug, {
      ...rest,
      ownerId: await resolveOwner(owner),
      domainId: await resolveDomain(domain),
    }))
  )
    throw problem('service-not-found', `There is no service "${slug}".`)
  return getService(actor, { slug })
}
