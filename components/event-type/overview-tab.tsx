'use client'

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useQueryState } from 'nuqs'
import { May } from '@/components/shell/may'
import { EventTypeLink } from '@/components/event/event-type-link'
import { StatusTag } from '@/components/event/event-tags'
import { KindLabel } from '@/components/event/kind-label'
import { DomainLink, OwnerLink } from '@/components/event/owner-link'
import { Time } from '@/components/event/time'
import { VersionLabel } from '@/components/event/version-label'
import { percent } from '@/components/flow/numbers'
import { Fact, Facts } from '@/components/people/fact'
import { Prose } from '@/components/people/prose'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { OutsideLink, TextLink } from '@/components/ui/text-link'
import { VersionStatusTag, VersionStatusWords } from '@/components/versions/version-status-words'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { eventTypeParsers } from '@/lib/client/event-type-url'
import { paths } from '@/lib/client/paths'
import type { Activity, EventType } from '@/lib/contracts/event-type'
import { isLeft } from '@/lib/domain/news/leaving'
import type { Json } from '@/lib/domain/json/json'
import { FieldSummary } from './field-summary'
import { NeighbourList } from './neighbour-list'
import { ParticipantsBox } from './participants-box'
import { VersionsInUse } from './versions-in-use'
import { VolumePicture } from './volume-picture'

/** What a person needs who has never seen this event: what it means, whom to ask, what it carries, who uses it. */
export function OverviewTab({ name }: { name: string }) {
  const { data: type } = useSuspenseQuery(eventTypeQueries.detail(name))
  const { data: activity } = useSuspenseQuery(eventTypeQueries.activity(name))
  const [, setForm] = useQueryState('form', eventTypeParsers.form)
  return (
    <div className="grid grid-cols-1 items-start gap-4 px-5 py-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <Box
          title="What it means"
          aside={
            <May does="edit-catalog" about={{ owner: type.owner?.slug ?? null }}>
              <Button size="small" onClick={() => void setForm('edit')}>
                Edit
              </Button>
            </May>
          }
        >
          <div className="px-3 py-2.5">
            <Prose
              text={type.description}
              none="Nobody has described it yet: say what has happened when this event is sent."
            />
          </div>
        </Box>
        <LatestVersion type={type} />
        <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
          <NeighbourList
            title="Caused by"
            neighbours={activity.caused_by}
            most={6}
            none="None of its events has a parent: it begins chains."
            shareOf="of its events have this cause"
          />
          <NeighbourList
            title="Causes"
            neighbours={activity.causes}
            most={6}
            none="Nothing followed from it: it ends chains."
            shareOf="events of this type followed"
          />
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-4 max-xl:md:grid max-xl:md:grid-cols-2 max-xl:md:items-start">
        <About type={type} onStatus={() => void setForm('status')} />
        <Box
          title="Events, last 30 days"
          aside={<TextLink href={`${paths.eventType(name)}?tab=events`}>Latest</TextLink>}
        >
          <VolumePicture daily={activity.daily} />
          <Validity validity={activity.validity} />
        </Box>
        <ParticipantsBox
          name={name}
          as="producer"
          participants={type.producers}
          onDeclare={() => void setForm('produce')}
        />
        <ParticipantsBox
          name={name}
          as="consumer"
          participants={type.consumers}
          onDeclare={() => void setForm('consume')}
        />
        <VersionsInUse name={name} activity={activity} />
      </div>
    </div>
  )
}

function LatestVersion({ type }: { type: EventType }) {
  const label = type.latest_version
  const version = useQuery({ ...eventTypeQueries.version(type.name, label ?? ''), enabled: label !== null })
  const isLeft = version.data !== undefined && version.data.status !== 'active'
  return (
    <Box
      title={
        <>
          What it carries{' '}
          {label !== null && <VersionLabel label={label} className="ml-1 font-normal text-ink-3" />}
          {isLeft && (
            <>
              {' '}
              <VersionStatusTag status={version.data.status} />
            </>
          )}
        </>
      }
      aside={
        version.data && (
          <span className="text-xs">
            published <Time at={version.data.published_at} />
          </span>
        )
      }
    >
      {label === null ? (
        <p className="px-3 py-2.5 text-ink-2">
          No schema has been published.{' '}
          <May does="draft">
            <TextLink href={paths.newDraft({ event_type: type.name })}>Draft the first version</TextLink>
          </May>
        </p>
      ) : version.data ? (
        <>
          {isLeft && (
            <p className="border-b border-line px-3 py-2 text-ink-2 empty:hidden">
              <VersionStatusWords version={version.data} />
            </p>
          )}
          <FieldSummary name={type.name} schema={version.data.schema as Json} />
        </>
      ) : (
        <RowsSkeleton rows={8} label="Loading the schema" />
      )}
    </Box>
  )
}

function About({ type, onStatus }: { type: EventType; onStatus: () => void }) {
  const contact = type.owner_contact
  return (
    <Box title="About">
      <Facts>
        <Fact term="Owner">
          <OwnerLink owner={type.owner} />
        </Fact>
        {contact !== null && contact.chat !== null && (
          <Fact term="Chat">
            {contact.chat} <CopyButton text={contact.chat} what="chat channel" />
          </Fact>
        )}
        {contact !== null && contact.email !== null && (
          <Fact term="Email">
            <a
              href={`mailto:${encodeURIComponent(contact.email).replace('%40', '@')}`}
              className="underline decoration-line-strong underline-offset-2"
            >
              {contact.email}
            </a>
          </Fact>
        )}
        {contact !== null && contact.on_call !== null && (
          <Fact term="On call">
            {contact.on_call} <CopyButton text={contact.on_call} what="on-call contact" />
          </Fact>
        )}
        {contact !== null && contact.url !== null && (
          <Fact term="Page">
            <OutsideLink href={contact.url}>{contact.url.replace(/^https?:\/\//, '')}</OutsideLink>
          </Fact>
        )}
        <Fact term="Domain">
          <DomainLink domain={type.domain} />
        </Fact>
        <Fact term="Kind">
          <KindLabel kind={type.kind} />
        </Fact>
        <Fact term="Status">
          <span className="flex flex-wrap items-center gap-2">
            <StatusTag status={type.status} />
            <May does="edit-catalog" about={{ owner: type.owner?.slug ?? null }}>
              <Button size="small" onClick={onStatus}>
                {isLeft(type.status) ? 'Change status …' : 'Deprecate or retire …'}
              </Button>
            </May>
          </span>
        </Fact>
        {type.entity !== null && (
          <Fact term="Entity">
            {type.kind === 'cud' ? (
              <TextLink href={paths.entity(type.entity)}>{type.entity}</TextLink>
            ) : (
              type.entity
            )}
          </Fact>
        )}
        {type.sisters.length > 0 && (
          <Fact term="Sisters">
            {type.sisters.map(({ name }) => (
              <span key={name} className="block">
                <EventTypeLink name={name} />
              </span>
            ))}
          </Fact>
        )}
        {type.open_drafts.length > 0 && (
          <Fact term="Drafts">
            {type.open_drafts.map((draft) => (
              <span key={draft.id} className="block">
                <TextLink href={paths.draft(draft.id)}>
                  {draft.label === '' ? 'no label yet' : draft.label}
                </TextLink>
                <span className="text-ink-3">
                  {', changed '}
                  <Time at={draft.updated_at} />
                </span>
              </span>
            ))}
          </Fact>
        )}
        <Fact term="Changed">
          <Time at={type.updated_at} />
        </Fact>
      </Facts>
    </Box>
  )
}

function Validity({ validity: { valid, invalid, unknown } }: { validity: Activity['validity'] }) {
  const total = valid + invalid + unknown
  if (total === 0) return null
  return (
    <p className="border-t border-line px-3 py-2 text-xs text-ink-2">
      {total.toLocaleString('en')} events: {percent(valid / total)} valid, {percent(invalid / total)} break
      their schema
      {unknown > 0 && `, ${percent(unknown / total)} unchecked`}
    </p>
  )
}
