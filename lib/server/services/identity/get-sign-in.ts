import 'server-only'
import type { SignInOptions } from '@/lib/contracts/person'
import { companyProvider } from '@/lib/server/identity/company-provider'
import { mailSettings } from '@/lib/server/delivery/mail-transport'
import { isDemoDatabase } from '@/lib/server/identity/demo-database'
import { hasPeople, listDemoPeople } from '@/lib/server/stores/person-store'
import { authorize, type Actor } from '@/lib/server/services/actor'

/** Which ways of signing in there are now. */
export async function getSignIn(actor: Actor): Promise<SignInOptions> {
  authorize(actor, 'reach')
  const provider = companyProvider()
  const demo = isDemoDatabase() ? await listDemoPeople() : []
  return {
    first: !(await hasPeople()),
    mail: mailSettings() !== null,
    provider: provider && { id: provider.id, name: provider.name },
    demo: demo.map(({ id, name, role, owners }) => ({ id, name, role, owners: owners.map((o) => o.name) })),
  }
}
