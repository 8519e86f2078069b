import 'server-only'
import type { AuditEntry } from '@/lib/contracts/audit'
import { prisma, type Transaction } from '@/lib/server/database/connection'

export interface Deed {
  /** As they are called now; it stays so on record. */
  readonly by: AuditEntry['actor']
  readonly action: AuditEntry['action']
  /** What it is done to, such as `CardExpired 1.2.0`. */
  readonly subject: string
  readonly details?: AuditEntry['details']
}

/** The columns of a deed, for whoever writes it in SQL. */
export function deedRow({ by, action, subject, details = {} }: Deed) {
  return {
    actorKind: by.kind,
    actorId: by.id,
    actorName: by.name,
    action,
    subject,
    details: JSON.stringify(details),
  }
}

/** Puts a deed on record, in the transaction that does it: neither is there without the other. */
export async function recordDeed(transaction: Transaction, deed: Deed): Promise<void> {
  await transaction.auditEntry.create({ data: deedRow(deed), select: { id: true } })
}

/** Puts on record what changes nothing, such as that somebody looked at something. */
export async function recordAlone(deed: Deed): Promise<void> {
  await prisma().auditEntry.create({ data: deedRow(deed), select: { id: true } })
}

/** Newest first. @param before the number of the entry after which to go on */
export async function listAuditEntries(
  filter: { actor?: string; action?: string },
  before: number | undefined,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await prisma().auditEntry.findMany({
    where: {
      actorId: filter.actor,
      action: filter.action,
      id: before === undefined ? undefined : { lt: before },
    },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map((row) => ({
    id: Number(row.id),
    at: row.at.toISOString(),
    actor: { kind: row.actorKind as AuditEntry['actor']['kind'], id: row.actorId, name: row.actorName },
    action: row.action as AuditEntry['action'],
    subject: row.subject,
    details: JSON.parse(row.details) as AuditEntry['details'],
  }))
}
