import 'server-only'
import { exceeds } from '@/lib/domain/compatibility/algebra/canonical'
import { isDeeperThan } from '@/lib/domain/json/depth'
import type { Json } from '@/lib/domain/json/json'
import type { Actor } from '@/lib/domain/policy/policy'
import { comparisons, type Comparisons, type Pair } from './comparisons'
import { currentThread } from './current-thread'

/** Values of both schemas and what they refer to, up to which asking another thread costs more than it spares. */
const SMALL = 100
/** What nests deeper cannot be handed over; it is no schema to the comparison either, which says so at once. */
const DEEP = 1_000

/** Whose question it is. */
export interface Asker {
  readonly by: Actor
  /** Aborted where nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined
}

/**
 * @throws Problem `comparing-busy`, `comparison-given-up` where the schemas are large; what the asker's signal says while
 *   it waits for its turn
 */
export async function compare<What extends keyof Comparisons>(
  what: What,
  pair: Pair,
  { by, signal }: Asker,
): Promise<ReturnType<Comparisons[What]>> {
  const thread = currentThread()
  signal?.throwIfAborted()
  const answer =
    !thread || isForHere(pair)
      ? comparisons[what](pair)
      : await thread.ask({ what, pair }, { by: by.id, signal })
  return answer as ReturnType<Comparisons[What]>
}

function isForHere({ before, after, documents }: Pair): boolean {
  const all: Json = [before, after, ...[...documents.values()].filter((one) => one !== undefined)]
  return !exceeds(all, { depth: SMALL, size: SMALL }) || isDeeperThan(all, DEEP)
}
