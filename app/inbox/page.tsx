import type { Metadata } from 'next'
import { InboxScreen } from '@/components/inbox/inbox-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { inboxQueries, TOLD_A_PAGE } from '@/lib/client/inbox-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listInboxPage } from '@/lib/server/services/inbox/list-inbox'

export const metadata: Metadata = { title: 'Inbox' }

export default async function InboxPage() {
  const client = makeQueryClient()
  const page = await listInboxPage(await pageActor(), { query: { limit: TOLD_A_PAGE } })
  client.setQueryData(inboxQueries.list().queryKey, { pages: [page], pageParams: [null] })
  return (
    <Hydrate client={client}>
      <InboxScreen />
    </Hydrate>
  )
}
