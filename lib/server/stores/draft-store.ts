import 'server-only'
import type { Draft, DraftState, DraftSummary } from '@/lib/contracts/draft'
import type { Kind, Operation } from '@/lib/contracts/event-type'
import { prisma } from '@/lib/server/database/connection'

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
}

const reference = { select: { slug: true, name: true } } as const
const related = { owner: reference, domain: reference } as const

type DraftRow = NonNullable<Awaited<ReturnType<typeof findRow>>>

function findRow(id: string) {
  return prisma().draft.findUnique({ where: { id }, include: related })
}

/** Labels of published versions by their ids. */
async function labelsOf(ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null)
  const rows = await prisma().schemaVersion.findMany({
    where: { id: { in: wanted } },
    select: { id: true, label: true },
  })
  return new Map(rows.map((row) => [row.id, row.label]))
}

function toSummary(row: DraftRow, labels: ReadonlyMap<string, string>): DraftSummary {
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
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}

export async function findDraft(id: string): Promise<Draft | null> {
  const row = await findRow(id)
  if (!row) return null
  const [labels, type] = await Promise.all([
    labelsOf([row.baseVersionId, row.publishedId]),
    prisma().eventType.findUnique({ where: { name: row.eventTypeName }, select: { id: true } }),
  ])
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
): Promise<DraftSummary[]> {
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
  const labels = await labelsOf(rows.map((row) => row.baseVersionId))
  return rows.map((row) => toSummary(row, labels))
}

/** An open draft of an event type with exactly this schema text. */
export async function findOpenDraftWith(eventTypeName: string, schema: string): Promise<string | null> {
  const row = await prisma().draft.findFirst({
    where: { eventTypeName, state: 'draft', schema },
    select: { id: true },
  })
  return row?.id ?? null
}

/** The drafts somebody is writing for an event type. */
export async function listOpenDrafts(
  eventTypeName: string,
): Promise<{ id: string; label: string; updated_at: string }[]> {
  const rows = await prisma().draft.findMany({
    where: { eventTypeName, state: 'draft' },
    orderBy: { updatedAt: 'desc' },
    take: 20,
  })
  return rows.map((row) => ({ id: row.id, label: row.label, updated_at: row.updatedAt.toISOString() }))
}

export async function insertDraft(
  draft: DraftWrite & { id: string; eventTypeName: string; schema: string; baseVersionId: string | null },
): Promise<void> {
  await prisma().draft.create({ data: draft })
}

/**
 * Writes over exactly the revision somebody has read. Answers whether it still was that revision and still open: two
 * people who save at once never overwrite each other.
 */
export async function updateDraftRevision(id: string, revision: number, patch: DraftWrite): Promise<boolean> {
  const { count } = await prisma().draft.updateMany({
    where: { id, revision, state: 'draft' },
    data: { ...patch, revision: { increment: 1 } },
  })
  return count === 1
}

export async function withdrawDraft(id: string): Promise<boolean> {
  const { count } = await prisma().draft.updateMany({
    where: { id, state: 'draft' },
    data: { state: 'withdrawn', revision: { increment: 1 } },
  })
  return count === 1
}
