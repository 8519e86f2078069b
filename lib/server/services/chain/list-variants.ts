import 'server-only'
import type { Variants } from '@/lib/contracts/variant'
import { outlineOf } from '@/lib/domain/chain/variants'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { learnedVariants } from './variant-memory'

/** Shapes given out; the rest are single chains. */
const MOST = 200
/** Places drawn of a shape. */
const OUTLINE = 30

/** Chains by shape, most frequent first. */
export async function listVariants(
  actor: Actor,
  { query }: { query: { type?: string | undefined } },
): Promise<Variants> {
  authorize(actor, 'read')
  const [{ chains, variants }, all] = await Promise.all([
    learnedVariants(query.type ?? null),
    learnedVariants(null),
  ])
  return {
    items: variants.slice(0, MOST).map(({ shape, count, share, first, last, example }) => ({
      hash: shape.hash,
      count,
      share,
      first_seen: new Date(first).toISOString(),
      last_seen: new Date(last).toISOString(),
      example,
      size: shape.size,
      outline: outlineOf(shape, OUTLINE),
    })),
    next_cursor: null,
    chains,
    root_types: [...new Set(all.variants.flatMap(({ shape }) => shape.roots.map(({ type }) => type)))].filter(
      (type) => type !== '',
    ),
  }
}
