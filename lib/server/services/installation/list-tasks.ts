import 'server-only'
import type { CallOutput } from '@/lib/contracts/routes'
import { listTasks } from '@/lib/server/stores/task-store'
import { authorize, type Actor } from '@/lib/server/services/actor'

const HOUR = 3_600_000

/** Long work: running, and ended within the last hour. A running task that fell silent for a day has died. */
export async function listTasksNow(actor: Actor): Promise<CallOutput<'listTasks'>> {
  authorize(actor, 'read')
  const now = Date.now()
  return { items: await listTasks(new Date(now - HOUR), new Date(now - 24 * HOUR)), next_cursor: null }
}
