import 'server-only'
import type { Json } from '@/lib/domain/json/json'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { readSchemaTexts } from '@/lib/server/stores/schema-version-store'

/** The schemas of all versions of an event type; none where the catalog does not have it. */
export async function readPublishedSchemas(eventType: string): Promise<Json[]> {
  const versions = (await currentCatalog()).entries.get(eventType)?.row.versions ?? []
  const texts = await readSchemaTexts(versions.map(({ id }) => id))
  return [...texts.values()].map((text) => JSON.parse(text) as Json)
}
