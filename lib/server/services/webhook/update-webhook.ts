import 'server-only'
import type { Webhook, WebhookPatch } from '@/lib/contracts/webhook'
import { updateWebhookRow } from '@/lib/server/stores/webhook-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { refuseClosedAddress, webhookNotFound, webhookOf } from './webhook-of'

/**
 * Changes what a webhook hears, or switches it. What waits for one that is off is sent when it is on again.
 * @throws Problem `webhook-not-found`, `invalid-request` for an address of a private network
 */
export async function updateWebhook(
  actor: Actor,
  { id, body }: { id: string; body: WebhookPatch },
): Promise<Webhook> {
  authorize(actor, 'administer')
  refuseClosedAddress(body.url)
  const { name } = await webhookOf(id)
  const { on, event_type, ...rest } = body
  const isFound = await updateWebhookRow(
    id,
    {
      ...rest,
      eventType: event_type,
      // By a person: what it was by itself is settled, and patience begins anew.
      ...(on === undefined ? {} : { isOn: on, offReason: '', failingSince: null }),
    },
    { by: actor, action: 'webhook-changed', subject: name, details: { id, ...body } },
  )
  if (!isFound) throw webhookNotFound(id)
  return webhookOf(id)
}
