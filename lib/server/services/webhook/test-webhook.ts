import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Delivery } from '@/lib/contracts/webhook'
import { ownAddress } from '@/lib/server/delivery/own-address'
import { insertDelivery } from '@/lib/server/stores/delivery-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { webhookOf } from './webhook-of'

/** Sends a message that says it is a test. @throws Problem `webhook-not-found` */
export async function testWebhook(actor: Actor, { id }: { id: string }): Promise<Delivery> {
  authorize(actor, 'administer')
  const { name } = await webhookOf(id)
  const message = JSON.stringify({
    data: { webhook: name, by: actor.name, url: `${ownAddress()}/settings/webhooks` },
    meta: {
      event_id: randomUUID(),
      created_at: new Date().toISOString(),
      schema: { name: 'WebhookTested', version: '1.0.0' },
      producer: 'pasttense',
    },
  })
  return insertDelivery({
    id: `msg_${randomUUID()}`,
    webhookId: id,
    kind: 'WebhookTested',
    subject: name,
    message,
  })
}
