import 'server-only'
import type { Actor } from './actor'
import { moveProposal } from './move-proposal'

/** It stays readable, and can be opened again. @throws Problem `draft-not-found`, `draft-not-open` */
export async function giveUpDraft(actor: Actor, { id }: { id: string }): Promise<undefined> {
  await moveProposal(actor, { id, event: 'withdraw', action: 'edit-draft' })
}
