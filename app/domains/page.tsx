import type { Metadata } from 'next'
import { DomainList } from '@/components/people/domain-list'
import { Hydrate } from '@/components/shell/hydrate'
import { allItems } from '@/lib/client/all-items'
import { domainQueries } from '@/lib/client/domain-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listDomainsPage } from '@/lib/server/services/people/list-domains'

export const metadata: Metadata = { title: 'Domains' }

export default async function DomainsPage() {
  const actor = await pageActor()
  const client = makeQueryClient()
  const domains = await allItems((cursor) => listDomainsPage(actor, { query: { cursor, limit: 1_000 } }))
  client.setQueryData(domainQueries.list().queryKey, domains)
  return (
    <Hydrate client={client}>
      <DomainList />
    </Hydrate>
  )
}
