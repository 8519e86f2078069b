import 'server-only'
import type { NewDomain, Domain } from '@/lib/contracts/people'
import { findDomain, insertDomain } from '@/lib/server/stores/domain-store'
import { inTransaction } from '@/lib/server/stores/proposal-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'
import { recordChange } from '@/lib/server/services/record-change'
import { slugTaken } from './slug-taken'

/** @throws Problem `already-exists` */
export async function createDomain(actor: Actor, { body }: { body: NewDomain }): Promise<Domain> {
  authorize(actor, 'edit-catalog')
  await inTransaction(async (transaction) => {
    if (!(await insertDomain(transaction, body))) throw slugTaken('a domain', body.slug)
    const { slug, ...said } = body
    await recordChange(transaction, { by: actor, action: 'domain-added', subject: slug }, null, said)
  })
  const created = await findDomain(body.slug)
  if (!created) throw problem('domain-not-found', `The domain "${body.slug}" is gone again.`)
  return created
}
