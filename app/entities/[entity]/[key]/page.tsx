import type { Metadata } from 'next'
import { EntityHistoryScreen } from '@/components/entity/entity-history-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { entityQueries } from '@/lib/client/entity-queries'
import { fromSegment } from '@/lib/client/paths'
import { makeQueryClient } from '@/lib/client/query-client'
import { orNotFound, pageActor } from '@/lib/server/http/page-actor'
import { getEntityHistory } from '@/lib/server/services/entity/get-entity-history'

type Props = PageProps<'/entities/[entity]/[key]'>

async function placeOf({ params }: Props) {
  const { entity, key } = await params
  return { entity: fromSegment(entity), key: fromSegment(key) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { entity, key } = await placeOf(props)
  return { title: `${entity} ${key}` }
}

export default async function EntityHistoryPage(props: Props) {
  const { entity, key } = await placeOf(props)
  const client = makeQueryClient()
  const history = await orNotFound(getEntityHistory(await pageActor(), { entity, key, query: {} }))
  client.setQueryData(entityQueries.history(entity, key).queryKey, history)
  return (
    <Hydrate client={client}>
      <EntityHistoryScreen entity={entity} name={key} />
    </Hydrate>
  )
}
