import 'server-only'
import { exceeds } from '@/lib/domain/compatibility/algebra/canonical'
import { isDeeperThan } from '@/lib/domain/json/depth'
import type { Json } from '@/lib/domain/json/json'
import { comparisons, type Comparisons, type Pair } from './comparisons'
import { currentThread } from './current-thread'

/** Values of both schemas and what they refer to, up to which asking another thread costs more than it spares. */
const SMALL = 100
/** What nests deeper cannot be handed over; it is no schema to the comparison either, which says so at once. */
const DEEP = 1_000

/** @throws Problem `comparing-busy`, `comparison-given-up` where the schemas are large */
export async function compare<What extends keyof Comparisons>(
  what: What,
  pair: Pair,
): Promise<ReturnType<Comparisons[What]>> {
  const thread = currentThread()
  const answer = !thread || isForHere(pair) ? comparisons[what](pair) : await thread.ask({ what, pair })
  return answer as ReturnType<Comparisons[What]>
}

function isForHere({ before, after, documents }: Pair): boolean {
  const all: Json = [before, after, ...[...documents.values()].filter((one) => one !== undefined)]
  return !exceeds(all, { depth: SMALL, size: SMALL }) || isDeeperThan(all, DEEP)
}
