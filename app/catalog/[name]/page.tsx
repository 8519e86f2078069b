import type { Metadata } from 'next'
import { EventTypeScreen } from '@/components/event-type/event-type-screen'
import { SeenTypeScreen } from '@/components/seen/seen-type-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { eventQueries } from '@/lib/client/event-queries'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { LATEST_EVENTS, loadEventTypeState } from '@/lib/client/event-type-url'
import { feedLinks } from '@/lib/client/feed-links'
import { fromSegment, paths } from '@/lib/client/paths'
import { makeQueryClient } from '@/lib/client/query-client'
import { seenTypeQueries } from '@/lib/client/seen-type-queries'
import { orNotFound, orNull, pageActor } from '@/lib/server/http/page-actor'
import { getEventType } from '@/lib/server/services/catalog/get-event-type'
import { getEventTypeActivity } from '@/lib/server/services/catalog/get-event-type-activity'
import { inferSeenType } from '@/lib/server/services/event/infer-seen-type'
import { getVersion } from '@/lib/server/services/schema/get-version'
import { listEvents } from '@/lib/server/services/event/list-events'

export async function generateMetadata({ params }: PageProps<'/catalog/[name]'>): Promise<Metadata> {
  const name = fromSegment((await params).name)
  return { title: name, alternates: feedLinks(paths.eventTypeFeed(name), `Versions of ${name}`) }
}

export default async function EventTypePage({ params, searchParams }: PageProps<'/catalog/[name]'>) {
  const name = fromSegment((await params).name)
  const state = await loadEventTypeState(searchParams)
  const actor = await pageActor()
  const client = makeQueryClient()
  const [type, activity] = await Promise.all([
    orNull(getEventType(actor, { name })),
    getEventTypeActivity(actor, { name }),
  ])
  if (!type) {
    client.setQueryData(
      seenTypeQueries.detail(name).queryKey,
      await orNotFound(inferSeenType(actor, { name })),
    )
    return (
      <Hydrate client={client}>
        <SeenTypeScreen name={name} />
      </Hydrate>
    )
  }
  client.setQueryData(eventTypeQueries.detail(name).queryKey, type)
  client.setQueryData(eventTypeQueries.activity(name).queryKey, activity)
  if (state.tab === 'events') {
    const page = await listEvents(actor, { query: { type: name, limit: LATEST_EVENTS } })
    const { queryKey } = eventQueries.list({ type: name }, LATEST_EVENTS)
    client.setQueryData(queryKey, { pages: [page], pageParams: [null] })
  }
  const label = (state.tab === 'schema' ? state.version : null) ?? type.latest_version
  if (label !== null && state.tab !== 'causes' && state.tab !== 'events') {
    const version = await orNotFound(getVersion(actor, { name, version: label }))
    client.setQueryData(eventTypeQueries.version(name, label).queryKey, version)
  }
  return (
    <Hydrate client={client}>
      <EventTypeScreen name={name} />
    </Hydrate>
  )
}
