import 'server-only'
import { prisma } from '@/lib/server/database/connection'

export type Role = 'producer' | 'consumer'

export interface DeclaredUse {
  readonly service: string
  readonly role: Role
  readonly fields: string[]
  readonly note: string
}

export async function putDeclaration(
  eventTypeId: number,
  serviceId: number,
  role: Role,
  facts: { fields?: string[]; note?: string },
): Promise<void> {
  await prisma().declaration.upsert({
    where: { eventTypeId_serviceId_role: { eventTypeId, serviceId, role } },
    create: { eventTypeId, serviceId, role, ...facts },
    update: facts,
  })
}

export async function deleteDeclaration(eventTypeId: number, serviceId: number, role: Role): Promise<void> {
  await prisma().declaration.deleteMany({ where: { eventTypeId, serviceId, role } })
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
