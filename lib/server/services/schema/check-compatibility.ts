import 'server-only'
import type { CompatibilityAnswer, CompatibilityQuestion } from '@/lib/contracts/compatibility'
import { compareSchemas } from '@/lib/domain/diff/compare-schemas'
import type { Json } from '@/lib/domain/json/json'
import { catalogResolver } from '@/lib/server/schema-documents/catalog-resolver'
import { authorize, type Actor } from '@/lib/server/services/actor'

/** Compares two schemas; nothing is stored. References to other documents lead to schemas of the catalog. */
export async function answerCompatibility(
  actor: Actor,
  { body: { before, after, mode, policy } }: { body: CompatibilityQuestion },
): Promise<CompatibilityAnswer> {
  authorize(actor, 'check')
  const resolve = await catalogResolver([before as Json, after as Json])
  return compareSchemas(before as Json, after as Json, { mode, policy, resolve })
}
