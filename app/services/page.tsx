import type { Metadata } from 'next'
import { ServiceList } from '@/components/people/service-list'
import { Hydrate } from '@/components/shell/hydrate'
import { allItems } from '@/lib/client/all-items'
import { serviceQueries } from '@/lib/client/service-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listServicesPage } from '@/lib/server/services/people/list-services'

export const metadata: Metadata = { title: 'Services' }

export default async function ServicesPage() {
  const actor = await pageActor()
  const client = makeQueryClient()
  const services = await allItems((cursor) => listServicesPage(actor, { query: { cursor, limit: 1_000 } }))
  client.setQueryData(serviceQueries.list().queryKey, services)
  return (
    <Hydrate client={client}>
      <ServiceList />
    </Hydrate>
  )
}
