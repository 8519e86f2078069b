import 'server-only'
import type { InboxItem } from '@/lib/contracts/inbox'
import type { Because, InboxKind } from '@/lib/domain/review/who-is-told'
import { prisma, type Transaction } from '@/lib/server/database/connection'

export interface NewInboxItem {
  readonly personId: string
  readonly because: Because
  readonly kind: InboxKind
  /** Null where it is about a webhook. */
  readonly eventType: string | null
  readonly webhook?: string
  readonly draftId?: string
  readonly version?: string
  readonly body?: string
  readonly byName: string
}

/** In the transaction of what is told: whoever reads it finds it done. */
export async function insertInboxItems(
  transaction: Transaction,
  items: readonly NewInboxItem[],
): Promise<void> {
  if (items.length > 0) await transaction.inboxItem.createMany({ data: [...items] })
}

/** Newest first; `before` is the last one of the page before. */
export async function listInbox(
  personId: string,
  before: number | undefined,
  limit: number,
): Promise<InboxItem[]> {
  const rows = await prisma().inboxItem.findMany({
    where: { personId, ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as InboxKind,
    event_type: row.eventType,
    webhook: row.webhook,
    proposal: row.draftId,
    version: row.version,
    body: row.body,
    because: row.because as Because,
    by: row.byName,
    at: row.at.toISOString(),
    read: row.readAt !== null,
  }))
}

export function countUnread(personId: string): Promise<number> {
  return prisma().inboxItem.count({ where: { personId, readAt: null } })
}

/** What is read stays read: the first time counts. */
export async function markRead(
  personId: string,
  which: { upTo?: number; id?: number; draftId?: string },
): Promise<void> {
  await prisma().inboxItem.updateMany({
    where: {
      personId,
      readAt: null,
      ...(which.draftId === undefined ? {} : { draftId: which.draftId }),
      id: {
        ...(which.upTo === undefined ? {} : { lte: which.upTo }),
        ...(which.id === undefined ? {} : { equals: which.id }),
      },
    },
    data: { readAt: new Date() },
  })
}
