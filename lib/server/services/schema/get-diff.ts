import 'server-only'
import type { Diff, SchemaVersion } from '@/lib/contracts/schema-version'
import type { CompatibilityAnswer, Policy } from '@/lib/contracts/compatibility'
import { compareSchemas } from '@/lib/domain/diff/compare-schemas'
import type { Json } from '@/lib/domain/json/json'
import { catalogResolver } from '@/lib/server/schema-documents/catalog-resolver'
import type { Actor } from '@/lib/server/services/actor'
import { getVersion } from './get-version'

/** Comparisons kept: a catalog's matrix asks for the neighbours of a type again and again, and versions never change. */
const MOST_KEPT = 1_000

const key = Symbol.for('pasttense.diffs')
const globals = globalThis as { [key]?: Map<string, CompatibilityAnswer> }

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
    ...(await compareVersions(before, after, query.policy ?? 'tolerant')),
  }
}

async function compareVersions(
  before: SchemaVersion,
  after: SchemaVersion,
  policy: Policy,
): Promise<CompatibilityAnswer> {
  const kept = (globals[key] ??= new Map<string, CompatibilityAnswer>())
  const pair = `${before.id} ${after.id} ${policy}`
  const known = kept.get(pair)
  if (known) return known
  const resolve = await catalogResolver([before.schema as Json, after.schema as Json])
  const answer = compareSchemas(before.schema as Json, after.schema as Json, { policy, resolve })
  // What other documents say may change with the next version of them.
  if (resolve) return answer
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(pair, answer)
  return answer
}
