import 'server-only'
import { isGivenUp, secondsToNextAttempt } from '@/lib/domain/delivery/next-attempt'
import {
  claimDeliveries,
  deleteOldDeliveries,
  settleDelivery,
  type ClaimedDelivery,
} from '@/lib/server/stores/delivery-store'
import { giveUpWebhook } from '@/lib/server/services/webhook/give-up-webhook'
import { noteFailure, noteSuccess } from '@/lib/server/stores/webhook-store'
import { allowedNetworks } from './allowed-networks'
import { postMessage, type Posted } from './post-message'
import { openSecret, signatureHeaders } from './webhook-secret'

/** Longer than an attempt may take, by far: nobody else tries it meanwhile. */
const CLAIM_SECONDS = 120
/** At a time, of one server. */
const AT_ONCE = 8
const KEPT_DAYS = 30
/** Whoever answers so wants nothing any more, says the specification. */
const GONE = 410

/** Sends what is due, all of it. @returns how many messages were sent, well or not */
export async function deliverDue(): Promise<number> {
  let sent = 0
  for (;;) {
    const claimed = await claimDeliveries(AT_ONCE, CLAIM_SECONDS)
    await Promise.all(claimed.map(deliver))
    sent += claimed.length
    if (claimed.length < AT_ONCE) return sent
  }
}

export const forgetOldDeliveries = () => deleteOldDeliveries(KEPT_DAYS)

async function deliver(delivery: ClaimedDelivery): Promise<void> {
  const { status, answer, ms } = await post(delivery)
  const isDelivered = status !== null && status >= 200 && status < 300
  const wait = isDelivered ? null : secondsToNextAttempt(delivery.attempts, Math.random())
  await settleDelivery(delivery, {
    state: isDelivered ? 'delivered' : wait === null ? 'failed' : 'waiting',
    wait: wait ?? 0,
    status,
    answer:
      status !== null && status >= 300 && status < 400
        ? `A redirect, which is not followed. ${answer}`
        : answer,
    ms,
  })
  if (isDelivered) return noteSuccess(delivery.webhookId)
  if (status === GONE) return giveUpWebhook(delivery.webhookId, 'It answered 410 Gone: it wants no more.')
  const now = new Date()
  const since = await noteFailure(delivery.webhookId, now)
  if (since && isGivenUp(since, now))
    await giveUpWebhook(delivery.webhookId, 'Every message has failed for three days.')
}

function post({ id, message, url, sealedSecret, oldSealedSecret }: ClaimedDelivery): Promise<Posted> {
  let secrets: string[]
  try {
    secrets = [openSecret(sealedSecret), ...(oldSealedSecret === null ? [] : [openSecret(oldSealedSecret)])]
  } catch {
    const answer =
      'Its secret cannot be read: it was kept under another PASTTENSE_SECRET. Make a new secret for this webhook.'
    return Promise.resolve({ status: null, answer, ms: 0 })
  }
  const seconds = Math.floor(Date.now() / 1000)
  const headers = signatureHeaders(secrets, { id, seconds, body: message })
  return postMessage(url, { headers, body: message, allowed: allowedNetworks() })
}
