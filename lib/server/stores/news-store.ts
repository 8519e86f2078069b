import 'server-only'
import type { News, NewsKind } from '@/lib/domain/news/news'
import { prisma, type Transaction } from '@/lib/server/database/connection'

type NewsRow = Awaited<ReturnType<ReturnType<typeof prisma>['news']['findFirstOrThrow']>>

function toNews(row: NewsRow): News {
  return {
    id: row.id,
    kind: row.kind as NewsKind,
    eventType: row.eventType,
    owner: row.owner,
    version: row.version,
    proposal: row.draftId,
    isBreaking: row.isBreaking,
    reason: row.reason,
    successor: row.successor,
    retiresOn: row.retiresOn?.toISOString().slice(0, 10) ?? null,
    by: row.byName,
    at: row.at.toISOString(),
  }
}

/** What is told; whose it is the catalog says, where the event type is in it. */
export interface NewNews extends Omit<News, 'owner' | 'at'> {
  /** Where the catalog does not have the event type. */
  readonly owner: string | null
  /** Of an import: when it happened. */
  readonly at?: string
}

/** In the transaction of what happened: it is told if and only if it came to pass. */
export async function insertNews(
  transaction: Transaction,
  { proposal, by, at, retiresOn, ...news }: NewNews,
): Promise<News> {
  const type = await transaction.eventType.findUnique({
    where: { name: news.eventType },
    select: { owner: { select: { slug: true } } },
  })
  const row = await transaction.news.create({
    data: {
      ...news,
      owner: type ? (type.owner?.slug ?? null) : news.owner,
      draftId: proposal,
      retiresOn: retiresOn === null ? null : new Date(retiresOn),
      byName: by,
      ...(at === undefined ? {} : { at: new Date(at) }),
    },
  })
  return toNews(row)
}

/** Newest first. @param of an event type's, or those of all event types that an owner has now; everybody's without it */
export async function listNews(
  of: { eventType: string } | { owner: string } | Record<string, never>,
  kinds: readonly NewsKind[],
  limit: number,
): Promise<News[]> {
  const owned =
    'owner' in of
      ? (
          await prisma().eventType.findMany({
            where: { owner: { slug: of.owner } },
            select: { name: true },
          })
        ).map(({ name }) => name)
      : undefined
  const rows = await prisma().news.findMany({
    where: {
      kind: { in: [...kinds] },
      eventType: 'eventType' in of ? of.eventType : owned && { in: owned },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map(toNews)
}
