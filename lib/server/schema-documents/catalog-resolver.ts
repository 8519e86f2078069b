import 'server-only'
import type { Json } from '@/lib/domain/json/json'
import { remoteReferences } from '@/lib/domain/schema/remote-references'
import type { Transaction } from '@/lib/server/database/connection'
import { readSchemasByIdentity } from '@/lib/server/stores/schema-version-store'

/** Documents followed from one question; more than any honest schema needs. */
const MOST_DOCUMENTS = 100

export type CatalogResolver = (uri: string) => Json | undefined

/**
 * What references between documents mean: the catalog's schema with that `$id`, and nothing from anywhere else. Of
 * several versions with one identity the one published last. Undefined where the schemas refer to no other document.
 */
export async function catalogResolver(
  schemas: readonly Json[],
  transaction?: Transaction,
): Promise<CatalogResolver | undefined> {
  const known = await catalogDocuments(schemas, transaction)
  return known.size === 0 ? undefined : (uri) => known.get(uri)
}

/** The documents that schemas refer to, and those that these refer to, by address; undefined: the catalog lacks it. */
export async function catalogDocuments(
  schemas: readonly Json[],
  transaction?: Transaction,
): Promise<ReadonlyMap<string, Json | undefined>> {
  const known = new Map<string, Json | undefined>()
  let wanted = wantedBy(schemas, known)
  while (wanted.length > 0 && known.size < MOST_DOCUMENTS) {
    const found = await readSchemasByIdentity(wanted.slice(0, MOST_DOCUMENTS - known.size), transaction)
    for (const uri of wanted) known.set(uri, found.get(uri))
    wanted = wantedBy([...found.values()], known)
  }
  return known
}

function wantedBy(schemas: readonly Json[], known: ReadonlyMap<string, unknown>): string[] {
  const wanted = new Set(schemas.flatMap((schema) => [...remoteReferences(schema)]))
  return [...wanted].filter((uri) => !known.has(uri))
}
