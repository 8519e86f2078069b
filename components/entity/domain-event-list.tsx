import { paths } from '@/lib/client/paths'
import type { EventPage } from '@/lib/contracts/event'
import { EventName } from '@/components/event/event-name'
import { ValidityTag } from '@/components/event/event-tags'
import { Time } from '@/components/event/time'
import { Link } from '@/components/ui/link'
import { Box } from '@/components/ui/box'
import { TextLink } from '@/components/ui/text-link'

/** Domain events that hold the key of an entity, newest first. */
export function DomainEventList({ name, events }: { name: string; events: EventPage }) {
  const all = paths.explore({ key: name, kind: 'domain' })
  return (
    <Box title="Domain events about it" aside={<TextLink href={all}>Search all in Explore</TextLink>}>
      {events.items.length === 0 ? (
        <p className="px-3 py-2.5 text-ink-2">No domain event holds its key.</p>
      ) : (
        <ul>
          {events.items.map((event) => (
            <li
              key={event.event_id}
              className="relative flex min-h-8 flex-wrap items-center gap-x-3 border-b border-line px-3 py-1 last:border-b-0 hover:bg-hover"
            >
              <Link
                href={paths.event(event.event_id)}
                className="rounded-sm after:absolute after:inset-0 hover:underline"
              >
                <EventName name={event.type} kind={event.kind} />
              </Link>
              {event.status !== 'valid' && <ValidityTag validity={event.status} />}
              <span className="ml-auto text-ink-3">
                <Time at={event.created_at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {events.next_cursor !== null && (
        <p className="px-3 py-2 text-ink-2">
          <TextLink href={all}>More of them in Explore</TextLink>
        </p>
      )}
    </Box>
  )
}
