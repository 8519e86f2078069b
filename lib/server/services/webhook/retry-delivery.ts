import 'server-only'
import type { Delivery } from '@/lib/contracts/webhook'
import { makeDue } from '@/lib/server/stores/delivery-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'

/**
 * Sends a message again, under the same id, so that whoever had it already knows. Past its last attempt it is tried this
 * once. @throws Problem `delivery-not-found`, `delivery-under-way`
 */
export async function retryDelivery(
  actor: Actor,
  { id, delivery }: { id: string; delivery: string },
): Promise<Delivery> {
  authorize(actor, 'administer')
  const due = await makeDue(id, delivery)
  if (due === null) throw problem('delivery-not-found', `There is no delivery "${delivery}" of this webhook.`)
  if (due === 'under-way')
    throw problem(
      'delivery-under-way',
      'This message is being sent at this moment. See what comes of it first.',
    )
  return due
}
