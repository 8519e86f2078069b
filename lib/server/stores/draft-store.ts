import 'server-only'
import type { Draft, DraftState, DraftSummary, QueueOverview } from '@/lib/contracts/draft'
import type { Verdict } from '@/lib/contracts/compatibility'
import type { Kind, Operation } from '@/lib/contracts/event-type'
import type { Reference } from '@/lib/contracts/people'
import { prisma, type Transaction } from '@/lib/server/database/connection'
import { Prisma } from '@/lib/server/database/generated/client'

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

/** Texts are up to a megabyte: lists do without. */
const texts = { schema: true, examples: true } as const

type DraftRow = NonNullable<Awaited<ReturnType<typeof findRow>>>
type SummaryRow = Omit<DraftRow, keyof typeof texts>
type Reading = Pick<Transaction, 'draft' | 'schemaVersion' | 'eventType'>

function findRow(id: string, database: Reading) {
  return database.draft.findUnique({ where: { id }, include: related })
}

type OwnersOfTypes = ReadonlyMap<string, DraftRow['owner']>

/**
 * Whose those event types are that the catalog has, by their names. What a draft of one of them says of its owner counts
 * nothing: whoever writes it could otherwise choose whose word it takes.
 */
async function ownersOf(names: string[], database: Reading): Promise<OwnersOfTypes> {
  const rows = await database.eventType.findMany({
    where: { name: { in: names } },
    select: { name: true, owner: reference },
  })
  return new Map(rows.map(({ name, owner }) => [name, owner]))
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

/** States in which a proposal waits since it was handed in. */
export const HANDED_IN = ['in-review', 'changes-requested', 'approved'] as const satisfies DraftState[]

/** As `listIds` orders them. */
function waitsSince({ state, submittedAt, updatedAt }: SummaryRow): Date {
  return HANDED_IN.some((one) => one === state) ? (submittedAt ?? updatedAt) : updatedAt
}

function toSummary(
  row: SummaryRow,
  labels: ReadonlyMap<string, string>,
  owners: OwnersOfTypes,
): StoredSummary {
  const owner = owners.get(row.eventTypeName)
  return {
    id: row.id,
    event_type: row.eventTypeName,
    kind: row.kind as Kind,
    label: row.label,
    summary: row.summary,
    state: row.state as DraftState,
    base: row.baseVersionId === null ? null : (labels.get(row.baseVersionId) ?? null),
    owner: owner === undefined ? row.owner : owner,
    domain: row.domain,
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

export async function findDraft(id: string, database: Reading = prisma()): Promise<StoredDraft | null> {
  const row = await findRow(id, database)
  if (!row) return null
  const labels = await labelsOf([row.baseVersionId, row.publishedId], database)
  const owners = await ownersOf([row.eventTypeName], database)
  return {
    ...toSummary(row, labels, owners),
    entity: row.entity,
    operation: row.operation as Operation | null,
    description: row.description,
    schema_text: row.schema,
    examples_text: row.examples,
    event_type_exists: owners.has(row.eventTypeName),
    published_version: row.publishedId === null ? null : (labels.get(row.publishedId) ?? null),
  }
}

/** What narrows a list of drafts; owner and domain by their slugs. */
export interface DraftFilter {
  readonly states?: readonly DraftState[]
  readonly eventTypeName?: string
  readonly authorId?: string
  readonly owner?: string
  readonly domain?: string
}

/** `changed`: last changed first; the others by `waits_since`. */
export type DraftOrder = 'changed' | 'oldest' | 'newest'

/** Where a page ended: the instant that the order goes by, and the id. */
export interface DraftPlace {
  readonly at: string
  readonly id: string
}

export function placeOf(draft: StoredSummary, order: DraftOrder): DraftPlace {
  return { at: order === 'changed' ? draft.updated_at : draft.waits_since, id: draft.id }
}

/** At most `limit` of them; `after` is where the page before ended. */
export async function listDrafts(
  filter: DraftFilter,
  order: DraftOrder,
  after: DraftPlace | undefined,
  limit: number,
): Promise<StoredSummary[]> {
  const ids = await listIds(filter, order, after, limit)
  const rows = await prisma().draft.findMany({ where: { id: { in: ids } }, include: related, omit: texts })
  const labels = await labelsOf(
    rows.map((row) => row.baseVersionId),
    prisma(),
  )
  const owners = await ownersOf(
    rows.map((row) => row.eventTypeName),
    prisma(),
  )
  const byId = new Map(rows.map((row) => [row.id, toSummary(row, labels, owners)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Drafts with whose they are, as `toSummary` shows it: the event type's owner where the catalog has it. */
const DRAFTS = Prisma.sql`
  draft d
  LEFT JOIN event_type t ON t.name = d.event_type_name
  LEFT JOIN owner o ON o.id = CASE WHEN t.id IS NULL THEN d.owner_id ELSE t.owner_id END
  LEFT JOIN domain m ON m.id = d.domain_id`

function matches({ states, eventTypeName, authorId, owner, domain }: DraftFilter): Prisma.Sql {
  const wanted = states === undefined ? null : [...states]
  return Prisma.sql`
    (${wanted}::text[] IS NULL OR d.state = ANY (${wanted}::text[]))
    AND (${eventTypeName ?? null}::text IS NULL OR d.event_type_name = ${eventTypeName ?? null}::text)
    AND (${authorId ?? null}::text IS NULL OR d.author_id = ${authorId ?? null}::text)
    AND (${owner ?? null}::text IS NULL OR o.slug = ${owner ?? null}::text)
    AND (${domain ?? null}::text IS NULL OR m.slug = ${domain ?? null}::text)`
}

/** In SQL, since an object mapper cannot order by what two columns say together. */
async function listIds(
  filter: DraftFilter,
  order: DraftOrder,
  after: DraftPlace | undefined,
  limit: number,
): Promise<string[]> {
  // The later the smaller where the newest come first, so that one comparison pages both ways.
  const direction = order === 'oldest' ? 1 : -1
  const rows = await prisma().$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT d.id, ${direction}::int * extract(epoch FROM
        CASE WHEN ${order !== 'changed'}::boolean AND d.state = ANY (${[...HANDED_IN]}::text[])
          THEN coalesce(d.submitted_at, d.updated_at) ELSE d.updated_at END) AS place
      FROM ${DRAFTS}
      WHERE ${matches(filter)}
    ) AS found
    WHERE ${after === undefined}::boolean OR (place, id) >
      (${direction}::int * extract(epoch FROM ${after?.at ?? null}::text::timestamptz), ${after?.id ?? null}::text)
    ORDER BY place, id
    LIMIT ${limit}::int`
  return rows.map(({ id }) => id)
}

/** How many there are, by their state. */
export async function countDrafts(filter: Omit<DraftFilter, 'states'>): Promise<Map<DraftState, number>> {
  const rows = await prisma().$queryRaw<{ state: DraftState; count: number }[]>`
    SELECT d.state, count(*)::int AS count FROM ${DRAFTS} WHERE ${matches(filter)} GROUP BY d.state`
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** Owners and domains that any draft is shown with, by name. */
export async function listDraftParties(): Promise<Pick<QueueOverview, 'owners' | 'domains'>> {
  const [owners, domains] = await Promise.all([
    prisma().$queryRaw<
      Reference[]
    >`SELECT DISTINCT o.slug, o.name FROM ${DRAFTS} WHERE o.id IS NOT NULL ORDER BY o.name`,
    prisma().$queryRaw<
      Reference[]
    >`SELECT DISTINCT m.slug, m.name FROM ${DRAFTS} WHERE m.id IS NOT NULL ORDER BY m.name`,
  ])
  return { owners, domains }
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
