import { flowAddress } from '@/lib/client/flow-url'
import { paths } from '@/lib/client/paths'
import type { Incident } from '@/lib/contracts/stop'
import { EventName } from '@/components/event/event-name'
import { OwnerLink, ServiceLink } from '@/components/event/owner-link'
import { Time } from '@/components/event/time'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { count, percent } from './numbers'

/** One incident: which steps, how many are missing, since when, whose it is, and chains to look at. */
export function IncidentRow({ incident }: { incident: Incident }) {
  const { stops, ongoing, missing, since, until, service, owner } = incident
  const [first] = stops
  if (first === undefined) return null
  return (
    <li className="flex flex-col gap-1 border-b border-line px-5 py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Tag tone={ongoing ? 'breaking' : 'neutral'}>{ongoing ? 'Going on' : 'Over'}</Tag>
        <h2 className="min-w-0 font-medium">
          <EventName name={first.from} /> <span className="text-ink-3">→</span> <EventName name={first.to} />
          {stops.length > 1 && <span className="font-normal text-ink-2"> and {stops.length - 1} more</span>}
        </h2>
        <span className="text-ink-2">
          <strong className="font-semibold text-ink">{count(Math.round(missing))}</strong> missing
        </span>
        <span className="text-ink-3 sm:ml-auto">
          began <Time at={since} />
          {!ongoing && (
            <>
              , ended <Time at={until} />
            </>
          )}
        </span>
      </div>
      <p className="text-ink-2">
        <ServiceLink service={service} /> takes {stops.length === 1 ? 'this step' : 'these steps'};{' '}
        {owner === null ? (
          <>
            <EventName name={first.to} /> has no owner.
          </>
        ) : (
          <>
            <OwnerLink owner={owner} /> answers for <EventName name={first.to} />.
          </>
        )}
      </p>
      <ul className="flex flex-col gap-1">
        {stops.map((stop) => (
          <li key={`${stop.from}\n${stop.to}`} className="flex flex-wrap items-baseline gap-x-2">
            <TextLink href={flowAddress({ from: stop.from, to: stop.to })}>
              {stops.length === 1 ? (
                // The heading names it.
                <>
                  Delays and trend<span className="sr-only"> of {`${stop.from} to ${stop.to}`}</span>
                </>
              ) : (
                <>
                  <EventName name={stop.from} /> → <EventName name={stop.to} />
                </>
              )}
            </TextLink>
            <span className="text-ink-2">
              {count(stop.count)} of {count(stop.causes)} led on (
              {percent(Math.min(1, stop.count / stop.causes))}), usually{' '}
              {percent(Math.min(1, stop.usual_share))}
            </span>
            {stop.examples.length > 0 && (
              <span className="text-ink-3">
                Chains:{' '}
                {stop.examples.map(({ event_id }, index) => (
                  <span key={event_id}>
                    {index > 0 && ', '}
                    <TextLink href={paths.event(event_id)}>
                      <span className="font-mono text-xs whitespace-nowrap">{shortened(event_id)}</span>
                    </TextLink>
                  </span>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}

function shortened(id: string): string {
  return id.length <= 16 ? id : `${id.slice(0, 6)}…${id.slice(-6)}`
}
