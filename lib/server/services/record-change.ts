import 'server-only'
import type { AuditEntry } from '@/lib/contracts/audit'
import type { Transaction } from '@/lib/server/database/connection'
import { recordDeed } from '@/lib/server/stores/audit-store'
import type { Actor } from './actor'

/** What is said of something in the catalog, owner and domain by their slugs. */
export type Facts = Readonly<Record<string, string | null | undefined>>

/**
 * What is on record with its value: what decides rights and where a thing belongs. Prose, and how people are reached, may
 * be personal and is on record for good: of those only that they changed.
 */
const VALUED = new Set(['name', 'owner', 'domain', 'kind', 'entity', 'operation', 'status', 'repository_url'])

/**
 * Puts on record what somebody added to the catalog, or changed in it, in the transaction that does it. Saying what stands
 * there already is no deed.
 * @param before null where it is new
 */
export async function recordChange(
  transaction: Transaction,
  deed: { by: Actor; action: AuditEntry['action']; subject: string },
  before: Facts | null,
  said: Facts,
): Promise<void> {
  const changed = Object.keys(said).filter(
    (key) => said[key] !== undefined && said[key] !== (before?.[key] ?? null),
  )
  if (before && changed.length === 0) return
  const valued = changed.filter((key) => VALUED.has(key))
  const others = changed.filter((key) => !VALUED.has(key) && (before || said[key] !== ''))
  const values = (of: Facts) => Object.fromEntries(valued.map((key) => [key, of[key]]))
  await recordDeed(transaction, {
    ...deed,
    details: {
      ...values(said),
      ...(before && valued.length > 0 && { before: values(before) }),
      ...(others.length > 0 && { [before ? 'also_changed' : 'also_said']: others }),
    },
  })
}
