import 'server-only'
import type { NewOwner, Owner } from '@/lib/contracts/people'
import { findOwner, insertOwner } from '@/lib/server/stores/owner-store'
import { inTransaction } from '@/lib/server/stores/proposal-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'
import { recordChange } from '@/lib/server/services/record-change'
import { resolveDomain } from '@/lib/server/services/resolve-references'
import { slugTaken } from './slug-taken'

/** @throws Problem `already-exists` */
export async function createOwner(actor: Actor, { body }: { body: NewOwner }): Promise<Owner> {
  authorize(actor, 'edit-catalog')
  const { domain, ...rest } = body
  const domainId = await resolveDomain(domain)
  await inTransaction(async (transaction) => {
    if (!(await insertOwner(transaction, { ...rest, domainId }))) throw slugTaken('an owner', body.slug)
    const { slug, ...said } = body
    await recordChange(transaction, { by: actor, action: 'owner-added', subject: slug }, null, said)
  })
  const created = await findOwner(body.slug)
  if (!created) throw problem('owner-not-found', `The owner "${body.slug}" is gone again.`)
  return created
}
