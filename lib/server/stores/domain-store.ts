import 'server-only'
import type { Domain, DomainPatch, NewDomain } from '@/lib/contracts/people'
import { prisma } from '@/lib/server/database/connection'

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

/** false where the slug is taken. */
export async function insertDomain(domain: NewDomain): Promise<boolean> {
  const { count } = await prisma().domain.createMany({ data: [domain], skipDuplicates: true })
  return count === 1
}

export async function updateDomain(slug: string, patch: DomainPatch): Promise<boolean> {
  const { count } = await prisma().domain.updateMany({ where: { slug }, data: patch })
  return count === 1
}
