import 'server-only'
import type { SchemaVersion, VersionPatch } from '@/lib/contracts/schema-version'
import type { Json } from '@/lib/domain/json/json'
import { schemaIdentity } from '@/lib/domain/schema/schema-identity'
import { latestVersion, orderVersions } from '@/lib/domain/versioning/label-order'
import { prisma, type Transaction } from '@/lib/server/database/connection'
import type { Prisma } from '@/lib/server/database/generated/client'
import { recordDeed, type Deed } from './audit-store'

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
  origin: true,
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
    status_reason: row.status?.reason ?? '',
    successor: row.status?.successorLabel ?? null,
    retires_on: row.status?.retiresOn?.toISOString().slice(0, 10) ?? null,
    latest: row.id === latestId,
    schema: JSON.parse(row.schema) as unknown,
    examples: JSON.parse(row.examples) as unknown[],
    notes: row.notes,
    base: row.baseVersion?.label ?? null,
    published_at: row.publishedAt.toISOString(),
    published_by: row.publishedBy,
    proposal: row.origin?.draftId ?? null,
    breaking_reason: row.origin?.breakingReason ?? '',
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

/** The version of this id among all of its event type; none where there is no such version. */
export async function listVersionsBeside(id: string): Promise<SchemaVersion[]> {
  const row = await prisma().schemaVersion.findUnique({ where: { id }, select: { eventTypeId: true } })
  return row ? listVersions(row.eventTypeId) : []
}

/**
 * The schemas with these `$id`s (`id` in draft-04); of several versions with one, that published last. The texts are
 * looked through: few schemas refer to others, and a question that does can wait for it.
 */
export async function readSchemasByIdentity(
  ids: readonly string[],
  transaction: Transaction = prisma(),
): Promise<Map<string, Json>> {
  const rows = await transaction.schemaVersion.findMany({
    where: { OR: ids.map((id) => ({ schema: { contains: JSON.stringify(id).slice(1, -1) } })) },
    select: { schema: true },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
  })
  const wanted = new Set(ids)
  const found = new Map<string, Json>()
  for (const row of rows) {
    const schema = JSON.parse(row.schema) as Json
    const id = schemaIdentity(schema)
    if (id !== undefined && wanted.has(id)) found.set(id, schema)
  }
  return found
}

/** Says what may change about a published version. */
export async function setVersionStatus(
  transaction: Transaction,
  versionId: string,
  { status = 'active', status_reason = '', successor = null, retires_on = null }: VersionPatch,
  deed: Deed,
): Promise<void> {
  const data = {
    status,
    reason: status_reason,
    successorLabel: successor,
    retiresOn: retires_on === null ? null : new Date(retires_on),
    updatedBy: deed.by.name,
  }
  await transaction.schemaVersionStatus.upsert({
    where: { versionId },
    create: { versionId, ...data },
    update: data,
  })
  await recordDeed(transaction, deed)
}

/** The schemas' texts of some versions, by id. */
export async function readSchemaTexts(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await prisma().schemaVersion.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, schema: true },
  })
  return new Map(rows.map((row) => [row.id, row.schema]))
}

/** What a publication is decided on. */
export interface PublicationBase {
  readonly versions: readonly {
    id: string
    label: string
    ordinal: number
    status: string
    contentHash: string
    schema: string
    publishedAt: Date
  }[]
}

/** What else a publication does, all of it or nothing: whatever these throw undoes it. */
export interface PublicationEffects {
  /** Registers the event type; asked where the catalog does not have it. */
  readonly register?: (transaction: Transaction) => Promise<void>
  /** Before anything is decided, other publications of the name already waiting. */
  readonly before?: (transaction: Transaction) => Promise<void>
  readonly after?: (transaction: Transaction, publication: { id: string; created: boolean }) => Promise<void>
}

/** Asked under the lock, with what it may read by. */
type Decide = (base: PublicationBase, transaction: Transaction) => Decision | Promise<Decision>
type Decision = { insert: NewVersionRow } | { existing: string } | 'held-up'
type Publication = { readonly id: string; readonly created: boolean } | 'held-up' | 'no-event-type'

/** Class of the advisory locks of publications; the other half of the key is the name's hash. */
const PUBLICATION_LOCK = 1_885_434_739

/** Waiting for many publications of others, one after another, is no failure. */
const patience = { maxWait: 30_000, timeout: 60_000 }

/**
 * Runs `decide` on the versions as they are now and does what it answers, in one transaction under a lock on the
 * name: two publications at once never get one ordinal. The lock is no row's, since the catalog's revision is a row
 * that every change locks too, and two rows in two orders are a deadlock.
 */
export async function publishUnderLock(
  eventTypeName: string,
  decide: Decide,
  { register, before, after }: PublicationEffects = {},
): Promise<Publication> {
  return prisma().$transaction(async (transaction): Promise<Publication> => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${PUBLICATION_LOCK}::int, hashtext(${eventTypeName}))`
    await before?.(transaction)
    const findType = () => transaction.eventType.findUnique({ where: { name: eventTypeName } })
    let type = await findType()
    if (!type && register) {
      await register(transaction)
      type = await findType()
    }
    if (!type) return 'no-event-type'
    const publication = await publishDecided(transaction, type.id, decide)
    if (publication !== 'held-up') await after?.(transaction, publication)
    return publication
  }, patience)
}

async function publishDecided(
  transaction: Transaction,
  eventTypeId: number,
  decide: Decide,
): Promise<{ id: string; created: boolean } | 'held-up'> {
  const versions = await versionsWhere({ eventTypeId }, transaction)
  const decision = await decide({ versions }, transaction)
  if (decision === 'held-up') return decision
  if ('existing' in decision) return { id: decision.existing, created: false }
  await transaction.schemaVersion.create({
    data: { ...decision.insert, eventTypeId, ordinal: (versions.at(-1)?.ordinal ?? 0) + 1 },
  })
  return { id: decision.insert.id, created: true }
}

/** What a publication would be decided on at this moment. */
export async function readPublicationBase(eventTypeName: string): Promise<PublicationBase> {
  return { versions: await versionsWhere({ eventType: { name: eventTypeName } }, prisma()) }
}

async function versionsWhere(
  where: Prisma.SchemaVersionWhereInput,
  client: Transaction,
): Promise<PublicationBase['versions']> {
  const rows = await client.schemaVersion.findMany({
    where,
    include: { status: true },
    orderBy: { ordinal: 'asc' },
  })
  return rows.map((row) => ({ ...row, status: row.status?.status ?? 'active' }))
}

/** Says where a published version came from, and why it breaks what it breaks. @param origin without a draft where it was published directly */
export async function insertOrigin(
  transaction: Transaction,
  origin: { versionId: string; draftId?: string; revision?: number; breakingReason: string },
): Promise<void> {
  // Identical content is published once: a second proposal of it came to the same version, and the first is its origin.
  await transaction.schemaVersionOrigin.createMany({ data: [origin], skipDuplicates: true })
}
