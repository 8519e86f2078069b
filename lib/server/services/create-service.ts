import 'server-only'
import type { NewService, Service } from '@/lib/contracts/people'
import { findService, insertService } from '@/lib/server/stores/service-store'
import { authorize, type Actor } from './actor'
import { problem } from './problem'
import { resolveDomain, resolveOwner } from './resolve-references'

/** @throws Problem `already-exists` */
export async function createService(actor: Actor, { body }: { body: NewService }): Promise<Service> {
  authorize(actor, 'edit-catalog', { owner: body.owner ?? null })
  const { owner, domain, ...rest } = body
  if (
    !(await insertService({
      ...rest,
      ownerId: await resolveOwner(owner),
      domainId: await resolveDomain(domain),
    }))
  ) {
    throw problem(
      'already-exists',
      `There is a service "${body.slug}" already. Choose another slug, or change that one.`,
      [{ pointer: '/slug', code: 'already-exists', message: 'This slug is taken' }],
    )
  }
  const created = await findService(body.slug)
  if (!created) throw problem('service-not-found', `The service "${body.slug}" is gone again.`)
  return created
}
