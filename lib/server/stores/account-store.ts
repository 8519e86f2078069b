import 'server-only'
import type { Account } from '@/lib/contracts/account'
import { prisma } from '@/lib/server/database/connection'
import { recordDeed, type Deed } from './audit-store'

export interface StoredAccount extends Omit<Account, 'mail' | 'sessions'> {
  readonly isDemo: boolean
  readonly sessions: Omit<Account['sessions'][number], 'current'>[]
}

export async function findAccount(personId: string): Promise<StoredAccount | null> {
  const row = await prisma().person.findUnique({
    where: { id: personId },
    include: {
      accounts: { where: { providerId: 'credential' }, select: { id: true } },
      sessions: {
        where: { expiresAt: { gt: new Date() } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      },
    },
  })
  return (
    row && {
      name: row.name,
      email: row.email,
      isDemo: row.isDemo,
      has_password: row.accounts.length > 0,
      told_by_mail: row.toldByMail as Account['told_by_mail'],
      sessions: row.sessions.map((session) => ({
        id: session.id,
        user_agent: session.userAgent ?? '',
        address: session.ipAddress ?? '',
        created_at: session.createdAt.toISOString(),
        expires_at: session.expiresAt.toISOString(),
      })),
    }
  )
}

/** A daily mail begins with what comes after: the rest was told already, or was not to be. */
export async function setToldByMail(personId: string, toldByMail: Account['told_by_mail']): Promise<void> {
  await prisma().person.update({ where: { id: personId }, data: { toldByMail, digestedAt: new Date() } })
}

/** Ends sessions of one's own. @returns how many; where it was none there is no deed */
export async function deleteSessions(
  personId: string,
  which: { id: string } | { otherThan: string | null },
  deed: Omit<Deed, 'subject'>,
): Promise<number> {
  const id = 'id' in which ? which.id : which.otherThan === null ? undefined : { not: which.otherThan }
  return prisma().$transaction(async (transaction) => {
    const { count } = await transaction.session.deleteMany({ where: { userId: personId, id } })
    if (count === 0) return 0
    const { email } = await transaction.person.findUniqueOrThrow({ where: { id: personId } })
    await recordDeed(transaction, { ...deed, subject: email, details: { ...deed.details, sessions: count } })
    return count
  })
}
