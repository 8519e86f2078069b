import 'server-only'
import type { EventTypeStatus, Kind, NewEventType, Operation } from '@/lib/contracts/event-type'
import type { Reference } from '@/lib/contracts/people'
import { prisma, type Transaction } from '@/lib/server/database/connection'

/** One event type with everything the catalog lists of it, in one row. */
export interface CatalogRow {
  readonly id: number
  readonly name: string
  readonly kind: Kind
  readonly entity: string | null
  readonly operation: Operation | null
  readonly status: EventTypeStatus
  readonly statusSince: string | null
  readonly statusReason: string
  /** The name of what to go to. */
  readonly successor: string | null
  /** A day: `2026-08-06`. */
  readonly retiresOn: string | null
  readonly description: string
  readonly owner: Reference | null
  readonly domain: Reference | null
  readonly versions: readonly { id: string; label: string; ordinal: number; status: string }[]
  readonly producers: readonly string[]
  readonly consumers: readonly string[]
  readonly createdAt: string
  readonly updatedAt: string
}

export interface EventTypeWrite {
  kind?: Kind
  entity?: string | null
  operation?: Operation | null
  status?: EventTypeStatus
  statusSince?: Date
  statusReason?: string
  successorId?: number | null
  retiresOn?: Date | null
  description?: string
  ownerId?: number | null
  domainId?: number | null
}

/** Grows with every change of the catalog, whichever process made it. */
export async function readCatalogRevision(): Promise<bigint> {
  const row = await prisma().catalogRevision.findUnique({ where: { id: 1 } })
  return row?.revision ?? 0n
}

/**
 * The whole catalog, or one event type: a row each, related names and versions aggregated by the database, since
 * 10,000 types through an object mapper's joins take seconds.
 */
export async function readCatalogRows(name?: string): Promise<CatalogRow[]> {
  const rows = await prisma().$queryRaw<{ row: CatalogRow }[]>`
    SELECT json_build_object(
      'id', t.id, 'name', t.name, 'kind', t.kind, 'entity', t.entity, 'operation', t.operation, 'status', t.status,
      'description', t.description, 'statusReason', t.status_reason, 'successor', r.name,
      'retiresOn', to_char(t.retires_on, 'YYYY-MM-DD'),
      'statusSince', to_char(t.status_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'owner', CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('slug', o.slug, 'name', o.name) END,
      'domain', CASE WHEN d.id IS NULL THEN NULL ELSE json_build_object('slug', d.slug, 'name', d.name) END,
      'versions', coalesce(v.versions, '[]'::json),
      'producers', coalesce(u.producers, '[]'::json), 'consumers', coalesce(u.consumers, '[]'::json),
      'createdAt', to_char(t.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'updatedAt', to_char(t.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    ) AS row
    FROM event_type t
    LEFT JOIN owner o ON o.id = t.owner_id
    LEFT JOIN domain d ON d.id = t.domain_id
    LEFT JOIN event_type r ON r.id = t.successor_id
    LEFT JOIN (
      SELECT sv.event_type_id,
        json_agg(json_build_object('id', sv.id, 'label', sv.label, 'ordinal', sv.ordinal, 'status', coalesce(s.status, 'active')) ORDER BY sv.ordinal) AS versions
      FROM schema_version sv LEFT JOIN schema_version_status s ON s.version_id = sv.id
      WHERE ${name ?? null}::text IS NULL OR sv.event_type_id = (SELECT id FROM event_type WHERE name = ${name ?? null}::text)
      GROUP BY sv.event_type_id
    ) v ON v.event_type_id = t.id
    LEFT JOIN (
      SELECT c.event_type_id,
        json_agg(s.slug ORDER BY s.slug) FILTER (WHERE c.role = 'producer') AS producers,
        json_agg(s.slug ORDER BY s.slug) FILTER (WHERE c.role = 'consumer') AS consumers
      FROM declaration c JOIN service s ON s.id = c.service_id GROUP BY c.event_type_id
    ) u ON u.event_type_id = t.id
    WHERE ${name ?? null}::text IS NULL OR t.name = ${name ?? null}::text
    ORDER BY t.name`
  return rows.map(({ row }) => row)
}

export async function findEventTypeId(name: string): Promise<number | null> {
  return (await prisma().eventType.findUnique({ where: { name }, select: { id: true } }))?.id ?? null
}

/** The event types of one entity: a CUD event's sisters, itself among them. */
export async function listEventTypesOfEntity(
  entity: string,
): Promise<{ name: string; operation: Operation | null }[]> {
  const rows = await prisma().eventType.findMany({
    where: { kind: 'cud', entity },
    orderBy: { id: 'asc' },
    select: { name: true, operation: true },
  })
  return rows.map((row) => ({ name: row.name, operation: row.operation as Operation | null }))
}

/** false where the name is taken. */
export async function insertEventType(
  type: Pick<NewEventType, 'name' | 'kind'> & EventTypeWrite,
  transaction: Transaction,
): Promise<boolean> {
  const { count } = await transaction.eventType.createMany({ data: [type], skipDuplicates: true })
  return count === 1
}

/** What is described of an event type, owner and domain by their slugs. */
export interface EventTypeFacts {
  readonly kind: string
  readonly entity: string | null
  readonly operation: string | null
  readonly description: string
  readonly owner: string | null
  readonly domain: string | null
}

/** Held until the transaction ends: its changes come one after the other. Null where there is none. */
export async function lockEventType(transaction: Transaction, name: string): Promise<EventTypeFacts | null> {
  const rows = await transaction.$queryRaw<EventTypeFacts[]>`
    SELECT t.kind, t.entity, t.operation, t.description, o.slug AS owner, d.slug AS domain
    FROM event_type t LEFT JOIN owner o ON o.id = t.owner_id LEFT JOIN domain d ON d.id = t.domain_id
    WHERE t.name = ${name} FOR NO KEY UPDATE OF t`
  return rows[0] ?? null
}

export async function updateEventType(
  transaction: Transaction,
  name: string,
  patch: EventTypeWrite,
): Promise<void> {
  await transaction.eventType.update({ where: { name }, data: patch })
}

/**
 * Whether following the successors of an event type comes back to it. Asked after the change, in its transaction: each
 * change of the catalog keeps the others waiting until its end, so that no two halves of a circle are made at once.
 */
export async function isAmongItsSuccessors(transaction: Transaction, name: string): Promise<boolean> {
  const rows = await transaction.$queryRaw<{ found: boolean }[]>`
    WITH RECURSIVE way AS (
      SELECT id AS first, successor_id AS next FROM event_type WHERE name = ${name}
      UNION SELECT w.first, t.successor_id FROM way w JOIN event_type t ON t.id = w.next
    ) SELECT EXISTS (SELECT FROM way WHERE next = first) AS found`
  return rows[0]!.found
}
