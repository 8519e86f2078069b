import type { Metadata } from 'next'
import { InboxScreen } from '@/components/inbox/inbox-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { inboxQueries } from '@/lib/client/inbox-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listInboxPage } from '@/lib/server/services/list-inbox'

export const metadata: Metadata = { title: 'Inbox' }

export default async function InboxPage() {
  const client = makeQueryClient()
  const { items } = await listInboxPage(await pageActor(), { query: { limit: 200 } })
  client.setQueryData(inboxQueries.list().queryKey, items)
  return (
    <Hydrate client={client}>
      <InboxScreen />
    </Hydrate>
  )
}
