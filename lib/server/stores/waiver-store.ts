import 'server-only'
import { randomUUID } from 'node:crypto'
import type { NewWaiver, Waiver } from '@/lib/contracts/waiver'
import { prisma, type Transaction } from '@/lib/server/database/connection'
import { recordDeed, type Deed } from './audit-store'
import { OPEN_STATES } from './draft-store'

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

/**
 * Lets the waivers of an event type that is not in the catalog go along to the name its draft has now, in the
 * transaction that renames it. Where another open draft has the old name still, they stay there as well. An event type
 * of the catalog is given none: who writes a draft has no word about those.
 */
export async function carryWaivers(transaction: Transaction, from: string, to: string): Promise<void> {
  if ((await transaction.eventType.count({ where: { name: { in: [from, to] } } })) > 0) return
  const open = (eventTypeName: string) =>
    transaction.waiver.findMany({ where: { eventTypeName, endedAt: null } })
  const keyOf = ({ rule, path, message }: WaiverRow) => JSON.stringify([rule, path, message])
  const known = new Set((await open(to)).map(keyOf))
  const carried = (await open(from)).filter((row) => !known.has(keyOf(row)))
  const others = await transaction.draft.count({
    where: { eventTypeName: from, state: { in: [...OPEN_STATES] } },
  })
  if (others > 0) {
    const data = carried.map((row) => ({ ...row, id: randomUUID(), eventTypeName: to }))
    await transaction.waiver.createMany({ data })
  } else {
    const ids = carried.map(({ id }) => id)
    await transaction.waiver.updateMany({ where: { id: { in: ids } }, data: { eventTypeName: to } })
  }
}
