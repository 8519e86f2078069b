import 'server-only'
import type { Task, TaskBody } from '@/lib/contracts/task'
import { prisma } from '@/lib/server/database/connection'

type TaskRow = Awaited<ReturnType<typeof findRows>>[number]

function findRows(changedAfter: Date, silentBefore: Date) {
  return prisma().task.findMany({
    where: {
      OR: [{ state: 'running', updatedAt: { gte: silentBefore } }, { updatedAt: { gte: changedAfter } }],
    },
    orderBy: { createdAt: 'asc' },
  })
}

function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    label: row.label,
    state: row.state as Task['state'],
    done: row.done,
    total: row.total,
    message: row.message,
    updated_at: row.updatedAt.toISOString(),
  }
}

/** Tasks that changed lately, and running ones that were heard of not too long ago. */
export async function listTasks(changedAfter: Date, silentBefore: Date): Promise<Task[]> {
  return (await findRows(changedAfter, silentBefore)).map(toTask)
}

/**
 * Begins a task, unless there is one of this id. @returns whose it is now
 * @param startedBy id of an actor; null: the server itself
 */
export async function startTask(
  id: string,
  task: TaskBody,
  startedBy: string | null,
): Promise<{ startedBy: string | null }> {
  await prisma().task.createMany({ data: [{ id, ...task, startedBy }], skipDuplicates: true })
  return prisma().task.findUniqueOrThrow({ where: { id }, select: { startedBy: true } })
}

/** Says how far a task is that was started. */
export async function writeTask(id: string, task: TaskBody): Promise<Task> {
  return toTask(await prisma().task.update({ where: { id }, data: task }))
}
