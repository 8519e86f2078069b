import 'server-only'
import type { Recount } from '@/lib/contracts/flow'
import { readWholeSince, recount } from '@/lib/server/stores/recount-store'
import { authorize, type Actor } from '@/lib/server/services/actor'

/**
 * Counts events and edges anew from what is stored and puts right what differs, while events go on arriving. Where the
 * running count is sound, `corrected` is 0 throughout.
 */
export async function recountFlows(actor: Actor): Promise<Recount> {
  authorize(actor, 'administer')
  const since = await readWholeSince()
  return { since, ...(await recount(since)) }
}
