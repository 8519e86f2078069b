import 'server-only'
import type { MadeWebhook, SecretRenewal } from '@/lib/contracts/webhook'
import { newWebhookSecret, sealSecret } from '@/lib/server/delivery/webhook-secret'
import { replaceSecret } from '@/lib/server/stores/webhook-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { webhookNotFound, webhookOf } from './webhook-of'

/** Time to bring the new secret to whoever checks signatures. */
const OLD_SIGNS_MS = 24 * 3_600_000

/**
 * Signs with a new secret from now on; it is in this answer and nowhere else. The old one signs beside it for a day, so
 * that no message is refused meanwhile, unless it is to end at once. @throws Problem `webhook-not-found`
 */
export async function renewWebhookSecret(
  actor: Actor,
  { id, body }: { id: string; body: SecretRenewal },
): Promise<MadeWebhook> {
  authorize(actor, 'administer')
  const { name } = await webhookOf(id)
  const secret = newWebhookSecret()
  const oldUntil = body.end_old === true ? null : new Date(Date.now() + OLD_SIGNS_MS)
  const isFound = await replaceSecret(id, sealSecret(secret), oldUntil, {
    by: actor,
    action: 'webhook-secret-renewed',
    subject: name,
    details: { id, old_secret_until: oldUntil?.toISOString() ?? 'now' },
  })
  if (!isFound) throw webhookNotFound(id)
  return { ...(await webhookOf(id)), secret }
}
