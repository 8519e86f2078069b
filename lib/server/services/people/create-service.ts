import 'server-only'
import type { NewService, Service } from '@/lib/contracts/people'
import { inTransaction } from '@/lib/server/stores/proposal-store'
import { findService, insertService } from '@/lib/server/stores/service-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'
import { recordChange } from '@/lib/server/services/record-change'
import { resolveDomain, resolveOwner } from '@/lib/server/services/resolve-references'
import { slugTaken } from './slug-taken'

/** @throws Problem `already-exists` */
export async function createService(actor: Actor, { body }: { body: NewService }): Promise<Service> {
  authorize(actor, 'edit-catalog', { owner: body.owner ?? null })
  const { owner, domain, ...rest } = body
  const references = { ownerId: await resolveOwner(owner), domainId: await resolveDomain(domain) }
  await inTransaction(async (transaction) => {
    if (!(await insertService(transaction, { ...rest, ...references })))
      throw slugTaken('a service', body.slug)
    const { slug, ...said } = body
    await recordChange(transaction, { by: actor, action: 'service-added', subject: slug }, null, said)
  })
  const created = await findService(body.slug)
  if (!created) throw problem('service-not-found', `The service "${body.slug}" is gone again.`)
  return created
}
