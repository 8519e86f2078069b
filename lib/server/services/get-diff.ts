import 'server-only'
import type { Diff } from '@/lib/contracts/schema-version'
import type { Policy } from '@/lib/contracts/compatibility'
import type { Json } from '@/lib/domain/json/json'
import type { Actor } from './actor'
import { compareSchemas } from './check-compatibility'
import { getVersion } from './get-version'

/** What changed from one version to another, and what it breaks. @throws Problem `event-type-not-found`, `version-not-found` */
export async function getDiff(
  actor: Actor,
  { name, query }: { name: string; query: { from: string; to: string; policy?: Policy } },
): Promise<Diff> {
  const [before, after] = await Promise.all([
    getVersion(actor, { name, version: query.from }),
    getVersion(actor, { name, version: query.to }),
  ])
  return {
    event_type: name,
    before: before.label,
    after: after.label,
    ...compareSchemas(before.schema as Json, after.schema as Json, 'full', query.policy ?? 'tolerant'),
  }
}
