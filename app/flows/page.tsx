import type { Metadata } from 'next'
import { FlowScreen } from '@/components/flow/flow-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { flowQueries } from '@/lib/client/flow-queries'
import { flowFilter, loadFlowState } from '@/lib/client/flow-url'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { getFlows } from '@/lib/server/services/flow/get-flows'

export const metadata: Metadata = { title: 'Flows' }

export default async function FlowsPage({ searchParams }: PageProps<'/flows'>) {
  const state = await loadFlowState(searchParams)
  const query = flowFilter(state)
  const client = makeQueryClient()
  const flows = await getFlows(await pageActor(), { query })
  client.setQueryData(flowQueries.edges(query).queryKey, flows)
  return (
    <Hydrate client={client}>
      <FlowScreen />
    </Hydrate>
  )
}
