import { setTimeout } from 'node:timers/promises'
import type { Metadata } from 'next'
import { ChainScreen } from '@/components/chain/chain-screen'
import { Hydrate } from '@/components/shell/hydrate'
import { addressOf } from '@/lib/client/api'
import { eventQueries } from '@/lib/client/event-queries'
import { fromSegment } from '@/lib/client/paths'
import { makeQueryClient } from '@/lib/client/query-client'
import { settingsQueries } from '@/lib/client/settings-queries'
import type { Expectations } from '@/lib/contracts/expectation'
import { orNotFound, orNull, pageActor } from '@/lib/server/http/page-actor'
import type { Actor } from '@/lib/server/services/actor'
import { getFirstColumns } from '@/lib/server/services/chain/get-chain-columns'
import { getEvent } from '@/lib/server/services/event/get-event'
import { getExpectations } from '@/lib/server/services/chain/get-expectations'
import { getSettings } from '@/lib/server/services/installation/get-settings'

/**
 * A larger chain is not put into the page: the browser then reads it by itself, compressed and once, while it already
 * shows the page.
 */
const MOST_IN_PAGE = 1_000
/** Until then it shows the event and what led to it, as many as a screen holds. */
const MOST_IN_LINE = 16
/** Milliseconds the page waits for what should come next: known when it opens, its rows push nothing away later. */
const MOST_WAIT = 150

export async function generateMetadata({ params }: PageProps<'/events/[event_id]'>): Promise<Metadata> {
  return { title: `Event ${fromSegment((await params).event_id)}` }
}

export default async function EventPage({ params, searchParams }: PageProps<'/events/[event_id]'>) {
  const eventId = fromSegment((await params).event_id)
  const { event } = await searchParams
  const selected = typeof event === 'string' ? event : eventId
  const actor = await pageActor()
  const client = makeQueryClient()
  const [focus, first, settings] = await Promise.all([
    // Null also where retention took it: what it led to may still be there.
    orNull(getEvent(actor, { event_id: eventId })),
    orNotFound(getFirstColumns(actor, { event_id: eventId, most: MOST_IN_PAGE, most_in_line: MOST_IN_LINE })),
    getSettings(actor),
  ])
  const { whole: chain, line } = first
  if (focus !== null) client.setQueryData(eventQueries.detail(eventId).queryKey, focus)
  client.setQueryData(settingsQueries.current().queryKey, settings)
  if (chain !== null) {
    client.setQueryData(eventQueries.chain(eventId).queryKey, chain)
    const expected = await expectedAtOnce(actor, eventId)
    if (expected !== null) client.setQueryData(eventQueries.expectations(eventId).queryKey, expected)
  }
  if (selected !== eventId && chain?.event_ids.split('\n').includes(selected)) {
    const other = await getEvent(actor, { event_id: selected })
    client.setQueryData(eventQueries.detail(selected).queryKey, other)
  }
  return (
    <Hydrate client={client}>
      {chain === null && (
        // Written into the page: what `preload` of react-dom says reaches the browser with the scripts that ask for it.
        <link
          rel="preload"
          as="fetch"
          crossOrigin="anonymous"
          href={addressOf('getChainColumns', { event_id: eventId })}
        />
      )}
      <ChainScreen key={eventId} eventId={eventId} line={line ?? undefined} />
    </Hydrate>
  )
}

/** null where it takes too long or fails: the browser then asks for it, and can say so. */
function expectedAtOnce(actor: Actor, event_id: string): Promise<Expectations | null> {
  return Promise.race([getExpectations(actor, { event_id }).catch(() => null), setTimeout(MOST_WAIT, null)])
}
