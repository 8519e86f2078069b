import 'server-only'
import { findDomainId } from '@/lib/server/stores/domain-store'
import { findOwnerId } from '@/lib/server/stores/owner-store'
import { problem } from './problem'

/** A slug as its row's number: undefined stays untouched, null clears. @throws Problem `owner-not-found` */
export async function resolveOwner(slug: string | null | undefined): Promise<number | null | undefined> {
  if (slug === undefined || slug === null) return slug
  const id = await findOwnerId(slug)
  if (id === null) {
    throw problem('owner-not-found', `There is no owner "${slug}". Add it under Owners first.`, [
      { pointer: '/owner', code: 'owner-not-found', message: `There is no owner "${slug}"` },
    ])
  }
  return id
}

/** Each slug as its row's number. @throws Problem `owner-not-found` */
export async function resolveOwners(slugs: readonly string[]): Promise<number[]> {
  const ids = await Promise.all([...new Set(slugs)].map((slug) => resolveOwner(slug)))
  return ids.filter((id) => typeof id === 'number')
}

/** @throws Problem `domain-not-found` */
export async function resolveDomain(slug: string | null | undefined): Promise<number | null | undefined> {
  if (slug === undefined || slug === null) return slug
  const id = await findDomainId(slug)
  if (id === null) {
    throw problem('domain-not-found', `There is no domain "${slug}". Add it under Domains first.`, [
      { pointer: '/domain', code: 'domain-not-found', message: `There is no domain "${slug}"` },
    ])
  }
  return id
}

/** Owner and domain of something that was written down long ago: null where there is no such one any more. */
export async function orGone(references: {
  owner: string | null
  domain: string | null
}): Promise<{ ownerId: number | null; domainId: number | null }> {
  return {
    ownerId: references.owner === null ? null : await findOwnerId(references.owner),
    domainId: references.domain === null ? null : await findDomainId(references.domain),
  }
}
