'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@/components/ui/link'
import { cutMiddle } from '@/components/event/cut-middle'
import { FlagTag, gravestFirst, ValidityTag } from '@/components/event/event-tags'
import { Time } from '@/components/event/time'
import { VersionLabel } from '@/components/event/version-label'
import { Box } from '@/components/ui/box'
import { EmptyState } from '@/components/ui/empty-state'
import { ReadFailure } from '@/components/ui/read-failure'
import { LinkButton } from '@/components/ui/link-button'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { Table, Td, Th } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { eventQueries } from '@/lib/client/event-queries'
import { LATEST_EVENTS } from '@/lib/client/event-type-url'
import { paths } from '@/lib/client/paths'

/** The latest real events of the type; each leads into its chain. */
export function EventsTab({ name }: { name: string }) {
  const events = useInfiniteQuery(eventQueries.list({ type: name }, LATEST_EVENTS))
  if (events.isPending) return <RowsSkeleton rows={20} label="Loading events" />
  if (events.isError) {
    return (
      <ReadFailure
        title="The events could not be read"
        error={events.error}
        onRetry={() => void events.refetch()}
      />
    )
  }
  const rows = events.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) {
    return (
      <EmptyState
        title="No event of this type has arrived yet"
        actions={
          <LinkButton href={`${paths.eventType(name)}?tab=consume`}>See what one looks like</LinkButton>
        }
      >
        As soon as a producer sends one, it stands here, with what validation said and a way into its chain.
      </EmptyState>
    )
  }
  return (
    <div className="px-5 py-4">
      <Box
        title="Latest events"
        aside={<TextLink href={paths.explore({ type: name })}>Search all in Explore</TextLink>}
      >
        <Table label={`Latest events of ${name}`}>
          <thead>
            <tr>
              <Th>Event</Th>
              <Th>Created</Th>
              <Th>Version</Th>
              <Th>Validity</Th>
              <Th>Producer</Th>
              <Th>Remarks</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((event) => (
              <tr key={event.event_id} className="hover:bg-hover">
                <Td>
                  <Link
                    href={paths.event(event.event_id)}

                    title={event.event_id}
                    className="rounded-sm font-mono text-xs underline decoration-line-strong underline-offset-2"
                  >
                    {cutMiddle(event.event_id, 18)}
                  </Link>
                </Td>
                <Td className="whitespace-nowrap">
                  <Time at={event.created_at} />
                </Td>
                <Td>
                  <VersionLabel label={event.version} />
                </Td>
                <Td>
                  <ValidityTag validity={event.status} />
                </Td>
                <Td className="whitespace-nowrap text-ink-2">{event.producer ?? '–'}</Td>
                <Td>
                  <span className="flex gap-1">
                    {gravestFirst(event.flags).map((flag) => (
                      <FlagTag key={flag} flag={flag} />
                    ))}
                  </span>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Box>
    </div>
  )
}
