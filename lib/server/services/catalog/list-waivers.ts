import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { listWaivers } from '@/lib/server/stores/waiver-store'
import { authorize, type Actor } from '@/lib/server/services/actor'

/** What was waived of an event type, also of one that is only being drafted: newest first. */
export async function listWaiversOfType(
  actor: Actor,
  { name }: { name: string },
): Promise<CallOutput<'listWaivers'>> {
  authorize(actor, 'read')
  return { items: await listWaivers(name), next_cursor: null }
}
