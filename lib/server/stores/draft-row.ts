import type { DraftState, DraftSummary } from '@/lib/contracts/draft'
import type { Verdict } from '@/lib/contracts/compatibility'
import type { Kind } from '@/lib/contracts/event-type'
import type { Transaction } from '@/lib/server/database/connection'

export type StoredSummary = Omit<DraftSummary, 'mine' | 'waiting_for_me'>

const reference = { select: { slug: true, name: true } } as const
export const related = { owner: reference, domain: reference } as const

type Reading = Pick<Transaction, 'draft' | 'schemaVersion' | 'eventType'>

export function findDraftRow(id: string, database: Reading) {
  return database.draft.findUnique({ where: { id }, include: related })
}

export type DraftRow = NonNullable<Awaited<ReturnType<typeof findDraftRow>>>
type SummaryRow = Omit<DraftRow, 'schema' | 'examples'>

/** What the catalog says of what drafts name. */
interface Named {
  /** Labels of published versions by their ids. */
  readonly labels: ReadonlyMap<string, string>
  /** Whose the event types are that the catalog has, by name. */
  readonly types: ReadonlyMap<string, Pick<DraftRow, 'owner' | 'domain'>>
}

export async function readNamed(rows: readonly SummaryRow[], database: Reading): Promise<Named> {
  const versions = rows.flatMap((row) => [row.baseVersionId, row.publishedId]).filter((id) => id !== null)
  const found = await database.schemaVersion.findMany({
    where: { id: { in: versions } },
    select: { id: true, label: true },
  })
  const types = await database.eventType.findMany({
    where: { name: { in: rows.map((row) => row.eventTypeName) } },
    select: { name: true, ...related },
  })
  return {
    labels: new Map(found.map((row) => [row.id, row.label])),
    types: new Map(types.map((row) => [row.name, row])),
  }
}

/** States in which a proposal waits since it was handed in. */
export const HANDED_IN = ['in-review', 'changes-requested', 'approved'] as const satisfies DraftState[]

/** As lists order them. */
function waitsSince({ state, submittedAt, updatedAt }: SummaryRow): Date {
  return HANDED_IN.some((one) => one === state) ? (submittedAt ?? updatedAt) : updatedAt
}

/**
 * A row as it goes out. Whose it is, the catalog says where it has the event type: an author could otherwise choose who
 * approves. Only of what is new, the draft says it itself.
 */
export function toSummary(row: SummaryRow, { labels, types }: Named): StoredSummary {
  const { owner, domain } = types.get(row.eventTypeName) ?? row
  return {
    id: row.id,
    event_type: row.eventTypeName,
    kind: row.kind as Kind,
    label: row.label,
    summary: row.summary,
    state: row.state as DraftState,
    base: row.baseVersionId === null ? null : (labels.get(row.baseVersionId) ?? null),
    owner,
    domain,
    revision: row.revision,
    content_revision: row.contentRevision,
    author: { id: row.authorId, name: row.authorName },
    submitted_at: row.submittedAt?.toISOString() ?? null,
    verdict: row.verdict as Verdict | null,
    waits_since: waitsSince(row).toISOString(),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}
