import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountScreen } from '@/components/account/account-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { accountQueries } from '@/lib/client/account-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { getAccount } from '@/lib/server/services/identity/get-account'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await pageActor()
  if (actor.kind !== 'person') redirect('/sign-in?to=%2Faccount')
  const client = makeQueryClient()
  client.setQueryData(accountQueries.own().queryKey, await getAccount(actor))
  return (
    <Hydrate client={client}>
      <AccountScreen />
    </Hydrate>
  )
}
