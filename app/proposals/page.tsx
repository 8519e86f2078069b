import type { Metadata } from 'next'
import { QueueScreen } from '@/components/proposal/queue-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { draftQueries, QUEUE_ROWS } from '@/lib/client/draft-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { loadQueueState, queueFilter } from '@/lib/client/queue-url'
import { pageActor } from '@/lib/server/http/page-actor'
import { listDraftsPage } from '@/lib/server/services/draft/list-drafts'

export const metadata: Metadata = { title: 'Proposals' }

export default async function ProposalsPage({ searchParams }: PageProps<'/proposals'>) {
  const client = makeQueryClient()
  const filter = queueFilter(await loadQueueState(searchParams))
  const page = await listDraftsPage(await pageActor(), { query: { ...filter, limit: QUEUE_ROWS } })
  client.setQueryData(draftQueries.queue(filter).queryKey, { pages: [page], pageParams: [null] })
  return (
    <Hydrate client={client}>
      <QueueScreen />
    </Hydrate>
  )
}
