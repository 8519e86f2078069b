import type { Metadata } from 'next'
import { QuarantineScreen } from '@/components/quarantine/quarantine-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { makeQueryClient } from '@/lib/client/query-client'
import { quarantineQueries } from '@/lib/client/quarantine-queries'
import { listsMessages, loadQuarantineState, quarantineFilter } from '@/lib/client/quarantine-url'
import { pageActor } from '@/lib/server/http/page-actor'
import { listQuarantine } from '@/lib/server/services/event/list-quarantine'
import { listQuarantineGroups } from '@/lib/server/services/event/list-quarantine-groups'

export const metadata: Metadata = { title: 'Quarantine' }

export default async function QuarantinePage({ searchParams }: PageProps<'/quarantine'>) {
  const client = makeQueryClient()
  const state = await loadQuarantineState(searchParams)
  const filter = quarantineFilter(state)
  const actor = await pageActor()
  if (listsMessages(state)) {
    const page = await listQuarantine(actor, { query: { ...filter, limit: 200 } })
    client.setQueryData(quarantineQueries.list(filter).queryKey, { pages: [page], pageParams: [null] })
  } else {
    const { q, code } = filter
    const page = await listQuarantineGroups(actor, { query: { q, code, limit: 100 } })
    client.setQueryData(quarantineQueries.groups(filter).queryKey, { pages: [page], pageParams: [null] })
  }
  return (
    <Hydrate client={client}>
      <QuarantineScreen />
    </Hydrate>
  )
}
