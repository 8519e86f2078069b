import 'server-only'
import { closeWaiver } from '@/lib/server/stores/waiver-store'
import { authorize, type Actor } from './actor'
import { problem } from './problem'

/** Takes a waiver back: the finding counts again. @throws Problem `waiver-not-found` */
export async function endWaiver(
  actor: Actor,
  { name, id }: { name: string; id: string },
): Promise<undefined> {
  authorize(actor, 'publish')
  if (await closeWaiver(name, id, actor.name)) return
  throw problem(
    'waiver-not-found',
    `${name} has no open waiver "${id}". Somebody may have taken it back already.`,
  )
}
