import 'server-only'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import { latestVersion, orderVersions } from '@/lib/domain/versioning/label-order'
import { prisma } from '@/lib/server/database/connection'

/** What publishing writes; `schema` and `examples` are JSON texts. */
export interface NewVersionRow {
  readonly id: string
  readonly label: string
  readonly schema: string
  readonly examples: string
  readonly notes: string
  readonly contentHash: string
  readonly baseVersionId: string | null
  readonly publishedBy: string
  readonly publishedAt?: Date
}

const related = {
  status: true,
  eventType: { select: { name: true } },
  baseVersion: { select: { label: true } },
} as const

type VersionRow = Awaited<ReturnType<typeof findRows>>[number]

function findRows(eventTypeId: number) {
  return prisma().schemaVersion.findMany({ where: { eventTypeId }, include: related })
}

function toVersion(row: VersionRow, latestId: string | undefined): SchemaVersion {
  return {
    id: row.id,
    event_type: row.eventType.name,
    label: row.label,
    ordinal: row.ordinal,
    status: (row.status?.status ?? 'active') as SchemaVersion['status'],
    latest: row.id === latestId,
    schema: JSON.parse(row.schema) as unknown,
    examples: JSON.parse(row.examples) as unknown[],
    notes: row.notes,
    base: row.baseVersion?.label ?? null,
    published_at: row.publishedAt.toISOString(),
    published_by: row.publishedBy,
  }
}

const orderFacts = (row: VersionRow) => ({
  id: row.id,
  label: row.label,
  ordinal: row.ordinal,
  status: row.status?.status ?? 'active',
  row,
})

/** All versions of an event type, lowest first. Some event types have hundreds; none has many thousands. */
export async function listVersions(eventTypeId: number): Promise<SchemaVersion[]> {
  const rows = (await findRows(eventTypeId)).map(orderFacts)
  const latest = latestVersion(rows)?.id
  return orderVersions(rows).map(({ row }) => toVersion(row, latest))
}

export async function findVersionById(id: string): Promise<SchemaVersion | null> {
  const row = await prisma().schemaVersion.findUnique({ where: { id }, select: { eventTypeId: true } })
  if (!row) return null
  return (await listVersions(row.eventTypeId)).find((version) => version.id === id) ?? null
}

/** The schemas' texts of some versions, by id. */
export async function readSchemaTexts(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await prisma().schemaVersion.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, schema: true },
  })
  return new Map(rows.map((row) => [row.id, row.schema]))
}

/** What a publication is decided on: read under a lock that keeps other publications of the type waiting. */
export interface PublicationBase {
  readonly eventTypeId: number
  readonly versions: readonly {
    id: string
    label: string
    ordinal: number
    status: string
    contentHash: string
    schema: string
  }[]
}

/**
 * Runs `decide` on the versions as they are now and inserts what it answers, in one transaction under a lock on the
 * event type: two publications at once never get one ordinal. Answers the id decided on, new or existing.
 */
export async function publishUnderLock(
  eventTypeName: string,
  decide: (base: PublicationBase) => { insert: NewVersionRow } | { existing: string },
): Promise<{ id: string; created: boolean } | null> {
  return prisma().$transaction(async (transaction) => {
    const locked = await transaction.$queryRaw<
      { id: number }[]
    >`SELECT id FROM event_type WHERE name = ${eventTypeName} FOR UPDATE`
    const eventTypeId = locked[0]?.id
    if (eventTypeId === undefined) return null
    const rows = await transaction.schemaVersion.findMany({
      where: { eventTypeId },
      include: { status: true },
      orderBy: { ordinal: 'asc' },
    })
    const decision = decide({
      eventTypeId,
      versions: rows.map((row) => ({ ...row, status: row.status?.status ?? 'active' })),
    })
    if ('existing' in decision) return { id: decision.existing, created: false }
    await transaction.schemaVersion.create({
      data: { ...decision.insert, eventTypeId, ordinal: (rows.at(-1)?.ordinal ?? 0) + 1 },
    })
    return { id: decision.insert.id, created: true }
  })
}
