import 'server-only'
import type { CompatibilityAnswer, CompatibilityQuestion } from '@/lib/contracts/compatibility'
import type { Json } from '@/lib/domain/json/json'
import { compare } from '@/lib/server/comparing/compare'
import { catalogDocuments } from '@/lib/server/schema-documents/catalog-resolver'
import { authorize, type Actor } from '@/lib/server/services/actor'

/**
 * Compares two schemas; nothing is stored. References to other documents lead to schemas of the catalog.
 * @throws Problem `comparing-busy`, `comparison-given-up` where they are large; what `signal` says
 */
export async function answerCompatibility(
  actor: Actor,
  { body: { mode, policy, ...schemas }, signal }: { body: CompatibilityQuestion; signal?: AbortSignal },
): Promise<CompatibilityAnswer> {
  authorize(actor, 'check')
  const [before, after] = [schemas.before as Json, schemas.after as Json]
  const documents = await catalogDocuments([before, after])
  return compare('comparison', { before, after, documents, mode, policy }, { by: actor, signal })
}
