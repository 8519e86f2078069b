import 'server-only'
import type { NewService, Service, ServicePatch } from '@/lib/contracts/people'
import { prisma, type Transaction } from '@/lib/server/database/connection'

const related = {
  owner: { select: { slug: true, name: true } },
  domain: { select: { slug: true, name: true } },
  declarations: { select: { role: true } },
} as const

/** What may be written: references resolved to the numbers of their rows. */
export type ServiceWrite = Omit<ServicePatch, 'domain' | 'owner'> & {
  domainId?: number | null
  ownerId?: number | null
}

function findRow(slug: string) {
  return prisma().service.findUnique({ where: { slug }, include: related })
}

function toService(row: NonNullable<Awaited<ReturnType<typeof findRow>>>): Service {
  const count = (role: string) => row.declarations.filter((declaration) => declaration.role === role).length
  return {
    slug: row.slug,
    name: row.name,
    description: row.description,
    repository_url: row.repositoryUrl,
    owner: row.owner,
    domain: row.domain,
    counts: { produces: count('producer'), consumes: count('consumer') },
    updated_at: row.updatedAt.toISOString(),
  }
}

export async function findService(slug: string): Promise<Service | null> {
  const row = await findRow(slug)
  return row && toService(row)
}

export async function findServiceId(slug: string): Promise<number | null> {
  return (await prisma().service.findUnique({ where: { slug }, select: { id: true } }))?.id ?? null
}

export async function listServices(after: string | undefined, limit: number): Promise<Service[]> {
  const rows = await prisma().service.findMany({
    where: after === undefined ? {} : { slug: { gt: after } },
    orderBy: { slug: 'asc' },
    take: limit,
    include: related,
  })
  return rows.map(toService)
}

/** Names and owners of services, for lists that know only slugs. */
export async function readServiceNames(): Promise<
  Map<string, { name: string; owner: { slug: string; name: string } | null }>
> {
  const rows = await prisma().service.findMany({
    select: { slug: true, name: true, owner: { select: { slug: true, name: true } } },
  })
  return new Map(rows.map((row) => [row.slug, { name: row.name, owner: row.owner }]))
}

/**
 * What is said of it now, owner and domain by their slugs; null where there is none. Held until the transaction ends: its changes come one after the
 * other.
 */
export async function lockService(
  transaction: Transaction,
  slug: string,
): Promise<Required<ServicePatch> | null> {
  const rows = await transaction.$queryRaw<Required<ServicePatch>[]>`
    SELECT s.name, s.description, s.repository_url, o.slug AS owner, d.slug AS domain
    FROM service s LEFT JOIN owner o ON o.id = s.owner_id LEFT JOIN domain d ON d.id = s.domain_id
    WHERE s.slug = ${slug} FOR NO KEY UPDATE OF s`
  return rows[0] ?? null
}

/** false where the slug is taken. */
export async function insertService(
  transaction: Transaction,
  service: Pick<NewService, 'slug' | 'name'> & ServiceWrite,
): Promise<boolean> {
  const { slug, name, ...rest } = service
  const { count } = await transaction.service.createMany({
    data: [{ slug, name, ...toColumns(rest) }],
    skipDuplicates: true,
  })
  return count === 1
}

export async function updateService(
  transaction: Transaction,
  slug: string,
  patch: ServiceWrite,
): Promise<void> {
  await transaction.service.update({ where: { slug }, data: toColumns(patch) })
}

function toColumns({ repository_url, ...rest }: ServiceWrite) {
  return repository_url === undefined ? rest : { ...rest, repositoryUrl: repository_url }
}
