import { ApiProblem, call, type ApiOptions } from '@/lib/client/api'
import type { Mapping } from './mapping'

/** Makes the owner and the domain a mapping names, where they are not there yet. */
export async function ensurePeople(mapping: Mapping, api: ApiOptions): Promise<void> {
  const { domain, owner } = mapping
  if (domain !== undefined)
    await unlessThere(call('createDomain', { body: { slug: domain, name: domain } }, api))
  if (owner !== undefined)
    await unlessThere(
      call('createOwner', { body: { slug: owner, name: owner, domain: domain ?? null } }, api),
    )
}

/** Waits for a creation; that the thing is there already is as good. */
export async function unlessThere(creation: Promise<unknown>): Promise<void> {
  try {
    await creation
  } catch (error) {
    if (!(error instanceof ApiProblem && error.is('already-exists'))) throw error
  }
}
