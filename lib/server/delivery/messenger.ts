import 'server-only'
import { repeatWork, type Work } from '@/lib/server/boot/repeat-work'
import { allowedNetworks } from './allowed-networks'
import { deliverMails } from './deliver-mails'
import { deliverDue, forgetOldDeliveries } from './deliver-messages'
import { mailSettings } from './mail-transport'
import { writeDigests } from './write-digests'

/** How long news waits at most before it is sent; asking is one look into a small index. */
const PAUSE_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** What is sent out in the background, by every server: each takes what no other has. */
const work: readonly Work[] = [
  { does: 'Sending webhooks', everyMs: PAUSE_MS, run: deliverDue },
  { does: 'Sending mail', everyMs: PAUSE_MS, run: deliverMails },
  { does: 'Writing daily mails', everyMs: MINUTE_MS, run: writeDigests },
  { does: 'Forgetting old deliveries', everyMs: HOUR_MS, run: forgetOldDeliveries },
]

/**
 * Begins to send. @returns ends it, when what is under way is done
 * @throws Error where the environment says something about sending that cannot be read: better now than at the first news
 */
export function startMessenger(): () => Promise<void> {
  allowedNetworks()
  mailSettings()
  return repeatWork(work)
}
