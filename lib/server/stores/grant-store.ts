import 'server-only'
import { roleWith, type Granted } from '@/lib/domain/policy/group-grants'
import type { Role } from '@/lib/domain/policy/policy'
import { prisma, type Transaction } from '@/lib/server/database/connection'
import { recordDeed } from './audit-store'
import { isLastAdministrator, lockPeople } from './person-store'

/** As whom the provider knows somebody; null where they have never come from there. */
export async function findAccountSubject(personId: string, providerId: string): Promise<string | null> {
  const account = await prisma().account.findFirst({
    where: { userId: personId, providerId },
    orderBy: { updatedAt: 'desc' },
    select: { accountId: true },
  })
  return account?.accountId ?? null
}

/**
 * Writes what groups give somebody in place of what groups gave before; memberships and roles given by hand stay. An
 * owner that is gone gives nothing. The last administrator stays one. @returns whether anything changed
 */
export async function writeGrants(personId: string, granted: Granted, issuer: string): Promise<boolean> {
  return prisma().$transaction(async (transaction) => {
    await lockPeople(transaction)
    const person = await transaction.person.findUniqueOrThrow({ where: { id: personId } })
    const owners = await writeMemberships(transaction, personId, granted.owners)
    const byHand = (person.roleByHand ?? person.role) as Role
    const wanted = roleWith(byHand, granted.role)
    const endsRole = wanted !== 'administrator' && (await isLastAdministrator(transaction, person))
    const role = endsRole ? (person.role as Role) : wanted
    const roleByHand = role === byHand ? null : byHand
    if (role !== person.role || roleByHand !== person.roleByHand)
      await transaction.person.update({ where: { id: personId }, data: { role, roleByHand } })
    const isChanged = role !== person.role || owners.given.length + owners.taken.length > 0
    if (isChanged)
      await recordDeed(transaction, {
        by: { kind: 'person', id: personId, name: person.name },
        action: 'person-changed',
        subject: person.email,
        details: {
          groups: [...granted.groups],
          from: issuer,
          ...(role === person.role ? {} : { role }),
          ...(owners.given.length > 0 && { owners_given: owners.given }),
          ...(owners.taken.length > 0 && { owners_taken: owners.taken }),
        },
      })
    return isChanged
  })
}

async function writeMemberships(transaction: Transaction, personId: string, slugs: readonly string[]) {
  const [before, owners] = await Promise.all([
    transaction.membership.findMany({ where: { personId }, include: { owner: { select: { slug: true } } } }),
    transaction.owner.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true, slug: true } }),
  ])
  const taken = before.filter(({ byGroup, owner }) => byGroup && !slugs.includes(owner.slug))
  const given = owners.filter(({ id }) => !before.some(({ ownerId }) => ownerId === id))
  await transaction.membership.deleteMany({
    where: { personId, ownerId: { in: taken.map(({ ownerId }) => ownerId) } },
  })
  await transaction.membership.createMany({
    data: given.map(({ id }) => ({ personId, ownerId: id, byGroup: true })),
  })
  return { given: given.map(({ slug }) => slug), taken: taken.map(({ owner }) => owner.slug) }
}
