import type { Metadata } from 'next'
import { DomainScreen } from '@/components/people/domain-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { eventTypeQueries, FIRST_ROWS } from '@/lib/client/event-type-queries'
import { domainQueries } from '@/lib/client/domain-queries'
import { fromSegment } from '@/lib/client/paths'
import { makeQueryClient } from '@/lib/client/query-client'
import { orNotFound, pageActor } from '@/lib/server/http/page-actor'
import { getDomain } from '@/lib/server/services/people/get-domain'
import { listEventTypes } from '@/lib/server/services/catalog/list-event-types'

export async function generateMetadata({ params }: PageProps<'/domains/[slug]'>): Promise<Metadata> {
  return { title: fromSegment((await params).slug) }
}

export default async function DomainPage({ params }: PageProps<'/domains/[slug]'>) {
  const slug = fromSegment((await params).slug)
  const actor = await pageActor()
  const client = makeQueryClient()
  const domain = await orNotFound(getDomain(actor, { slug }))
  client.setQueryData(domainQueries.detail(slug).queryKey, domain)
  const filter = { domain: [slug] }
  const page = await listEventTypes(actor, { query: { ...filter, limit: FIRST_ROWS } })
  client.setQueryData(eventTypeQueries.list(filter).queryKey, { pages: [page], pageParams: [null] })
  return (
    <Hydrate client={client}>
      <DomainScreen slug={slug} />
    </Hydrate>
  )
}
