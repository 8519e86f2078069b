import { TextLink } from '@/components/ui/text-link'
import { paths } from '@/lib/client/paths'
import type { EventType } from '@/lib/contracts/event-type'
import { isLeft } from '@/lib/domain/news/leaving'
import { EventTypeLink } from './event-type-link'
import { LeavingDay } from './leaving-parts'
import { Time } from './time'

/** That an event type is to be left: since when, by when, why, for which other one, and whether it is sent all the same. */
export function TypeLeavingWords({ type }: { type: EventType }) {
  const { name, status, status_since: since, status_reason: reason, retires_on: day, successors } = type
  if (!isLeft(status)) return null
  const isRetired = status === 'retired'
  return (
    <>
      <span className={isRetired ? 'font-medium text-breaking' : 'font-medium text-risky'}>
        {isRetired ? '✕ Retired' : '▲ Deprecated'}
      </span>
      {isRetired && day !== null ? (
        <>
          {' on '}
          <LeavingDay day={day} isDeadline={false} />
        </>
      ) : (
        since !== null && (
          <>
            {' '}
            <Time at={since} />
          </>
        )
      )}
      {!isRetired && day !== null && (
        <>
          {', retires on '}
          <LeavingDay day={day} isDeadline />
        </>
      )}
      {successors.length === 0 ? '.' : '; '}
      <Instead successors={successors} />
      {reason !== '' && ` ${reason}`}
      {isRetired && type.events_last_day > 0 && (
        <>
          {' '}
          <TextLink href={paths.explore({ type: name })}>
            {type.events_last_day.toLocaleString('en')} {type.events_last_day === 1 ? 'was' : 'were'} sent in
            the last day
          </TextLink>{' '}
          all the same.
        </>
      )}
    </>
  )
}

/** "use B instead, which is left for C". */
function Instead({ successors }: Pick<EventType, 'successors'>) {
  const [first, ...later] = successors
  if (!first) return null
  return (
    <>
      use <EventTypeLink name={first.name} className="underline" /> instead
      {later.map(({ name }) => (
        <span key={name}>
          , which is left for <EventTypeLink name={name} className="underline" />
        </span>
      ))}
      .
    </>
  )
}
