import 'server-only'
import type { Draft, DraftState } from '@/lib/contracts/draft'
import type { Kind, Operation } from '@/lib/contracts/event-type'
import { prisma, type Transaction } from '@/lib/server/database/connection'
import { findDraftRow, readNamed, toSummary } from './draft-row'

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

type Reading = Pick<Transaction, 'draft' | 'schemaVersion' | 'eventType'>

export async function findDraft(id: string, database: Reading = prisma()): Promise<StoredDraft | null> {
  const row = await findDraftRow(id, database)
  if (!row) return null
  const named = await readNamed([row], database)
  return {
    ...toSummary(row, named),
    entity: row.entity,
    operation: row.operation as Operation | null,
    description: row.description,
    schema_text: row.schema,
    examples_text: row.examples,
    event_type_exists: named.types.has(row.eventTypeName),
    published_version: row.publishedId === null ? null : (named.labels.get(row.publishedId) ?? null),
  }
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
