import 'server-only'
import type { Account } from '@/lib/contracts/account'
import { mailSettings } from '@/lib/server/delivery/mail-transport'
import { findAccount } from '@/lib/server/stores/account-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { problem } from '@/lib/server/services/problem'

/** What is one's own: how one signs in, where one is signed in, and what one is mailed. @throws Problem `person-not-found` */
export async function getAccount(actor: Actor): Promise<Account> {
  authorize(actor, 'keep-account')
  const stored = await findAccount(actor.id)
  if (!stored) throw nobodysAccount()
  const { isDemo, sessions, ...account } = stored
  return {
    ...account,
    mail: mailSettings() !== null && !isDemo,
    sessions: sessions.map((session) => ({ ...session, current: session.id === actor.session })),
  }
}

export const nobodysAccount = () =>
  problem(
    'person-not-found',
    'The installation’s own token is nobody’s: sign in as a person to have an account.',
  )
