import 'server-only'
import { withdrawDraft } from '@/lib/server/stores/draft-store'
import { authorize, type Actor } from './actor'
import { getDraft } from './get-draft'
import { draftNotOpen } from './update-draft'

/** It stays readable. @throws Problem `draft-not-found`, `draft-not-open` */
export async function giveUpDraft(actor: Actor, { id }: { id: string }): Promise<undefined> {
  authorize(actor, 'edit-draft')
  if (await withdrawDraft(id)) return
  throw draftNotOpen(await getDraft(actor, { id }))
}
