import type { Metadata } from 'next'
import { SeenListScreen } from '@/components/seen/seen-list-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { allItems } from '@/lib/client/all-items'
import { makeQueryClient } from '@/lib/client/query-client'
import { seenTypeQueries } from '@/lib/client/seen-type-queries'
import { pageActor } from '@/lib/server/http/page-actor'
import { listSeenTypes } from '@/lib/server/services/event/list-seen-types'

export const metadata: Metadata = { title: 'Seen, not in the catalog' }

export default async function SeenPage() {
  const actor = await pageActor()
  const client = makeQueryClient()
  const types = await allItems((cursor) => listSeenTypes(actor, { query: { cursor } }))
  client.setQueryData(seenTypeQueries.list().queryKey, types)
  return (
    <Hydrate client={client}>
      <SeenListScreen />
    </Hydrate>
  )
}
