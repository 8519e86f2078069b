import 'server-only'
import type { NewWaiver, Waiver } from '@/lib/contracts/waiver'
import { prisma } from '@/lib/server/database/connection'
import { recordDeed, type Deed } from './audit-store'

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
  deed: Deed,
): Promise<Waiver> {
  return prisma().$transaction(async (transaction) => {
    const row = await transaction.waiver.create({ data: waiver })
    await recordDeed(transaction, deed)
    return toWaiver(row)
  })
}

/** Whether there was an open one of this id. */
export async function closeWaiver(eventTypeName: string, id: string, deed: Deed): Promise<boolean> {
  return prisma().$transaction(async (transaction) => {
    const { count } = await transaction.waiver.updateMany({
      where: { id, eventTypeName, endedAt: null },
      data: { endedBy: deed.by.name, endedAt: new Date() },
    })
    if (count > 0) await recordDeed(transaction, deed)
    return count > 0
  })
}
