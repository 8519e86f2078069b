import type { Metadata } from 'next'
import { EntityScreen } from '@/components/entity/entity-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { entityQueries } from '@/lib/client/entity-queries'
import { fromSegment } from '@/lib/client/paths'
import { makeQueryClient } from '@/lib/client/query-client'
import { orNotFound, pageActor } from '@/lib/server/http/page-actor'
import { getEntity } from '@/lib/server/services/entity/get-entity'

export async function generateMetadata({ params }: PageProps<'/entities/[entity]'>): Promise<Metadata> {
  return { title: fromSegment((await params).entity) }
}

export default async function EntityPage({ params }: PageProps<'/entities/[entity]'>) {
  const entity = fromSegment((await params).entity)
  const client = makeQueryClient()
  const found = await orNotFound(getEntity(await pageActor(), { entity }))
  client.setQueryData(entityQueries.detail(entity).queryKey, found)
  return (
    <Hydrate client={client}>
      <EntityScreen entity={entity} />
    </Hydrate>
  )
}
