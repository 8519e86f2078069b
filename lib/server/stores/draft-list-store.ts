import 'server-only'
import type { DraftState, QueueOverview } from '@/lib/contracts/draft'
import { prisma } from '@/lib/server/database/connection'
import { Prisma } from '@/lib/server/database/generated/client'
import { HANDED_IN, readNamed, related, toSummary, type StoredSummary } from './draft-row'

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
  const rows = await prisma().draft.findMany({
    where: { id: { in: ids } },
    include: related,
    // Up to a megabyte each.
    omit: { schema: true, examples: true },
  })
  const named = await readNamed(rows, prisma())
  const byId = new Map(rows.map((row) => [row.id, toSummary(row, named)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Drafts with the owner and the domain that they are shown with; see `toSummary`. */
const placed = Prisma.sql`
  draft d
  LEFT JOIN event_type t ON t.name = d.event_type_name
  LEFT JOIN owner o ON o.id = CASE WHEN t.id IS NULL THEN d.owner_id ELSE t.owner_id END
  LEFT JOIN domain m ON m.id = CASE WHEN t.id IS NULL THEN d.domain_id ELSE t.domain_id END`

function matches({ states, eventTypeName, authorId, owner, domain }: DraftFilter): Prisma.Sql {
  const conditions = [
    Prisma.sql`true`,
    ...(states === undefined ? [] : [Prisma.sql`d.state = ANY (${[...states]}::text[])`]),
    ...(eventTypeName === undefined ? [] : [Prisma.sql`d.event_type_name = ${eventTypeName}::text`]),
    ...(authorId === undefined ? [] : [Prisma.sql`d.author_id = ${authorId}::text`]),
    ...(owner === undefined ? [] : [Prisma.sql`o.slug = ${owner}::text`]),
    ...(domain === undefined ? [] : [Prisma.sql`m.slug = ${domain}::text`]),
  ]
  return Prisma.join(conditions, ' AND ')
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
      FROM ${placed} WHERE ${matches(filter)}
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
    SELECT d.state, count(*)::int AS count FROM ${placed} WHERE ${matches(filter)} GROUP BY d.state`
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** Owners and domains that any draft is shown with, by name. */
export async function listDraftParties(): Promise<Pick<QueueOverview, 'owners' | 'domains'>> {
  type Party = QueueOverview['owners'][number]
  const [owners, domains] = await Promise.all([
    prisma().$queryRaw<Party[]>`
      SELECT slug, name FROM owner WHERE id IN (SELECT o.id FROM ${placed}) ORDER BY name`,
    prisma().$queryRaw<Party[]>`
      SELECT slug, name FROM domain WHERE id IN (SELECT m.id FROM ${placed}) ORDER BY name`,
  ])
  return { owners, domains }
}
