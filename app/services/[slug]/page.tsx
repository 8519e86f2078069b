import type { Metadata } from 'next'
import { ServiceScreen } from '@/components/people/service-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { serviceQueries } from '@/lib/client/service-queries'
import { fromSegment } from '@/lib/client/paths'
import { makeQueryClient } from '@/lib/client/query-client'
import { orNotFound, pageActor } from '@/lib/server/http/page-actor'
import { getService } from '@/lib/server/services/people/get-service'

export async function generateMetadata({ params }: PageProps<'/services/[slug]'>): Promise<Metadata> {
  return { title: fromSegment((await params).slug) }
}

export default async function ServicePage({ params }: PageProps<'/services/[slug]'>) {
  const slug = fromSegment((await params).slug)
  const actor = await pageActor()
  const client = makeQueryClient()
  const service = await orNotFound(getService(actor, { slug }))
  client.setQueryData(serviceQueries.detail(slug).queryKey, service)
  return (
    <Hydrate client={client}>
      <ServiceScreen slug={slug} />
    </Hydrate>
  )
}
