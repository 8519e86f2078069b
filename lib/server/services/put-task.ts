import 'server-only'
import type { Task, TaskBody } from '@/lib/contracts/task'
import { putTask } from '@/lib/server/stores/task-store'
import { authorize, type Actor } from './actor'

/** Reports the progress of long work, so that people can watch it. */
export async function reportTask(actor: Actor, { id, body }: { id: string; body: TaskBody }): Promise<Task> {
  authorize(actor, 'report-progress')
  return putTask(id, body)
}
