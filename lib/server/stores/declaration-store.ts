import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { prisma, type Transaction } from '@/lib/server/database/connection'
import { recordDeed, type Deed } from './audit-store'

export type Role = 'producer' | 'consumer'

export interface DeclaredUse {
  readonly service: string
  readonly role: Role
  readonly fields: string[]
  readonly note: string
}

/** Whose word about what. */
export interface Declared {
  readonly eventTypeId: number
  /** Slug. */
  readonly service: string
  readonly role: Role
}

export interface DeclaredFacts {
  readonly fields: string[]
  readonly note: string
}

/** Saying what stands there already is no deed. */
export async function putDeclaration(
  declared: Declared,
  said: Partial<DeclaredFacts>,
  deed: Omit<Deed, 'action'>,
): Promise<void> {
  await prisma().$transaction(async (transaction) => {
    const { id, before } = await lockDeclaration(transaction, declared)
    const after = { fields: said.fields ?? before?.fields ?? [], note: said.note ?? before?.note ?? '' }
    if (before && isDeepStrictEqual(before, after)) return
    await transaction.declaration.upsert({
      where: { eventTypeId_serviceId_role: id },
      create: { ...id, ...after },
      update: after,
    })
    await recordDeed(transaction, {
      ...deed,
      action: before ? 'declaration-changed' : 'declaration-made',
      details: { ...deed.details, ...(before ? { ...after, before } : saidOf(after)) },
    })
  })
}

/** What a first word says at all. */
function saidOf({ fields, note }: DeclaredFacts) {
  return { ...(fields.length > 0 && { fields }), ...(note !== '' && { note }) }
}

/** Taking back what nobody says is no deed. */
export async function deleteDeclaration(declared: Declared, deed: Omit<Deed, 'action'>): Promise<void> {
  await prisma().$transaction(async (transaction) => {
    const { id, before } = await lockDeclaration(transaction, declared)
    if (!before) return
    await transaction.declaration.delete({ where: { eventTypeId_serviceId_role: id } })
    await recordDeed(transaction, {
      ...deed,
      action: 'declaration-taken-back',
      details: { ...deed.details, before },
    })
  })
}

/** What is said until now, and will be until the transaction ends: whatever a service says, it says one after the other. */
async function lockDeclaration(transaction: Transaction, { eventTypeId, service, role }: Declared) {
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    SELECT id FROM service WHERE slug = ${service} FOR NO KEY UPDATE`
  const id = { eventTypeId, serviceId: rows[0]!.id, role }
  const before: DeclaredFacts | null = await transaction.declaration.findUnique({
    where: { eventTypeId_serviceId_role: id },
    select: { fields: true, note: true },
  })
  return { id, before }
}

export async function listDeclarationsOfType(eventTypeId: number): Promise<DeclaredUse[]> {
  const rows = await prisma().declaration.findMany({
    where: { eventTypeId },
    orderBy: { service: { slug: 'asc' } },
    include: { service: { select: { slug: true } } },
  })
  return rows.map((row) => ({
    service: row.service.slug,
    role: row.role as Role,
    fields: row.fields,
    note: row.note,
  }))
}

export async function listDeclarationsOfService(
  slug: string,
): Promise<{ eventType: string; kind: 'domain' | 'cud'; role: Role }[]> {
  const rows = await prisma().declaration.findMany({
    where: { service: { slug } },
    orderBy: { eventType: { name: 'asc' } },
    include: { eventType: { select: { name: true, kind: true } } },
  })
  return rows.map((row) => ({
    eventType: row.eventType.name,
    kind: row.eventType.kind as 'domain' | 'cud',
    role: row.role as Role,
  }))
}
