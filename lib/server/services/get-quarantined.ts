import 'server-only'
import type { Quarantined } from '@/lib/contracts/event'
import { findQuarantined } from '@/lib/server/stores/quarantine-store'
import { authorize, type Actor } from './actor'
import { problem } from './problem'

/** One message in quarantine, whole. @throws Problem `quarantined-not-found` */
export async function getQuarantined(actor: Actor, { id }: { id: string }): Promise<Quarantined> {
  authorize(actor, 'read')
  const found = await findQuarantined(id)
  if (!found) throw quarantinedNotFound(id)
  return found.message
}

export function quarantinedNotFound(id: string) {
  return problem(
    'quarantined-not-found',
    `Nothing in quarantine has the id "${id}". It may have become an event since, or been erased.`,
  )
}
