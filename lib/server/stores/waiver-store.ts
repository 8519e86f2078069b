import 'server-only'
import type { NewWaiver, Waiver } from '@/lib/contracts/waiver'
import { prisma } from '@/lib/server/database/connection'

type WaiverRow = NonNullable<Awaited<ReturnType<ReturnType<typeof prisma>['waiver']['findFirst']>>>

function toWaiver(row: WaiverRow): Waiver {
  return {
    id: row.id,
    event_type: row.eventTypeName,
    rule: row.rule,
    path: row.path,
    message: row.message,
    reason: row.reason,
    created_by: row.createdBy,
    created_at: row.createdAt.toISOString(),
    ended_by: row.endedBy,
    ended_at: row.endedAt?.toISOString() ?? null,
  }
}

/** Every waiver of an event type, newest first, with those that were taken back. */
export async function listWaivers(eventTypeName: string): Promise<Waiver[]> {
  const rows = await prisma().waiver.findMany({
    where: { eventTypeName },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(toWaiver)
}

export async function listOpenWaivers(eventTypeName: string): Promise<Waiver[]> {
  const rows = await prisma().waiver.findMany({ where: { eventTypeName, endedAt: null } })
  return rows.map(toWaiver)
}

export async function insertWaiver(
  waiver: NewWaiver & { id: string; eventTypeName: string; createdBy: string },
): Promise<Waiver> {
  return toWaiver(await prisma().waiver.create({ data: waiver }))
}

/** Whether there was an open one of this id. */
export async function closeWaiver(eventTypeName: string, id: string, endedBy: string): Promise<boolean> {
  const { count } = await prisma().waiver.updateMany({
    where: { id, eventTypeName, endedAt: null },
    data: { endedBy, endedAt: new Date() },
  })
  return count > 0
}
