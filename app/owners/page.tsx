import type { Metadata } from 'next'
import { OwnerList } from '@/components/people/owner-list'
import { Hydrate } from '@/components/shell/hydrate'
import { allItems } from '@/lib/client/all-items'
import { ownerQueries } from '@/lib/client/owner-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listOwnersPage } from '@/lib/server/services/people/list-owners'

export const metadata: Metadata = { title: 'Owners' }

export default async function OwnersPage() {
  const actor = await pageActor()
  const client = makeQueryClient()
  const owners = await allItems((cursor) => listOwnersPage(actor, { query: { cursor, limit: 1_000 } }))
  client.setQueryData(ownerQueries.list().queryKey, owners)
  return (
    <Hydrate client={client}>
      <OwnerList />
    </Hydrate>
  )
}
