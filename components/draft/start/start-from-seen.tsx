'use client'

import { useQuery } from '@tanstack/react-query'
import { EventName } from '@/components/event/event-name'
import { Time } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { paths } from '@/lib/client/paths'
import { seenTypeQueries } from '@/lib/client/seen-type-queries'

const SHOWN = 50

/** Event types that are sent and in no catalog: what their events show is where a draft begins. */
export function StartFromSeen() {
  const { data, isPending } = useQuery(seenTypeQueries.list())
  if (isPending) return <RowsSkeleton rows={6} />
  const unknown = data ?? []
  if (unknown.length === 0)
    return (
      <EmptyState title="Every event that is sent is in the catalog">
        Events of a type that nobody described would be listed here, with what they show of its schema.
      </EmptyState>
    )
  return (
    <Box
      title="Sent, and not described yet"
      aside={`${unknown.length.toLocaleString('en')}`}
      className="max-w-2xl"
    >
      <ul>
        {unknown.slice(0, SHOWN).map(({ name, count, last_received_at }) => (
          <li
            key={name}
            className="flex min-h-8 items-center gap-3 border-b border-line px-3 last:border-b-0"
          >
            <Link
              href={`${paths.seen()}?type=${encodeURIComponent(name)}`}
              className="min-w-0 flex-1 truncate rounded-sm hover:underline"
            >
              <EventName name={name} />
            </Link>
            <span className="text-ink-2">{count.toLocaleString('en')} received</span>
            <span className="text-ink-3 max-sm:hidden">
              <Time at={last_received_at} />
            </span>
          </li>
        ))}
      </ul>
      {unknown.length > SHOWN && (
        <p className="border-t border-line px-3 py-2">
          <TextLink href={paths.seen()}>All of them</TextLink>
        </p>
      )}
    </Box>
  )
}
