import 'server-only'
import type { Quarantined } from '@/lib/contracts/event'
import { findQuarantined } from '@/lib/server/stores/quarantine-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { seesQuarantine } from './event-masks'
import { problem } from '@/lib/server/services/problem'
import { coverSaid } from './quarantine-cover'

/** One message in quarantine; whole for those who may see what no schema describes. @throws Problem `quarantined-not-found` */
export async function getQuarantined(actor: Actor, { id }: { id: string }): Promise<Quarantined> {
  authorize(actor, 'read')
  const found = await findQuarantined(id)
  if (!found) throw quarantinedNotFound(id)
  const { message } = found
  if (seesQuarantine(actor)) return message
  return { ...coverSaid(message), problems: message.problems.map(coverSaid), text: null }
}

export function quarantinedNotFound(id: string) {
  return problem(
    'quarantined-not-found',
    `Nothing in quarantine has the id "${id}". It may have become an event since, or been erased.`,
  )
}
