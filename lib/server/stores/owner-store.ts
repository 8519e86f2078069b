import 'server-only'
import type { NewOwner, Owner, OwnerPatch } from '@/lib/contracts/people'
import { prisma, type Transaction } from '@/lib/server/database/connection'

const related = {
  domain: { select: { slug: true, name: true } },
  _count: { select: { services: true, eventTypes: true } },
} as const

/** What may be written: references resolved to the numbers of their rows. */
export type OwnerWrite = Omit<OwnerPatch, 'domain'> & { domainId?: number | null }

function findRow(slug: string) {
  return prisma().owner.findUnique({ where: { slug }, include: related })
}

function toOwner(row: NonNullable<Awaited<ReturnType<typeof findRow>>>): Owner {
  return {
    slug: row.slug,
    name: row.name,
    description: row.description,
    email: row.email,
    chat: row.chat,
    on_call: row.onCall,
    url: row.url,
    domain: row.domain,
    counts: { event_types: row._count.eventTypes, services: row._count.services },
    updated_at: row.updatedAt.toISOString(),
  }
}

export async function findOwner(slug: string): Promise<Owner | null> {
  const row = await findRow(slug)
  return row && toOwner(row)
}

export async function findOwnerId(slug: string): Promise<number | null> {
  return (await prisma().owner.findUnique({ where: { slug }, select: { id: true } }))?.id ?? null
}

export async function listOwners(after: string | undefined, limit: number): Promise<Owner[]> {
  const rows = await prisma().owner.findMany({
    where: after === undefined ? {} : { slug: { gt: after } },
    orderBy: { slug: 'asc' },
    take: limit,
    include: related,
  })
  return rows.map(toOwner)
}

/**
 * What is said of it now, its domain by its slug; null where there is none. Held until the transaction ends: its changes come one after the
 * other.
 */
export async function lockOwner(
  transaction: Transaction,
  slug: string,
): Promise<Required<OwnerPatch> | null> {
  const rows = await transaction.$queryRaw<Required<OwnerPatch>[]>`
    SELECT w.name, w.description, w.email, w.chat, w.on_call, w.url, d.slug AS domain
    FROM owner w LEFT JOIN domain d ON d.id = w.domain_id WHERE w.slug = ${slug} FOR NO KEY UPDATE OF w`
  return rows[0] ?? null
}

/** false where the slug is taken. */
export async function insertOwner(
  transaction: Transaction,
  owner: Pick<NewOwner, 'slug' | 'name'> & OwnerWrite,
): Promise<boolean> {
  const { slug, name, ...rest } = owner
  const { count } = await transaction.owner.createMany({
    data: [{ slug, name, ...toColumns(rest) }],
    skipDuplicates: true,
  })
  return count === 1
}

export async function updateOwner(transaction: Transaction, slug: string, patch: OwnerWrite): Promise<void> {
  await transaction.owner.update({ where: { slug }, data: toColumns(patch) })
}

function toColumns({ on_call, ...rest }: OwnerWrite) {
  return on_call === undefined ? rest : { ...rest, onCall: on_call }
}
