import type { Metadata } from 'next'
import { EventTypeFrame } from '@/components/event-type/event-type-frame'
import { Hydrate } from '@/components/shell/hydrate'
import { VersionsScreen } from '@/components/versions/versions-screen'
import { allItems } from '@/lib/client/all-items'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { fromSegment } from '@/lib/client/paths'
import { makeQueryClient } from '@/lib/client/query-client'
import { loadVersionsState } from '@/lib/client/versions-url'
import { orNotFound, pageActor } from '@/lib/server/http/page-actor'
import { getDiff } from '@/lib/server/services/schema/get-diff'
import { getEventType } from '@/lib/server/services/catalog/get-event-type'
import { getEventTypeActivity } from '@/lib/server/services/catalog/get-event-type-activity'
import { listVersionsPage } from '@/lib/server/services/schema/list-versions'

export async function generateMetadata({ params }: PageProps<'/catalog/[name]/versions'>): Promise<Metadata> {
  return { title: `Versions of ${fromSegment((await params).name)}` }
}

export default async function VersionsPage({ params, searchParams }: PageProps<'/catalog/[name]/versions'>) {
  const name = fromSegment((await params).name)
  const state = await loadVersionsState(searchParams)
  const actor = await pageActor()
  const client = makeQueryClient()
  const [type, activity, versions] = await Promise.all([
    orNotFound(getEventType(actor, { name })),
    getEventTypeActivity(actor, { name }),
    orNotFound(allItems((cursor) => listVersionsPage(actor, { name, query: { cursor, limit: 1_000 } }))),
  ])
  client.setQueryData(eventTypeQueries.detail(name).queryKey, type)
  client.setQueryData(eventTypeQueries.activity(name).queryKey, activity)
  client.setQueryData(eventTypeQueries.versions(name).queryKey, versions)
  const labels = versions.map(({ label }) => label)
  const to = state.to !== null && labels.includes(state.to) ? state.to : labels[0]
  const from =
    state.from !== null && labels.includes(state.from)
      ? state.from
      : labels[Math.min(labels.length - 1, labels.indexOf(to ?? '') + 1)]
  if (from !== undefined && to !== undefined && from !== to) {
    const diff = await getDiff(actor, { name, query: { from, to } })
    client.setQueryData(eventTypeQueries.diff(name, from, to).queryKey, diff)
  }
  return (
    <Hydrate client={client}>
      <EventTypeFrame name={name} current="versions">
        <VersionsScreen name={name} />
      </EventTypeFrame>
    </Hydrate>
  )
}
