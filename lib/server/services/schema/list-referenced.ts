import 'server-only'
import type { Referenced } from '@/lib/contracts/schema-version'
import { catalogDocuments } from '@/lib/server/schema-documents/catalog-resolver'
import { authorize, type Actor } from '@/lib/server/services/actor'

/** What references mean in this catalog, for whoever checks a schema elsewhere, as the editor does. */
export async function listReferenced(
  actor: Actor,
  { query }: { query: { identity?: string[] } },
): Promise<Referenced> {
  authorize(actor, 'read')
  const references = (query.identity ?? []).map(($ref) => ({ $ref }))
  const documents = await catalogDocuments(references)
  return {
    items: [...documents].flatMap(([identity, schema]) =>
      schema === undefined ? [] : [{ identity, schema }],
    ),
  }
}
