import 'server-only'
import type { Subject } from '@/lib/domain/policy/policy'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'

/** Whose an event type is, for the table of rights. Of one that is not in the catalog nothing is known. */
export async function eventTypeSubject(name: string): Promise<Subject> {
  const row = (await currentCatalog()).entries.get(name)?.row
  return { owner: row ? (row.owner?.slug ?? null) : undefined }
}
