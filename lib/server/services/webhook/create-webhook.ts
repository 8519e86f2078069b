import 'server-only'
import { randomUUID } from 'node:crypto'
import type { MadeWebhook, NewWebhook } from '@/lib/contracts/webhook'
import { newWebhookSecret, sealSecret } from '@/lib/server/delivery/webhook-secret'
import { insertWebhook } from '@/lib/server/stores/webhook-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { refuseClosedAddress, webhookOf } from './webhook-of'

/**
 * Sends news to a server from now on. The secret that signs them is in this answer and nowhere else. An owner or an event
 * type that is not in the catalog yet is heard when it is.
 * @throws Problem `invalid-request` for an address of a private network
 */
export async function createWebhook(actor: Actor, { body }: { body: NewWebhook }): Promise<MadeWebhook> {
  authorize(actor, 'administer')
  refuseClosedAddress(body.url)
  const id = randomUUID()
  const secret = newWebhookSecret()
  const { name, url, kinds, owner = null, event_type = null } = body
  await insertWebhook(
    { id, name, url, kinds, owner, eventType: event_type, sealedSecret: sealSecret(secret) },
    { by: actor, action: 'webhook-made', subject: name, details: { id, url, kinds, owner, event_type } },
  )
  return { ...(await webhookOf(id)), secret }
}
