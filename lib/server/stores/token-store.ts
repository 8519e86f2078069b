import 'server-only'
import type { Token } from '@/lib/contracts/token'
import type { Role, Scope } from '@/lib/domain/policy/policy'
import { pool, prisma } from '@/lib/server/database/connection'
import { recordDeed, type Deed } from './audit-store'

const related = {
  person: { select: { id: true, name: true } },
  service: { select: { slug: true, name: true } },
} as const

function findRow(id: string) {
  return prisma().apiToken.findUnique({ where: { id }, include: related })
}

function toToken(row: NonNullable<Awaited<ReturnType<typeof findRow>>>): Token {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes as Scope[],
    service: row.service,
    person: row.person,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt?.toISOString() ?? null,
    last_used_at: row.lastUsedAt?.toISOString() ?? null,
    revoked_at: row.revokedAt?.toISOString() ?? null,
  }
}

/** Newest first. @param personId whose; everybody's without it */
export async function listTokens(personId?: string): Promise<Token[]> {
  const rows = await prisma().apiToken.findMany({
    where: { personId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: related,
  })
  return rows.map(toToken)
}

export async function findToken(id: string): Promise<Token | null> {
  const row = await findRow(id)
  return row && toToken(row)
}

export interface NewTokenRow {
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly personId: string
  readonly scopes: Scope[]
  readonly serviceId: number | null
  readonly expiresAt: Date | null
}

export async function insertToken(row: NewTokenRow, deed: Deed): Promise<void> {
  await prisma().$transaction(async (transaction) => {
    await transaction.apiToken.create({ data: row })
    await recordDeed(transaction, deed)
  })
}

/** Whether there was one that was good. */
export async function revokeTokenRow(id: string, deed: Deed): Promise<boolean> {
  return prisma().$transaction(async (transaction) => {
    const { count } = await transaction.apiToken.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count > 0) await recordDeed(transaction, deed)
    return count > 0
  })
}

export interface TokenHolder {
  readonly personId: string
  readonly personName: string
  readonly tokenName: string
  readonly role: Role
  readonly owners: string[]
  readonly scopes: Scope[]
  readonly service: string | null
}

/** Who sends this token, where it is still good; notes the minute of its use. */
export async function useToken(hash: string): Promise<TokenHolder | null> {
  const { rows } = await pool().query<TokenHolder>(
    `WITH used AS (
       UPDATE api_token SET last_used_at = now()
        WHERE hash = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute'))
     SELECT p.id AS "personId", p.name AS "personName", t.name AS "tokenName", p.role, t.scopes, s.slug AS service,
            ARRAY(SELECT o.slug FROM membership m JOIN owner o ON o.id = m.owner_id
                   WHERE m.person_id = p.id ORDER BY o.slug) AS owners
       FROM api_token t JOIN person p ON p.id = t.person_id LEFT JOIN service s ON s.id = t.service_id
      WHERE t.hash = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())
        AND p.deactivated_at IS NULL`,
    [hash],
  )
  return rows[0] ?? null
}
