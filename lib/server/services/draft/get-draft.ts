import 'server-only'
import type { Draft } from '@/lib/contracts/draft'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { coverDraft } from '@/lib/server/services/schema/cover-examples'
import { draftsForActor } from './draft-for-actor'
import { readDraft } from '@/lib/server/services/proposal/hold-proposal'

/** @throws Problem `draft-not-found` */
export async function getDraft(actor: Actor, { id }: { id: string }): Promise<Draft> {
  authorize(actor, 'read')
  const [draft] = await draftsForActor(actor, [await readDraft(actor, id)])
  return coverDraft(actor, draft!, draft!)
}
