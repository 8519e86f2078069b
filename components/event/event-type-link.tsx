import { Link } from '@/components/ui/link'
import type { Kind } from '@/lib/contracts/event-type'
import { paths } from '@/lib/client/paths'
import { classNames } from '@/components/ui/class-names'
import { EventName } from './event-name'

interface EventTypeLinkProps {
  name: string
  kind?: Kind | null
  className?: string
}

/** An event's name that leads to its page. */
export function EventTypeLink({ name, kind, className }: EventTypeLinkProps) {
  return (
    <Link
      href={paths.eventType(name)}

      className={classNames(
        'rounded-sm decoration-line-strong underline-offset-2 hover:underline',
        className,
      )}
    >
      <EventName name={name} kind={kind} />
    </Link>
  )
}
