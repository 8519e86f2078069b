'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { TextLink } from '@/components/ui/text-link'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { paths } from '@/lib/client/paths'
import { NeighbourList } from './neighbour-list'

/** What comes before and after events of this type, as the chains show it. */
export function CausesTab({ name }: { name: string }) {
  const { data: activity } = useSuspenseQuery(eventTypeQueries.activity(name))
  return (
    <div className="flex flex-col gap-4 px-5 py-4">
      <p className="max-w-[80ch] text-ink-2">
        Measured from the chains of the last 30 days: which event was the parent of which, in what share, and
        how long it took. The whole picture is in <TextLink href={paths.flows()}>Flows</TextLink>.
      </p>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <NeighbourList
          title="Caused by"
          neighbours={activity.caused_by}
          none="None of its events has a parent: it begins chains."
          shareOf="of its events have this cause"
        />
        <NeighbourList
          title="Causes"
          neighbours={activity.causes}
          none="Nothing followed from it: it ends chains."
          shareOf="events of this type followed"
        />
      </div>
    </div>
  )
}
