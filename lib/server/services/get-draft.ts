import 'server-only'
import type { Draft } from '@/lib/contracts/draft'
import { findDraft } from '@/lib/server/stores/draft-store'
import { authorize, type Actor } from './actor'
import { problem } from './problem'

/** @throws Problem `draft-not-found` */
export async function getDraft(actor: Actor, { id }: { id: string }): Promise<Draft> {
  authorize(actor, 'read')
  const draft = await findDraft(id)
  if (!draft) throw problem('draft-not-found', `There is no draft "${id}".`)
  return draft
}
