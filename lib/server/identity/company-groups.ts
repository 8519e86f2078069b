import 'server-only'
import { grantsOf } from '@/lib/domain/policy/group-grants'
import { findAccountSubject, writeGrants } from '@/lib/server/stores/grant-store'
import { companyProvider } from './company-provider'
import { forgetActors } from './known-actors'
import { providerGroups } from './provider-groups'

/** Claims of sign-ins that are on their way; each is there for the time of one request. */
const MOST = 1_000
const claimsBySubject = new Map<string, Readonly<Record<string, unknown>>>()

/** Keeps what the provider says of somebody until it is known who they are here. */
export function rememberClaims(claims: Readonly<Record<string, unknown>>): void {
  if (typeof claims.sub !== 'string') return
  claimsBySubject.delete(claims.sub)
  claimsBySubject.set(claims.sub, claims)
  for (const oldest of claimsBySubject.keys()) {
    if (claimsBySubject.size <= MOST) break
    claimsBySubject.delete(oldest)
  }
}

/**
 * Gives somebody who has just come from the company's provider what their groups give, and takes away what groups gave
 * that they are no longer in.
 */
export async function applyGroups(personId: string): Promise<void> {
  const provider = companyProvider()
  const subject = provider && (await findAccountSubject(personId, provider.id))
  const claims = subject ? claimsBySubject.get(subject) : undefined
  if (!provider || !subject || !claims) return
  claimsBySubject.delete(subject)
  const { claim, grants } = await providerGroups()
  const isChanged = await writeGrants(personId, grantsOf(claims, claim, grants), provider.issuer)
  if (isChanged) forgetActors()
}
