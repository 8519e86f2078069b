import 'server-only'
import type { DomainPatch, Domain } from '@/lib/contracts/people'
import { updateDomain } from '@/lib/server/stores/domain-store'
import { authorize, type Actor } from './actor'
import { getDomain } from './get-domain'
import { problem } from './problem'

/** @throws Problem `domain-not-found` */
export async function changeDomain(
  actor: Actor,
  { slug, body }: { slug: string; body: DomainPatch },
): Promise<Domain> {
  authorize(actor, 'edit-catalog')
  if (!(await updateDomain(slug, body))) throw problem('domain-not-found', `There is no domain "${slug}".`)
  return getDomain(actor, { slug })
}
