import 'server-only'
import type { Webhook } from '@/lib/contracts/webhook'
import { whyNotPublic, isWithin } from '@/lib/domain/delivery/network-address'
import { allowedNetworks } from '@/lib/server/delivery/allowed-networks'
import { findWebhook } from '@/lib/server/stores/webhook-store'
import { problem } from '@/lib/server/services/problem'

/** @throws Problem `webhook-not-found` */
export async function webhookOf(id: string): Promise<Webhook> {
  const webhook = await findWebhook(id)
  if (!webhook) throw webhookNotFound(id)
  return webhook
}

export const webhookNotFound = (id: string) => problem('webhook-not-found', `There is no webhook "${id}".`)

/**
 * Says at once what sending would say later. Names are judged when something is sent: they may lead elsewhere then.
 * @throws Problem `invalid-request`
 */
export function refuseClosedAddress(url: string | undefined): void {
  if (url === undefined) return
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  const isNumber = host.includes(':') || /^[\d.]+$/.test(host)
  const isClosed =
    host === 'localhost' || host.endsWith('.localhost') || (isNumber && whyNotPublic(host) !== null)
  const loopback = isNumber ? host : '127.0.0.1'
  if (!isClosed || isWithin(loopback, allowedNetworks())) return
  throw problem(
    'invalid-request',
    'Nothing is sent into private networks. Whoever runs this server can allow some of them with PASTTENSE_WEBHOOK_NETWORKS.',
    [
      {
        pointer: '/url',
        code: 'private-address',
        message: 'An address of the open internet, or of a network that is allowed',
      },
    ],
  )
}
