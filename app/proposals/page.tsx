import type { Metadata } from 'next'
import { QueueScreen } from '@/components/proposal/queue-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { draftQueries } from '@/lib/client/draft-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listDraftsPage } from '@/lib/server/services/list-drafts'

export const metadata: Metadata = { title: 'Proposals' }

export default async function ProposalsPage() {
  const client = makeQueryClient()
  const { items } = await listDraftsPage(await pageActor(), { query: {} })
  client.setQueryData(draftQueries.list().queryKey, items)
  return (
    <Hydrate client={client}>
      <QueueScreen />
    </Hydrate>
  )
}
