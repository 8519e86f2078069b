import 'server-only'
import type { Receipt } from '@/lib/contracts/event'
import type { Violation } from '@/lib/contracts/problem-details'
import { currentReceiver } from '@/lib/server/ingest/current-receiver'
import { asReceiveProblem } from '@/lib/server/ingest/database-failure'
import { receiveMessages } from '@/lib/server/ingest/receive-messages'
import {
  deleteQuarantined,
  findQuarantined,
  markRetried,
  MAX_KEPT_BYTES,
} from '@/lib/server/stores/quarantine-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { seesQuarantine } from './event-masks'
import { quarantinedNotFound } from './get-quarantined'
import { coverSaid } from './quarantine-cover'
import { decodeMessage } from './receive-events'

/**
 * Receives a quarantined message once more, as it came, after the catalog or the reader changed. What became an event
 * leaves the quarantine; nothing is lost by it. @throws Problem `quarantined-not-found`
 */
export async function retryQuarantined(actor: Actor, { id }: { id: string }): Promise<Receipt> {
  authorize(actor, 'receive-events')
  const found = await findQuarantined(id)
  if (!found) throw quarantinedNotFound(id)
  const { raw, imported, message } = found
  // Of the first part of a message nothing can become of what it was.
  if (message.bytes > MAX_KEPT_BYTES) {
    await markRetried(id)
    return { event_id: message.event_id, status: 'quarantined', quarantine_id: id, problems: [CUT] }
  }
  try {
    const [receipt] = await receiveMessages(
      currentReceiver(),
      [decodeMessage(raw)],
      imported,
      message.sender,
      true,
    )
    if (receipt!.status === 'quarantined') await markRetried(id)
    else await deleteQuarantined(id)
    return seesQuarantine(actor) ? receipt! : coverReceipt(receipt!)
  } catch (error) {
    throw asReceiveProblem(error)
  }
}

const CUT: Violation = {
  pointer: '',
  code: 'message-cut',
  message:
    'Only the first MiB of it was kept, so it cannot be received from here. Its sender has to send it again.',
}

/** Whoever sent a message knows what is in it; whoever only sends it again may not. */
function coverReceipt(receipt: Receipt): Receipt {
  return { ...receipt, ...(receipt.problems && { problems: receipt.problems.map(coverSaid) }) }
}
