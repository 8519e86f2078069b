import 'server-only'
import type { DomainPatch, Domain } from '@/lib/contracts/people'
import { lockDomain, updateDomain } from '@/lib/server/stores/domain-store'
import { inTransaction } from '@/lib/server/stores/proposal-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { getDomain } from './get-domain'
import { problem } from '@/lib/server/services/problem'
import { recordChange } from '@/lib/server/services/record-change'

/** @throws Problem `domain-not-found` */
export async function changeDomain(
  actor: Actor,
  { slug, body }: { slug: string; body: DomainPatch },
): Promise<Domain> {
  authorize(actor, 'edit-catalog')
  await inTransaction(async (transaction) => {
    const before = await lockDomain(transaction, slug)
    if (!before) throw problem('domain-not-found', `There is no domain "${slug}".`)
    await updateDomain(transaction, slug, body)
    await recordChange(transaction, { by: actor, action: 'domain-changed', subject: slug }, before, body)
  })
  return getDomain(actor, { slug })
}
