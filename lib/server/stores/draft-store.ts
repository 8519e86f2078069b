import 'server-only'
import type { Draft, DraftState, DraftSummary } from '@/lib/contracts/draft'
import type { Verdict } from '@/lib/contracts/compatibility'
import type { Kind, Operation } from '@/lib/contracts/event-type'
import { prisma, type Transaction } from '@/lib/server/database/connection'

/** What may be written of a draft, references resolved to the numbers of their rows. */
export interface DraftWrite {
  eventTypeName?: string
  kind?: Kind
  entity?: string | null
  operation?: Operation | null
  description?: string
  ownerId?: number | null
  domainId?: number | null
  label?: string
  summary?: string
  schema?: string
  examples?: string
  baseVersionId?: string | null
  latestSeenId?: string | null
}

/** A draft as it is stored: what is of whoever asks comes on the way out. */
export type StoredDraft = Omit<Draft, 'mine' | 'waiting_for_me'>
export type StoredSummary = Omit<DraftSummary, 'mine' | 'waiting_for_me'>

const reference = { select: { slug: true, name: true } } as const
const related = { owner: reference, domain: reference } as const

type DraftRow = NonNullable<Awaited<ReturnType<typeof findRow>>>
type Reading = Pick<Transaction, 'draft' | 'schemaVersion' | 'eventType'>

function findRow(id: string, database: Reading) {
  return database.draft.findUnique({ where: { id }, include: related })
}

/** Labels of published versions by their ids. */
async function labelsOf(ids: (string | null)[], database: Reading): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null)
  const rows = await database.schemaVersion.findMany({
    where: { id: { in: wanted } },
    select: { id: true, label: true },
  })
  return new Map(rows.map((row) => [row.id, row.label]))
}

function toSummary(row: DraftRow, labels: ReadonlyMap<string, string>): StoredSummary {
  return {
    id: row.id,
    event_type: row.eventTypeName,
    kind: row.kind as Kind,
    label: row.label,
    summary: row.summary,
    state: row.state as DraftState,
    base: row.baseVersionId === null ? null : (labels.get(row.baseVersionId) ?? null),
    owner: row.owner,
    domain: row.domain,
    revision: row.revision,
    content_revision: row.contentRevision,
    author: { id: row.authorId, name: row.authorName },
    submitted_at: row.submittedAt?.toISOString() ?? null,
    verdict: row.verdict as Verdict | null,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}

export async function findDraft(id: string, database: Reading = prisma()): Promise<StoredDraft | null> {
  const row = await findRow(id, database)
  if (!row) return null
  const labels = await labelsOf([row.baseVersionId, row.publishedId], database)
  const type = await database.eventType.findUnique({
    where: { name: row.eventTypeName },
    select: { id: true },
  })
  return {
    ...toSummary(row, labels),
    entity: row.entity,
    operation: row.operation as Operation | null,
    description: row.description,
    schema_text: row.schema,
    examples_text: row.examples,
    event_type_exists: type !== null,
    published_version: row.publishedId === null ? null : (labels.get(row.publishedId) ?? null),
  }
}

/** Last changed first; `after` is the last one of the page before. */
export async function listDrafts(
  filter: { state?: DraftState; eventTypeName?: string },
  after: { updatedAt: Date; id: string } | undefined,
  limit: number,
): Promise<StoredSummary[]> {
  const rows = await prisma().draft.findMany({
    where: {
      ...filter,
      ...(after
        ? {
            OR: [
              { updatedAt: { lt: after.updatedAt } },
              { updatedAt: after.updatedAt, id: { gt: after.id } },
            ],
          }
        : {}),
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: limit,
    include: related,
  })
  const labels = await labelsOf(
    rows.map((row) => row.baseVersionId),
    prisma(),
  )
  return rows.map((row) => toSummary(row, labels))
}

/** States in which a draft may still become a version. */
export const OPEN_STATES = [
  'draft',
  'in-review',
  'changes-requested',
  'approved',
] as const satisfies DraftState[]
const open = { in: [...OPEN_STATES] }

/** An open draft of an event type with exactly this schema text. */
export async function findOpenDraftWith(eventTypeName: string, schema: string): Promise<string | null> {
  const row = await prisma().draft.findFirst({
    where: { eventTypeName, state: open, schema },
    select: { id: true },
  })
  return row?.id ?? null
}

/** What somebody is writing for an event type, and what is in review. */
export async function listOpenDrafts(
  eventTypeName: string,
): Promise<{ id: string; label: string; updated_at: string }[]> {
  const rows = await prisma().draft.findMany({
    where: { eventTypeName, state: open },
    orderBy: { updatedAt: 'desc' },
    take: 20,
  })
  return rows.map((row) => ({ id: row.id, label: row.label, updated_at: row.updatedAt.toISOString() }))
}

export async function insertDraft(
  transaction: Pick<Transaction, 'draft'>,
  draft: DraftWrite & {
    id: string
    eventTypeName: string
    schema: string
    baseVersionId: string | null
    authorId: string
    authorName: string
  },
): Promise<void> {
  await transaction.draft.create({ data: draft })
}
