'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { EventName } from '@/components/event/event-name'
import { StatusTag } from '@/components/event/event-tags'
import { EventTypeLink } from '@/components/event/event-type-link'
import { KindLabel } from '@/components/event/kind-label'
import { DomainLink, OwnerLink } from '@/components/event/owner-link'
import { Sparkline } from '@/components/event/sparkline'
import { VersionLabel } from '@/components/event/version-label'
import { IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Bone } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { paths } from '@/lib/client/paths'
import type { EventType, Participant } from '@/lib/contracts/event-type'
import { perDay } from './per-day'

interface PeekPanelProps {
  name: string
  onClose: () => void
}

/** The gist of one event type beside the list. */
export function PeekPanel({ name, onClose }: PeekPanelProps) {
  const { data, error } = useQuery(eventTypeQueries.detail(name))
  return (
    <aside
      aria-label={`About ${name}`}
      className="fixed inset-x-0 bottom-[var(--bar-height)] z-20 max-h-[60dvh] overflow-y-auto border-t border-line-strong bg-bg px-4 py-3 shadow-raised md:sticky md:top-[var(--header-height)] md:bottom-auto md:h-[calc(100dvh-var(--header-height))] md:max-h-none md:w-80 md:shrink-0 md:border-t-0 md:border-l md:border-line md:shadow-none xl:w-96"
    >
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 text-lg font-[450]">
          <EventName name={name} kind={data?.kind} />
        </h2>
        <IconButton label="Close the panel" onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
      {error !== null && <p className="mt-2 text-ink-2">{error.message}</p>}
      {data ? <Gist eventType={data} /> : error === null && <GistSkeleton />}
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton look="primary" href={paths.eventType(name)}>
          Open
        </LinkButton>
        <LinkButton href={paths.versions(name)}>Versions</LinkButton>
        <LinkButton href={paths.explore({ type: name })}>Events</LinkButton>
      </div>
    </aside>
  )
}

function Gist({ eventType }: { eventType: EventType }) {
  const { description, owner, owner_contact: contact, domain, kind, entity, status } = eventType
  const reach = contact?.chat ?? contact?.email ?? contact?.on_call
  return (
    <>
      <p className="mt-2 whitespace-pre-line text-ink-2">{description || 'Nobody has described it yet.'}</p>
      <dl className="mt-3 grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        <Fact term="Kind">
          <KindLabel kind={kind} />
          {entity !== null && <span className="text-ink-2"> of {entity}</span>}
        </Fact>
        <Fact term="Status">
          <StatusTag status={status} />
          {eventType.successor !== null && (
            <>
              {' '}
              use <EventTypeLink name={eventType.successor} className="underline" />
            </>
          )}
        </Fact>
        <Fact term="Owner">
          <OwnerLink owner={owner} />
          {reach && <span className="text-ink-2"> · {reach}</span>}
        </Fact>
        <Fact term="Domain">
          <DomainLink domain={domain} />
        </Fact>
        <Fact term="Version">
          <VersionLabel label={eventType.latest_version} />
          {eventType.versions_count > 1 && <span className="text-ink-2"> of {eventType.versions_count}</span>}
        </Fact>
        <Fact term="Produced by">
          <Participants participants={eventType.producers} />
        </Fact>
        <Fact term="Consumed by">
          <Participants participants={eventType.consumers} />
        </Fact>
        <Fact term="A day">
          <span className="font-mono text-xs">{perDay(eventType.events_per_day)}</span>
        </Fact>
      </dl>
      <div className="mt-3 text-ink-3">
        <Sparkline
          values={eventType.daily}
          label="Events of each of the last 30 days"
          width={280}
          height={44}
        />
      </div>
    </>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

function Participants({ participants }: { participants: readonly Participant[] }) {
  if (participants.length === 0) return <span className="text-ink-3">nobody known</span>
  return participants.map(({ service, name }, index) => (
    <span key={service}>
      {index > 0 && ', '}
      <TextLink href={paths.service(service)}>{name}</TextLink>
    </span>
  ))
}

function GistSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="mt-3 flex flex-col gap-3">
      <Bone className="h-3 w-full" />
      <Bone className="h-3 w-2/3" />
      {Array.from({ length: 7 }, (_, index) => (
        <Bone key={index} className="h-3 w-1/2" />
      ))}
    </div>
  )
}
