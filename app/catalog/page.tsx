import type { Metadata } from 'next'
import { CatalogScreen } from '@/components/catalog/catalog-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { filterOf, loadCatalogState } from '@/lib/client/catalog-url'
import { eventTypeQueries, FIRST_ROWS, withoutEmpty } from '@/lib/client/event-type-queries'
import { makeQueryClient } from '@/lib/client/query-client'
import { pageActor } from '@/lib/server/http/page-actor'
import { listEventTypes } from '@/lib/server/services/catalog/list-event-types'

export const metadata: Metadata = { title: 'Catalog' }

export default async function CatalogPage({ searchParams }: PageProps<'/catalog'>) {
  const filter = filterOf(await loadCatalogState(searchParams))
  const client = makeQueryClient()
  const page = await listEventTypes(await pageActor(), {
    query: { ...withoutEmpty(filter), limit: FIRST_ROWS },
  })
  client.setQueryData(eventTypeQueries.list(filter).queryKey, { pages: [page], pageParams: [null] })
  return (
    <Hydrate client={client}>
      <CatalogScreen />
    </Hydrate>
  )
}
