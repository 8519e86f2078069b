import 'server-only'
import type { ChainVariant } from '@/lib/contracts/variant'
import { compareShapes, nearestShape } from '@/lib/domain/chain/compare-shapes'
import { shapeOfChain, usualOf } from '@/lib/domain/chain/variants'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { readSmallChain } from './read-chain'
import { learnedVariants } from './variant-memory'

/** A chain of more events is of no usual shape. */
const MAX_EVENTS = 2_000
/** Steps given out of a comparison. */
const MAX_STEPS = 200

/** How rare the shape of an event's chain is, and how it differs from the nearest usual one. @throws Problem `event-not-found` */
export async function getChainVariant(
  actor: Actor,
  { event_id }: { event_id: string },
): Promise<ChainVariant> {
  authorize(actor, 'read')
  const chain = await readSmallChain(event_id, MAX_EVENTS)
  const nothing = { hash: '', root_type: null, chains: 0, count: 0, share: 0, usual: false, nearest: null }
  if (!chain) return nothing
  const shape = shapeOfChain(chain, ({ row }) => row.type)
  const [root] = shape.roots
  if (root === undefined || root.type === '') return { ...nothing, hash: shape.hash }
  const { chains, variants } = await learnedVariants(root.type)
  const same = variants.find((variant) => variant.shape.hash === shape.hash)
  const usual = usualOf(variants)
  const isUsual = same !== undefined && usual.includes(same)
  const nearest = isUsual ? null : nearestShape(shape, usual)
  return {
    hash: shape.hash,
    root_type: root.type,
    chains,
    count: same?.count ?? 0,
    share: same?.share ?? 0,
    usual: isUsual,
    nearest: nearest && {
      share: nearest.share,
      example: nearest.example,
      steps: compareShapes(shape, nearest.shape).slice(0, MAX_STEPS),
    },
  }
}
