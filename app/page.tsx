import { Hydrate } from '@/components/shell/hydrate'
import { StartScreen } from '@/components/start/start-screen'
import { eventTypeQueries, START_ROWS } from '@/lib/client/event-type-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listEventTypes } from '@/lib/server/services/catalog/list-event-types'
import { getSignIn } from '@/lib/server/services/identity/get-sign-in'

export default async function StartPage() {
  const actor = await pageActor()
  const client = makeQueryClient()
  const [busiest] = await Promise.all(
    (['events', 'updated'] as const).map(async (sort) => {
      const page = await listEventTypes(actor, { query: { sort, limit: START_ROWS } })
      client.setQueryData(eventTypeQueries.list({ sort }).queryKey, { pages: [page], pageParams: [null] })
      return page
    }),
  )
  const first = busiest?.total === 0 && actor.kind === 'local' && (await getSignIn(actor)).first
  return (
    <Hydrate client={client}>
      <StartScreen first={first} />
    </Hydrate>
  )
}
