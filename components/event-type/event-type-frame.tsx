'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { FormFor } from '@/components/shell/form-for'
import { May } from '@/components/shell/may'
import { EventName } from '@/components/event/event-name'
import { EventTypeLink } from '@/components/event/event-type-link'
import { StatusTag } from '@/components/event/event-tags'
import { OwnerChips } from '@/components/event/owner-chips'
import { TypeLeavingWords } from '@/components/event/type-leaving'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { TabLinks } from '@/components/ui/tabs'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { EVENT_TYPE_TABS, eventTypeParsers, type EventTypeTab } from '@/lib/client/event-type-url'
import { paths } from '@/lib/client/paths'
import { useRemember } from '@/lib/client/recent'
import type { EventType } from '@/lib/contracts/event-type'
import { isLeft } from '@/lib/domain/news/leaving'
import { SOME_SERVICE } from './some-service'

const DeclareDialog = dynamic(() => import('./declare-dialog').then((module) => module.DeclareDialog), {
  ssr: false,
})
const DescribeDialog = dynamic(() => import('./describe-dialog').then((module) => module.DescribeDialog), {
  ssr: false,
})

const TypeStatusDialog = dynamic(
  () => import('./type-status-dialog').then((module) => module.TypeStatusDialog),
  { ssr: false },
)

const TAB_NAMES: Record<EventTypeTab, string> = {
  overview: 'Overview',
  schema: 'Schema',
  causes: 'Causes and effects',
  events: 'Events',
  consume: 'Consume',
}

/** What all pages of one event type have in common: its name, what one can do, the tabs, the forms. */
export function EventTypeFrame({
  name,
  current,
  children,
}: {
  name: string
  current: EventTypeTab | 'versions'
  children: ReactNode
}) {
  const { data: type } = useSuspenseQuery(eventTypeQueries.detail(name))
  const [form, setForm] = useQueryState('form', eventTypeParsers.form)
  const close = () => void setForm(null, { history: 'replace' })
  useRemember({ kind: 'event-type', title: name, href: paths.eventType(name) })
  const perDay = Math.round(type.events_per_day).toLocaleString('en')
  const about = { owner: type.owner?.slug ?? null }
  const draft: Record<string, string> = { event_type: name }
  if (type.latest_version !== null) draft.base = type.latest_version
  return (
    <>
      <PageHeader
        title={<EventName name={name} kind={type.kind} />}
        facts={
          <>
            <OwnerChips owner={type.owner} domain={type.domain} />
            <StatusTag status={type.status} />
            <span className="text-xs text-ink-2">
              {type.events_per_day > 0 ? `${perDay === '0' ? 'less than 1' : perDay} a day` : 'no events yet'}
            </span>
          </>
        }
        actions={
          <>
            <May does="declare" about={SOME_SERVICE}>
              <Button onClick={() => void setForm('consume')}>We consume this</Button>
            </May>
            <May does="draft">
              <LinkButton look="primary" href={paths.newDraft(draft)}>
                Draft next version
              </LinkButton>
            </May>
          </>
        }
      >
        {(isLeft(type.status) || type.replaces.length > 0) && (
          <p>
            <TypeLeavingWords type={type} />
            <Replaces type={type} />
          </p>
        )}
      </PageHeader>
      <TabLinks label={`${name}, parts`} tabs={tabsOf(name, current, type.versions_count)} />
      {children}
      {form === 'edit' && (
        <FormFor
          does="edit-catalog"
          about={about}
          title={`Describe ${name}`}
          what="describe it"
          onClose={close}
        >
          <DescribeDialog type={type} onClose={close} />
        </FormFor>
      )}
      {form === 'status' && (
        <FormFor
          does="edit-catalog"
          about={about}
          title={`Status of ${name}`}
          what="deprecate or retire it"
          onClose={close}
        >
          <TypeStatusDialog type={type} onClose={close} />
        </FormFor>
      )}
      {(form === 'consume' || form === 'produce') && (
        <FormFor
          does="declare"
          about={SOME_SERVICE}
          title={`Who ${form}s ${name}`}
          what={`say that it ${form}s an event type`}
          owned="a service"
          onClose={close}
        >
          <DeclareDialog type={type} as={form === 'consume' ? 'consumer' : 'producer'} onClose={close} />
        </FormFor>
      )}
    </>
  )
}

/** What may be left for it, on the page of what comes instead. */
function Replaces({ type: { status, replaces } }: { type: EventType }) {
  return (
    replaces.length > 0 && (
      <>
        {isLeft(status) ? ' ' : ''}Replaces{' '}
        {replaces.map(({ name, status: theirs }, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <EventTypeLink name={name} className="underline" /> ({theirs})
          </span>
        ))}
        .
      </>
    )
  )
}

function tabsOf(name: string, current: EventTypeTab | 'versions', versions: number) {
  const tabs = EVENT_TYPE_TABS.map((tab) => ({
    href: tab === 'overview' ? paths.eventType(name) : `${paths.eventType(name)}?tab=${tab}`,
    label: TAB_NAMES[tab],
    current: tab === current,
  }))
  const versionsTab = {
    href: paths.versions(name),
    label: 'Versions',
    current: current === 'versions',
    count: versions,
  }
  return [...tabs.slice(0, 2), versionsTab, ...tabs.slice(2)]
}
