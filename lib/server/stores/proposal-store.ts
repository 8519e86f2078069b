import 'server-only'
import type { Doer, DraftState } from '@/lib/contracts/draft'
import type { Verdict } from '@/lib/contracts/compatibility'
import type { ProposalEntry, RevisionContent, RevisionSummary } from '@/lib/contracts/proposal'
import type { Proposal } from '@/lib/domain/review/advance-proposal'
import type { ReviewVerdict } from '@/lib/domain/review/approval'
import type { ProposalEvent } from '@/lib/domain/review/proposal-state'
import { prisma, type Transaction } from '@/lib/server/database/connection'
import { findDraft, type DraftWrite, type StoredDraft } from './draft-store'

/** What of a proposal the database alone knows; the rest of `Proposal` is concluded from the catalog. */
export type StoredProposal = Omit<Proposal, 'isNewEventType' | 'mayBreak' | 'ownerCanApprove'> & {
  readonly verdict: Verdict | null
  readonly latestSeenId: string | null
}

/** Waiting for somebody else's save is no failure. */
const patience = { maxWait: 30_000, timeout: 60_000 }

/** Does all of it or nothing, with what `lockDraft` locked held until the end. */
export function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return prisma().$transaction(work, patience)
}

/**
 * The draft, held until the transaction ends: saves, reviews and the publication of one proposal come one after the
 * other. Null where there is none.
 */
export async function lockDraft(transaction: Transaction, id: string): Promise<StoredDraft | null> {
  await transaction.$queryRaw`SELECT FROM draft WHERE id = ${id} FOR UPDATE`
  return findDraft(id, transaction)
}

type Reading = Pick<Transaction, 'draft' | 'draftRevision' | 'proposalEntry'>

/** Ids of everybody who wrote a revision. */
export async function listAuthors(draftId: string, database: Reading = prisma()): Promise<string[]> {
  const rows = await database.draftRevision.findMany({
    where: { draftId, actorId: { not: '' } },
    distinct: ['actorId'],
    select: { actorId: true },
  })
  return rows.map(({ actorId }) => actorId)
}

export async function readProposal(id: string, database: Reading = prisma()): Promise<StoredProposal> {
  const row = await database.draft.findUniqueOrThrow({ where: { id } })
  const authors = await listAuthors(id, database)
  const reviews = await database.proposalEntry.findMany({
    where: { draftId: id, event: { in: ['approve', 'request-changes'] } },
    orderBy: { id: 'asc' },
  })
  return {
    state: row.state as DraftState,
    revision: row.revision,
    contentRevision: row.contentRevision,
    reviewsBeforeSubmission: row.reviewsBeforeSubmission,
    verdict: row.verdict as Verdict | null,
    latestSeenId: row.latestSeenId,
    authors,
    reviews: reviews.map((entry) => ({
      actor: entry.actorId,
      name: entry.actorName,
      verdict: entry.event as ReviewVerdict,
      revision: entry.revision,
      asReviewer: entry.asReviewer,
      asOwner: entry.asOwner,
    })),
  }
}

/** What moves with a proposal: its place on the way, and where it is a save, its texts. */
export async function writeProposal(
  transaction: Transaction,
  id: string,
  proposal: Pick<Proposal, 'state' | 'revision' | 'contentRevision' | 'reviewsBeforeSubmission'>,
  more: DraftWrite & { verdict?: Verdict | null; submittedAt?: Date; publishedId?: string } = {},
): Promise<void> {
  const { state, revision, contentRevision, reviewsBeforeSubmission } = proposal
  await transaction.draft.update({
    where: { id },
    data: { state, revision, contentRevision, reviewsBeforeSubmission, ...more },
  })
}

export interface NewRevision {
  readonly draftId: string
  readonly revision: number
  readonly content: RevisionContent
  readonly onlyDocumentation: boolean
  readonly origin: string
  readonly by: Doer
}

export async function insertRevision(transaction: Transaction, revision: NewRevision): Promise<void> {
  const { by, content, ...rest } = revision
  await transaction.draftRevision.create({
    data: { ...rest, content: JSON.stringify(content), actorId: by.id, actorName: by.name },
  })
}

export interface NewEntry {
  readonly draftId: string
  readonly event: ProposalEvent
  readonly state: DraftState
  readonly revision: number
  readonly body?: string
  readonly asReviewer?: boolean
  readonly asOwner?: boolean
  readonly by: Doer
}

export async function insertEntry(transaction: Transaction, entry: NewEntry): Promise<void> {
  const { by, ...rest } = entry
  await transaction.proposalEntry.create({ data: { ...rest, actorId: by.id, actorName: by.name } })
}

/** What happened, first to last. */
export async function listEntries(draftId: string): Promise<ProposalEntry[]> {
  const rows = await prisma().proposalEntry.findMany({ where: { draftId }, orderBy: { id: 'asc' } })
  return rows.map((row) => ({
    id: row.id,
    event: row.event as ProposalEvent,
    state: row.state as DraftState,
    revision: row.revision,
    body: row.body,
    by: { id: row.actorId, name: row.actorName },
    as_reviewer: row.asReviewer,
    as_owner: row.asOwner,
    at: row.at.toISOString(),
  }))
}

type RevisionRow = Awaited<ReturnType<ReturnType<typeof prisma>['draftRevision']['findFirstOrThrow']>>

function toRevision(row: Omit<RevisionRow, 'content'>): RevisionSummary {
  return {
    revision: row.revision,
    by: { id: row.actorId, name: row.actorName },
    saved_at: row.savedAt.toISOString(),
    only_documentation: row.onlyDocumentation,
    origin: row.origin,
  }
}

/** Newest first; `before` is the last one of the page before. */
export async function listRevisions(
  draftId: string,
  before: number | undefined,
  limit: number,
): Promise<RevisionSummary[]> {
  const rows = await prisma().draftRevision.findMany({
    where: { draftId, ...(before === undefined ? {} : { revision: { lt: before } }) },
    orderBy: { revision: 'desc' },
    take: limit,
    omit: { content: true },
  })
  return rows.map(toRevision)
}

export async function findRevision(
  draftId: string,
  revision: number,
): Promise<(RevisionSummary & { content: RevisionContent }) | null> {
  const row = await prisma().draftRevision.findUnique({ where: { draftId_revision: { draftId, revision } } })
  return row && { ...toRevision(row), content: JSON.parse(row.content) as RevisionContent }
}

/** The schema's text in one revision, where it is from before the others, and in all since another; first to last. */
export async function readRevisionTexts(
  draftId: string,
  { first, since }: { first: number; since: number },
  database: Reading = prisma(),
): Promise<{ revision: number; text: string }[]> {
  const rows = await database.draftRevision.findMany({
    where: { draftId, OR: [{ revision: first }, { revision: { gte: Math.max(first, since) } }] },
    orderBy: { revision: 'asc' },
    select: { revision: true, content: true },
  })
  return rows.map(({ revision, content }) => ({
    revision,
    text: (JSON.parse(content) as RevisionContent).schema_text,
  }))
}

/** The last word of somebody on each of these drafts, by draft, with the revision it was about. */
export async function readLastWords(
  actorId: string,
  draftIds: readonly string[],
): Promise<Map<string, { verdict: ReviewVerdict; revision: number }>> {
  const rows = await prisma().proposalEntry.findMany({
    where: { actorId, draftId: { in: [...draftIds] }, event: { in: ['approve', 'request-changes'] } },
    orderBy: { id: 'asc' },
    select: { draftId: true, event: true, revision: true },
  })
  return new Map(
    rows.map(({ draftId, event, revision }) => [draftId, { verdict: event as ReviewVerdict, revision }]),
  )
}

/** Ids of everybody who reviewed a proposal, or commented on it. */
export async function listSpeakers(transaction: Transaction, draftId: string): Promise<string[]> {
  const reviews = await transaction.proposalEntry.findMany({
    where: { draftId, event: { in: ['approve', 'request-changes', 'comment'] } },
    distinct: ['actorId'],
    select: { actorId: true },
  })
  const comments = await transaction.proposalComment.findMany({
    where: { thread: { draftId } },
    distinct: ['actorId'],
    select: { actorId: true },
  })
  return [...new Set([...reviews, ...comments].map(({ actorId }) => actorId))]
}
