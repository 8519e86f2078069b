import type { Metadata } from 'next'
import { OwnerScreen } from '@/components/people/owner-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { eventTypeQueries, FIRST_ROWS } from '@/lib/client/event-type-queries'
import { ownerQueries } from '@/lib/client/owner-queries'
import { feedLinks } from '@/lib/client/feed-links'
import { fromSegment, paths } from '@/lib/client/paths'
import { makeQueryClient } from '@/lib/client/query-client'
import { orNotFound, pageActor } from '@/lib/server/http/page-actor'
import { getOwner } from '@/lib/server/services/people/get-owner'
import { listEventTypes } from '@/lib/server/services/catalog/list-event-types'

export async function generateMetadata({ params }: PageProps<'/owners/[slug]'>): Promise<Metadata> {
  const slug = fromSegment((await params).slug)
  return { title: slug, alternates: feedLinks(paths.ownerFeed(slug), `Versions of what ${slug} owns`) }
}

export default async function OwnerPage({ params }: PageProps<'/owners/[slug]'>) {
  const slug = fromSegment((await params).slug)
  const actor = await pageActor()
  const client = makeQueryClient()
  const owner = await orNotFound(getOwner(actor, { slug }))
  client.setQueryData(ownerQueries.detail(slug).queryKey, owner)
  const filter = { owner: [slug] }
  const page = await listEventTypes(actor, { query: { ...filter, limit: FIRST_ROWS } })
  client.setQueryData(eventTypeQueries.list(filter).queryKey, { pages: [page], pageParams: [null] })
  return (
    <Hydrate client={client}>
      <OwnerScreen slug={slug} />
    </Hydrate>
  )
}
