import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Person } from '@/lib/contracts/person'
import type { Role } from '@/lib/domain/policy/policy'
import { prisma, type Transaction } from '@/lib/server/database/connection'
import { recordDeed, type Deed } from './audit-store'
import { hashedIdentifier } from './hashed-identifier'
import { insertMails, type NewMail } from './mail-store'

const related = {
  memberships: { select: { byGroup: true, owner: { select: { slug: true, name: true } } } },
  _count: { select: { accounts: true } },
} as const

function findRow(id: string) {
  return prisma().person.findUnique({ where: { id }, include: related })
}

function toPerson(row: NonNullable<Awaited<ReturnType<typeof findRow>>>): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    role_by_hand: row.roleByHand as Role | null,
    owners: row.memberships
      .map(({ owner, byGroup }) => ({ ...owner, by_group: byGroup }))
      .sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    demo: row.isDemo,
    active: row.deactivatedAt === null,
    has_signed_in: row._count.accounts > 0,
    created_at: row.createdAt.toISOString(),
  }
}

export async function findPerson(id: string): Promise<Person | null> {
  const row = await findRow(id)
  return row && toPerson(row)
}

/** The address as it is kept, where it is somebody's here. */
export async function findEmailHere(email: string): Promise<string | null> {
  const where = { email: email.trim().toLowerCase() }
  return (await prisma().person.findUnique({ where, select: { email: true } }))?.email ?? null
}

/** The demo company's, in the order in which they were made. */
export async function listDemoPeople(): Promise<Person[]> {
  const rows = await prisma().person.findMany({
    where: { isDemo: true, deactivatedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: related,
  })
  return rows.map(toPerson)
}

export interface ActivePerson {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Slugs. */
  readonly owners: readonly string[]
  /** What they are mentioned by, beside their name: the beginning of their e-mail address. */
  readonly handle: string
}

/** Everybody who may sign in, with what decides their say. */
export async function listActivePeople(): Promise<ActivePerson[]> {
  const rows = await prisma().person.findMany({
    where: { deactivatedAt: null },
    select: {
      id: true,
      name: true,
      role: true,
      email: true,
      memberships: { select: { owner: { select: { slug: true } } } },
    },
  })
  return rows.map(({ id, name, role, email, memberships }) => ({
    id,
    name,
    handle: email.split('@')[0] ?? '',
    role: role as Role,
    owners: memberships.map(({ owner }) => owner.slug),
  }))
}

/** Those of them who want a mail at once of what they are told, by id. The demo's addresses are nobody's. */
export async function listMailedAtOnce(
  transaction: Transaction,
  ids: readonly string[],
): Promise<Map<string, { name: string; email: string }>> {
  const rows = await transaction.person.findMany({
    where: { id: { in: [...ids] }, toldByMail: 'at-once', deactivatedAt: null, isDemo: false },
    select: { id: true, name: true, email: true },
  })
  return new Map(rows.map(({ id, name, email }) => [id, { name, email }]))
}

/** By e-mail address. @param after the address after which to go on */
export async function listPeople(after: string | undefined, limit: number): Promise<Person[]> {
  const rows = await prisma().person.findMany({
    where: after === undefined ? {} : { email: { gt: after } },
    orderBy: { email: 'asc' },
    take: limit,
    include: related,
  })
  return rows.map(toPerson)
}

export async function hasPeople(): Promise<boolean> {
  return (await prisma().person.findFirst({ select: { id: true } })) !== null
}

export interface NewPersonRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly isDemo: boolean
  readonly ownerIds: readonly number[]
}

/** false where the e-mail address is taken. */
export async function insertPerson({ ownerIds, ...person }: NewPersonRow, deed: Deed): Promise<boolean> {
  return prisma().$transaction(async (transaction) => {
    const { count } = await transaction.person.createMany({ data: [person], skipDuplicates: true })
    if (count === 0) return false
    await transaction.membership.createMany({
      data: ownerIds.map((ownerId) => ({ personId: person.id, ownerId })),
    })
    await recordDeed(transaction, deed)
    return true
  })
}

export interface PersonChange {
  readonly name?: string
  readonly role?: Role
  readonly active?: boolean
  readonly ownerIds?: readonly number[]
}

/** Who may no longer sign in is signed out in the same step. */
export async function updatePerson(
  id: string,
  { active, ownerIds, ...rest }: PersonChange,
  deed: Deed,
): Promise<'done' | 'not-found' | 'last-administrator'> {
  return prisma().$transaction(async (transaction) => {
    // Two administrators who take each other's role away at once would leave none.
    await lockPeople(transaction)
    const before = await transaction.person.findUnique({ where: { id } })
    if (!before) return 'not-found'
    const endsRole = (rest.role !== undefined && rest.role !== 'administrator') || active === false
    if (endsRole && (await isLastAdministrator(transaction, before))) return 'last-administrator'
    const deactivatedAt =
      active === undefined ? undefined : active ? null : (before.deactivatedAt ?? new Date())
    // A role that is given is given by hand; the groups say theirs again at the next sign-in.
    const byHand = rest.role === undefined || rest.role === before.role ? {} : { roleByHand: null }
    await transaction.person.update({ where: { id }, data: { ...rest, ...byHand, deactivatedAt } })
    if (active === false) await transaction.session.deleteMany({ where: { userId: id } })
    if (ownerIds !== undefined) {
      await transaction.membership.deleteMany({
        where: { personId: id, ownerId: { notIn: [...ownerIds] } },
      })
      await transaction.membership.createMany({
        data: ownerIds.map((ownerId) => ({ personId: id, ownerId })),
        skipDuplicates: true,
      })
    }
    await recordDeed(transaction, { ...deed, subject: before.email })
    return 'done'
  })
}

/** Whether nobody could ever make another administrator without this one. Under the lock of people alone. */
export async function isLastAdministrator(
  transaction: Transaction,
  { id, role, deactivatedAt }: { id: string; role: string; deactivatedAt: Date | null },
): Promise<boolean> {
  if (role !== 'administrator' || deactivatedAt !== null) return false
  const others = { role: 'administrator', deactivatedAt: null, id: { not: id } }
  return (await transaction.person.count({ where: others })) === 0
}

/** Who asks for a new password and may have one: whoever signs in with a password, and may sign in at all. */
export async function findPasswordHolder(id: string): Promise<{ name: string; email: string } | null> {
  return prisma().person.findFirst({
    where: { id, deactivatedAt: null, isDemo: false, accounts: { some: { providerId: 'credential' } } },
    select: { name: true, email: true },
  })
}

/** Kept as better-auth keeps what sets a password anew; its call /reset-password takes it. */
const INVITATION = 'reset-password:'

export async function insertInvitation(
  personId: string,
  secret: string,
  expiresAt: Date,
  mails: readonly NewMail[],
  deed: Deed,
): Promise<void> {
  await prisma().$transaction(async (transaction) => {
    await insertMails(transaction, mails)
    // Nothing else is kept for a person's id.
    await transaction.verification.deleteMany({
      where: { value: personId },
    })
    await transaction.verification.create({
      data: {
        id: randomUUID(),
        identifier: hashedIdentifier(INVITATION + secret),
        value: personId,
        expiresAt,
      },
    })
    await recordDeed(transaction, deed)
  })
}

/** Any number will do, if nothing else in this database uses it. */
const PEOPLE_LOCK = 7_201_988_335

/** Held until the transaction ends: by whoever takes roles away, and whoever comes first. */
export async function lockPeople(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${PEOPLE_LOCK}::bigint)`
}

/** Waiting for whoever came a moment before is no failure. */
const patience = { maxWait: 30_000, timeout: 60_000 }

/**
 * The first administrator of an empty installation, with a password. Of several who try at once one is, whatever the
 * process: who waits for the lock finds a person there. @returns false where somebody was there already
 */
export async function insertFirstAdministrator(first: {
  id: string
  name: string
  email: string
  accountId: string
  passwordHash: string
}): Promise<boolean> {
  const { id, name, email, accountId, passwordHash } = first
  return prisma().$transaction(async (transaction) => {
    await lockPeople(transaction)
    if ((await transaction.person.count()) > 0) return false
    await transaction.person.create({ data: { id, name, email, role: 'administrator' } })
    await transaction.account.create({
      data: {
        id: accountId,
        userId: id,
        providerId: 'credential',
        accountId: id,
        password: passwordHash,
      },
    })
    await recordDeed(transaction, {
      by: { kind: 'person', id, name },
      action: 'person-added',
      subject: email,
      details: { name, role: 'administrator' },
    })
    return true
  }, patience)
}
