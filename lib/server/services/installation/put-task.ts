import 'server-only'
import type { Task, TaskBody } from '@/lib/contracts/task'
import { startTask, writeTask } from '@/lib/server/stores/task-store'
import { authorize, type Actor } from '@/lib/server/services/actor'

/**
 * Reports the progress of long work, so that people can watch it. The first report of an id starts a task of one's own;
 * that of somebody else, or of the server, is theirs to report.
 */
export async function reportTask(actor: Actor, { id, body }: { id: string; body: TaskBody }): Promise<Task> {
  authorize(actor, 'report-progress', { author: actor.id })
  const { startedBy } = await startTask(id, body, actor.id)
  authorize(actor, 'report-progress', { author: startedBy })
  return writeTask(id, body)
}
