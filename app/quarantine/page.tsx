import type { Metadata } from 'next'
import { QuarantineScreen } from '@/components/quarantine/quarantine-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { makeQueryClient } from '@/lib/client/query-client'
import { quarantineQueries } from '@/lib/client/quarantine-queries'
import { loadQuarantineState, quarantineFilter } from '@/lib/client/quarantine-url'
import { pageActor } from '@/lib/server/http/page-actor'
import { listQuarantine } from '@/lib/server/services/event/list-quarantine'

export const metadata: Metadata = { title: 'Quarantine' }

export default async function QuarantinePage({ searchParams }: PageProps<'/quarantine'>) {
  const client = makeQueryClient()
  const filter = quarantineFilter(await loadQuarantineState(searchParams))
  const page = await listQuarantine(await pageActor(), { query: { ...filter, limit: 200 } })
  client.setQueryData(quarantineQueries.list(filter).queryKey, { pages: [page], pageParams: [null] })
  return (
    <Hydrate client={client}>
      <QuarantineScreen />
    </Hydrate>
  )
}
