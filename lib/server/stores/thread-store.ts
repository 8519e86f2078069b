import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Doer } from '@/lib/contracts/draft'
import type { Suggestion, Thread } from '@/lib/contracts/proposal'
import type { Anchor } from '@/lib/domain/review/follow-anchor'
import { prisma, type Transaction } from '@/lib/server/database/connection'

type ThreadRow = Awaited<ReturnType<typeof findRows>>[number]

function findRows(draftId: string) {
  return prisma().proposalThread.findMany({
    where: { draftId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { comments: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  })
}

function toThread(row: ThreadRow): Thread {
  return {
    id: row.id,
    pointer: row.pointer,
    opened_at: row.openedAt,
    is_gone: row.isGone,
    revision: row.revision,
    resolved_by: row.resolvedBy,
    resolved_at: row.resolvedAt?.toISOString() ?? null,
    comments: row.comments.map((comment) => ({
      id: comment.id,
      revision: comment.revision,
      body: comment.body,
      suggestion: comment.suggestion === null ? null : (JSON.parse(comment.suggestion) as Suggestion),
      by: { id: comment.actorId, name: comment.actorName },
      at: comment.at.toISOString(),
    })),
  }
}

/** Every thread of a proposal, oldest first. */
export async function listThreads(draftId: string): Promise<Thread[]> {
  return (await findRows(draftId)).map(toThread)
}

export interface NewThreadComment {
  readonly draftId: string
  readonly revision: number
  readonly body: string
  readonly suggestion: Suggestion | null
  readonly by: Doer
  /** The thread that is answered, or where a new one begins. */
  readonly place: { readonly thread: string } | (Anchor & { readonly openedAt: string })
}

/** The thread's id, or null where the draft has no such thread. An answer to a resolved thread opens it again. */
export async function insertComment(
  transaction: Transaction,
  { draftId, revision, body, suggestion, by, place }: NewThreadComment,
): Promise<string | null> {
  let threadId: string
  if ('thread' in place) {
    threadId = place.thread
    const { count } = await transaction.proposalThread.updateMany({
      where: { id: threadId, draftId },
      data: { resolvedAt: null, resolvedBy: null },
    })
    if (count === 0) return null
  } else {
    threadId = randomUUID()
    await transaction.proposalThread.create({ data: { id: threadId, draftId, revision, ...place } })
  }
  await transaction.proposalComment.create({
    data: {
      id: randomUUID(),
      threadId,
      revision,
      body,
      suggestion: suggestion === null ? null : JSON.stringify(suggestion),
      actorId: by.id,
      actorName: by.name,
    },
  })
  return threadId
}

/** Whether the draft has such a thread. */
export async function resolveThread(
  draftId: string,
  id: string,
  by: Doer,
  resolved: boolean,
): Promise<boolean> {
  const { count } = await prisma().proposalThread.updateMany({
    where: { id, draftId },
    data: resolved ? { resolvedAt: new Date(), resolvedBy: by.name } : { resolvedAt: null, resolvedBy: null },
  })
  return count > 0
}

/** Where the threads of a draft stand. */
export function readAnchors(transaction: Transaction, draftId: string): Promise<(Anchor & { id: string })[]> {
  return transaction.proposalThread.findMany({
    where: { draftId },
    select: { id: true, pointer: true, isGone: true },
  })
}

export async function moveThread(
  transaction: Transaction,
  id: string,
  { pointer, isGone }: Anchor,
): Promise<void> {
  await transaction.proposalThread.update({ where: { id }, data: { pointer, isGone } })
}
