import 'server-only'
import type { Domain, DomainPatch, NewDomain } from '@/lib/contracts/people'
import { prisma, type Transaction } from '@/lib/server/database/connection'

const counted = { _count: { select: { owners: true, services: true, eventTypes: true } } } as const

type DomainRow = Awaited<ReturnType<typeof findRow>>

function findRow(slug: string) {
  return prisma().domain.findUnique({ where: { slug }, include: counted })
}

function toDomain(row: NonNullable<DomainRow>): Domain {
  return {
    slug: row.slug,
    name: row.name,
    description: row.description,
    counts: { owners: row._count.owners, services: row._count.services, event_types: row._count.eventTypes },
    updated_at: row.updatedAt.toISOString(),
  }
}

export async function findDomain(slug: string): Promise<Domain | null> {
  const row = await findRow(slug)
  return row && toDomain(row)
}

/** By name, all of them: there are tens, not thousands. */
export async function listDomains(after: string | undefined, limit: number): Promise<Domain[]> {
  const rows = await prisma().domain.findMany({
    where: after === undefined ? {} : { slug: { gt: after } },
    orderBy: { slug: 'asc' },
    take: limit,
    include: counted,
  })
  return rows.map(toDomain)
}

/** The row's number, for rows that refer to it. */
export async function findDomainId(slug: string): Promise<number | null> {
  return (await prisma().domain.findUnique({ where: { slug }, select: { id: true } }))?.id ?? null
}

/**
 * What is said of it now; null where there is none. Held until the transaction ends: its changes come one after the
 * other.
 */
export async function lockDomain(
  transaction: Transaction,
  slug: string,
): Promise<Required<DomainPatch> | null> {
  const rows = await transaction.$queryRaw<Required<DomainPatch>[]>`
    SELECT name, description FROM domain WHERE slug = ${slug} FOR NO KEY UPDATE`
  return rows[0] ?? null
}

/** false where the slug is taken. */
export async function insertDomain(transaction: Transaction, domain: NewDomain): Promise<boolean> {
  const { count } = await transaction.domain.createMany({ data: [domain], skipDuplicates: true })
  return count === 1
}

export async function updateDomain(
  transaction: Transaction,
  slug: string,
  patch: DomainPatch,
): Promise<void> {
  await transaction.domain.update({ where: { slug }, data: patch })
}
