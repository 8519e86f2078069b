import 'server-only'
import { providerGroupsSchema } from '@/lib/contracts/settings'
import { readSettings } from '@/lib/server/stores/setting-store'
import type { GroupGrant } from '@/lib/domain/policy/group-grants'

/** What groups of the provider give here, and the claim that names them. */
export async function providerGroups(): Promise<{ claim: string; grants: readonly GroupGrant[] }> {
  const stored = providerGroupsSchema.safeParse((await readSettings()).provider_groups)
  return stored.data ?? { claim: '', grants: [] }
}
