import { Hydrate } from '@/components/shell/hydrate'
import { StartScreen } from '@/components/start/start-screen'
import { eventTypeQueries, START_ROWS } from '@/lib/client/event-type-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listEventTypes } from '@/lib/server/services/catalog/list-event-types'

export default async function StartPage() {
  const actor = await pageActor()
  const client = makeQueryClient()
  await Promise.all(
    (['events', 'updated'] as const).map(async (sort) => {
      const page = await listEventTypes(actor, { query: { sort, limit: START_ROWS } })
      client.setQueryData(eventTypeQueries.list({ sort }).queryKey, { pages: [page], pageParams: [null] })
    }),
  )
  return (
    <Hydrate client={client}>
      <StartScreen />
    </Hydrate>
  )
}
