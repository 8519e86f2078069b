import 'server-only'
import type { Account, AccountPatch } from '@/lib/contracts/account'
import { setToldByMail } from '@/lib/server/stores/account-store'
import type { Actor } from '@/lib/server/services/actor'
import { getAccount } from './get-account'

/** Says what one wants to be mailed. @throws Problem `person-not-found` */
export async function updateAccount(actor: Actor, { body }: { body: AccountPatch }): Promise<Account> {
  // Asks whether there is one, and whether it may be changed.
  const before = await getAccount(actor)
  const { told_by_mail: wanted = before.told_by_mail } = body
  if (wanted !== before.told_by_mail) await setToldByMail(actor.id, wanted)
  return { ...before, told_by_mail: wanted }
}
