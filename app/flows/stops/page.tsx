import type { Metadata } from 'next'
import { IncidentScreen } from '@/components/flow/incident-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { flowQueries } from '@/lib/client/flow-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listIncidents } from '@/lib/server/services/flow/list-incidents'

export const metadata: Metadata = { title: 'Where flows stop' }

export default async function StopsPage() {
  const client = makeQueryClient()
  client.setQueryData(flowQueries.incidents().queryKey, await listIncidents(await pageActor()))
  return (
    <Hydrate client={client}>
      <IncidentScreen />
    </Hydrate>
  )
}
