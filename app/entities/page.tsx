import type { Metadata } from 'next'
import { EntityList } from '@/components/entity/entity-list'
import { Hydrate } from '@/components/shell/hydrate'
import { allItems } from '@/lib/client/all-items'
import { entityQueries } from '@/lib/client/entity-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listEntities } from '@/lib/server/services/entity/list-entities'

export const metadata: Metadata = { title: 'Entities' }

export default async function EntitiesPage() {
  const actor = await pageActor()
  const client = makeQueryClient()
  const entities = await allItems((cursor) => listEntities(actor, { query: { cursor, limit: 1_000 } }))
  client.setQueryData(entityQueries.list().queryKey, entities)
  return (
    <Hydrate client={client}>
      <EntityList />
    </Hydrate>
  )
}
