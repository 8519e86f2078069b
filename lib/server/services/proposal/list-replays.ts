import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { listReplays } from '@/lib/server/stores/replay-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { readDraft } from './hold-proposal'

const SHOWN = 20

/** The last ones first. @throws Problem `draft-not-found` */
export async function listReplaysOf(
  actor: Actor,
  { id }: { id: string },
): Promise<CallOutput<'listReplays'>> {
  authorize(actor, 'read')
  await readDraft(actor, id)
  return { items: await listReplays(id, SHOWN), next_cursor: null }
}
