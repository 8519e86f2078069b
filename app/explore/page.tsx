import type { Metadata } from 'next'
import { ExploreScreen } from '@/components/explore/explore-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { eventQueries, EVENTS_A_PAGE } from '@/lib/client/event-queries'
import { exploreFilter, loadExploreState } from '@/lib/client/explore-url'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listEvents } from '@/lib/server/services/event/list-events'

export const metadata: Metadata = { title: 'Explore' }

export default async function ExplorePage({ searchParams }: PageProps<'/explore'>) {
  const state = await loadExploreState(searchParams)
  const filter = exploreFilter(state, timeOfRequest())
  const page = await listEvents(await pageActor(), { query: { ...filter, limit: EVENTS_A_PAGE } })
  const client = makeQueryClient()
  client.setQueryData(eventQueries.list(filter).queryKey, { pages: [page], pageParams: [null] })
  return (
    <Hydrate client={client}>
      <ExploreScreen />
    </Hydrate>
  )
}

function timeOfRequest(): number {
  return Date.now()
}
