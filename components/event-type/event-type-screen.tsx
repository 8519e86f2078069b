'use client'

import dynamic from 'next/dynamic'
import { useQueryState } from 'nuqs'
import type { ComponentType } from 'react'
import { eventTypeParsers, type EventTypeTab } from '@/lib/client/event-type-url'
import { EventTypeFrame } from './event-type-frame'
import { OverviewTab } from './overview-tab'

/** The first tab comes with the page; the others bring their own code, still rendered on the server when addressed. */
const TABS: Record<EventTypeTab, ComponentType<{ name: string }>> = {
  overview: OverviewTab,
  schema: dynamic(() => import('./schema-tab').then((module) => module.SchemaTab)),
  causes: dynamic(() => import('./causes-tab').then((module) => module.CausesTab)),
  events: dynamic(() => import('./events-tab').then((module) => module.EventsTab)),
  consume: dynamic(() => import('./consume-tab').then((module) => module.ConsumeTab)),
}

/** One event type, by the tab that the address names. */
export function EventTypeScreen({ name }: { name: string }) {
  const [tab] = useQueryState('tab', eventTypeParsers.tab)
  const Tab = TABS[tab]
  return (
    <EventTypeFrame name={name} current={tab}>
      <Tab name={name} />
    </EventTypeFrame>
  )
}
