import 'server-only'
import type { Diff, SchemaVersion } from '@/lib/contracts/schema-version'
import type { CompatibilityAnswer, Policy } from '@/lib/contracts/compatibility'
import type { Json } from '@/lib/domain/json/json'
import { compare, type Asker } from '@/lib/server/comparing/compare'
import { catalogDocuments } from '@/lib/server/schema-documents/catalog-resolver'
import type { Actor } from '@/lib/server/services/actor'
import { getVersion } from './get-version'

/** Comparisons kept: a catalog's matrix asks for the neighbours of a type again and again, and versions never change. */
const MOST_KEPT = 1_000

const key = Symbol.for('pasttense.diffs')
const globals = globalThis as { [key]?: Map<string, CompatibilityAnswer> }

/**
 * What changed from one version to another, and what it breaks.
 * @throws Problem `event-type-not-found`, `version-not-found`; `comparing-busy`, `comparison-given-up` where they are large; what `signal` says
 */
export async function getDiff(
  actor: Actor,
  {
    name,
    query,
    signal,
  }: { name: string; query: { from: string; to: string; policy?: Policy }; signal?: AbortSignal },
): Promise<Diff> {
  const [before, after] = await Promise.all([
    getVersion(actor, { name, version: query.from }),
    getVersion(actor, { name, version: query.to }),
  ])
  return {
    event_type: name,
    before: before.label,
    after: after.label,
    ...(await compareVersions(before, after, query.policy ?? 'tolerant', { by: actor, signal })),
  }
}

async function compareVersions(
  one: SchemaVersion,
  other: SchemaVersion,
  policy: Policy,
  asker: Asker,
): Promise<CompatibilityAnswer> {
  const kept = (globals[key] ??= new Map<string, CompatibilityAnswer>())
  const pair = `${one.id} ${other.id} ${policy}`
  const known = kept.get(pair)
  if (known) return known
  const [before, after] = [one.schema as Json, other.schema as Json]
  const documents = await catalogDocuments([before, after])
  const answer = await compare('comparison', { before, after, documents, policy }, asker)
  // What other documents say may change with the next version of them.
  if (documents.size > 0) return answer
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(pair, answer)
  return answer
}
