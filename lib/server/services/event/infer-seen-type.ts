import 'server-only'
import type { InferredSchema } from '@/lib/contracts/seen-type'
import type { Json } from '@/lib/domain/json/json'
import { inferSchema } from '@/lib/domain/schema/infer/infer-schema'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { findSeenType, readSamples } from '@/lib/server/stores/seen-type-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { eventMasks } from './event-masks'
import { problem } from '@/lib/server/services/problem'

/** Events looked at: enough to see what is optional, few enough to answer at once. */
const MAX_SAMPLES = 200
const EXAMPLES = 3

/**
 * What the events of a type, or of one version of it, show of it, with a schema inferred from the latest of them: where
 * to start a draft of what is seen and not in the catalog. Of what is not for whoever asks, it tells the type
 * alone. @throws Problem `event-type-not-found` where no event ever named it
 */
export async function inferSeenType(
  actor: Actor,
  { name, query }: { name: string; query?: { version?: string | undefined } },
): Promise<InferredSchema> {
  authorize(actor, 'read')
  const wanted = query?.version ?? null
  const [seen, found, catalog] = await Promise.all([
    findSeenType(name, wanted),
    readSamples(name, wanted, MAX_SAMPLES),
    currentCatalog(),
  ])
  if (!seen)
    throw problem(
      'event-type-not-found',
      `No event has named the type "${name}"${wanted === null ? '' : ` in version "${wanted}"`} so far.`,
    )
  const masks = await eventMasks(
    actor,
    found.map(({ version }) => ({ type: name, version })),
  )
  const samples = found.map(({ version, data }) => ({ event: { type: name, version }, data }))
  return {
    ...seen,
    in_catalog: catalog.entries.has(name),
    samples: samples.length,
    schema: inferSchema(samples.map(({ event, data }) => JSON.parse(masks.hollow(event, data)) as Json)),
    examples: samples
      .slice(0, EXAMPLES)
      .map(({ event, data }) => JSON.parse(masks.data(event, data).text) as unknown),
  }
}
