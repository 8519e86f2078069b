import 'server-only'
import type { DraftRevision } from '@/lib/contracts/proposal'
import { findRevision } from '@/lib/server/stores/proposal-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { coverDraft } from '@/lib/server/services/schema/cover-examples'
import { readDraft } from '@/lib/server/services/proposal/hold-proposal'
import { problem } from '@/lib/server/services/problem'

/** @throws Problem `draft-not-found`, `revision-not-found` */
export async function getRevision(
  actor: Actor,
  { id, number }: { id: string; number: number },
): Promise<DraftRevision> {
  authorize(actor, 'read')
  const draft = await readDraft(actor, id)
  const found = await findRevision(id, number)
  if (!found) throw revisionNotFound(number)
  return { ...found, content: await coverDraft(actor, draft, found.content) }
}

export function revisionNotFound(number: number) {
  return problem('revision-not-found', `This draft has no revision ${number}.`)
}
