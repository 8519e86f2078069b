import 'server-only'
import type { Actor } from '@/lib/server/services/actor'
import { moveProposal } from '@/lib/server/services/proposal/move-proposal'

/** It stays readable, and can be opened again. @throws Problem `draft-not-found`, `draft-not-open` */
export async function giveUpDraft(actor: Actor, { id }: { id: string }): Promise<undefined> {
  await moveProposal(actor, { id, event: 'withdraw', action: 'edit-draft' })
}
