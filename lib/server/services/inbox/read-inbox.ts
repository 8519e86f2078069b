import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { countUnread, markRead } from '@/lib/server/stores/inbox-store'
import { authorize, type Actor } from '@/lib/server/services/actor'

/** Marks one thing as read, or all up to one, of one proposal or of all; what is somebody else's is left alone. */
export async function readInbox(
  actor: Actor,
  { body }: { body: { up_to?: number; id?: number; proposal?: string } },
): Promise<CallOutput<'readInbox'>> {
  authorize(actor, 'read')
  if (body.id !== undefined || body.up_to !== undefined)
    await markRead(actor.id, { id: body.id, upTo: body.up_to, draftId: body.proposal })
  return { unread: await countUnread(actor.id) }
}
