import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { NewVersion } from '@/lib/contracts/schema-version'
import type { Verdict } from '@/lib/domain/compatibility/check-compatibility'
import { suggestLabel } from '@/lib/domain/diff/suggest-label'
import type { Json } from '@/lib/domain/json/json'
import { compare, type Asker } from '@/lib/server/comparing/compare'
import type { Transaction } from '@/lib/server/database/connection'
import { catalogDocuments } from '@/lib/server/schema-documents/catalog-resolver'
import type { PublicationBase } from '@/lib/server/stores/schema-version-store'

type Version = PublicationBase['versions'][number]

/** What a publication does to those who read the version it continues, and all that this depends on. */
export interface Judgement {
  readonly baseId: string
  /** What both schemas refer to, by address. */
  readonly documents: ReadonlyMap<string, Json | undefined>
  readonly verdict: Verdict
  /** The label that the changes suggest; undefined where one is named. */
  readonly suggested: string | undefined
}

/**
 * @param transaction only where nothing of the catalog may change until it is judged: it stays open as long as that takes
 * @throws Problem `comparing-busy`, `comparison-given-up` where the schemas are large; what the asker's signal says
 */
export async function judgePublication(
  base: Version,
  { schema, label }: NewVersion,
  asker: Asker,
  transaction?: Transaction,
): Promise<Judgement> {
  const [before, after] = bothOf(base, schema)
  const documents = await catalogDocuments([before, after], transaction)
  const pair = { before, after, documents }
  const verdict = await compare('verdict', pair, asker)
  const suggested =
    label === undefined ? suggestLabel(base.label, await compare('changes', pair, asker), verdict) : undefined
  return { baseId: base.id, documents, verdict, suggested }
}

/** Whether it would be judged the same now: it continues the same version, and both refer to the same documents. */
export async function stillHolds(
  { baseId, documents }: Judgement,
  base: Version,
  { schema }: NewVersion,
  transaction: Transaction,
): Promise<boolean> {
  if (baseId !== base.id) return false
  if (documents.size === 0) return true
  return isDeepStrictEqual(await catalogDocuments(bothOf(base, schema), transaction), documents)
}

const bothOf = (base: Version, schema: unknown): [before: Json, after: Json] => [
  JSON.parse(base.schema) as Json,
  schema as Json,
]
