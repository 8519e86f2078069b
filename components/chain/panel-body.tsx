import type { ComponentProps, ReactNode } from 'react'
import type { Event } from '@/lib/contracts/event'
import type { ViewChain, ViewMember } from '@/lib/domain/chain-view/chain-view'
import { Time } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import { CopyButton } from '@/components/ui/copy-button'
import { Bone } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { paths } from '@/lib/client/paths'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { ConflictBox } from './conflict-box'
import { JsonText } from './json-text'
import { MaskNote } from './mask-note'
import { MetaBox } from './meta-box'
import { PanelNeighbours } from './panel-neighbours'
import { ViolationList } from './violation-list'

interface PanelBodyProps extends Omit<ComponentProps<typeof MaskNote>, 'event'> {
  event: Event
  member: ViewMember
  chain: ViewChain
  traceTemplate: string
  onSelect: (eventId: string) => void
}

export function PanelBody({ event, member, chain, traceTemplate, onSelect, ...revealing }: PanelBodyProps) {
  return (
    <div className="mt-3 flex flex-col gap-3">
      {event.problems.length > 0 && (
        <Box
          title={
            event.status === 'invalid' ? <Breaking>What validation said</Breaking> : 'What validation said'
          }
        >
          <ViolationList violations={event.problems} />
        </Box>
      )}
      {event.about !== null && (
        <p className="text-ink-2">
          A state of{' '}
          <TextLink href={paths.entityKey(event.about.entity, event.about.key, event.event_id)}>
            {event.about.entity} <span className="font-mono text-xs">{event.about.key}</span>
          </TextLink>
          : its history, and what this event changed.
        </p>
      )}
      <MaskNote event={event} {...revealing} />
      {event.erased === null ? (
        <Box title="data" aside={<CopyButton text={event.data_text ?? ''} what="data" />}>
          <JsonText text={event.data_text ?? JSON.stringify(event.data)} label="Data of the event" />
        </Box>
      ) : (
        <Box title="data">
          <p className="px-3 py-2 text-ink-2">
            Erased <Time at={event.erased.at} />: {event.erased.reason}
          </p>
        </Box>
      )}
      <MetaBox event={event} traceTemplate={traceTemplate} />
      {event.conflicts.map((conflict, index) => (
        <ConflictBox key={index} event={event} conflict={conflict} />
      ))}
      <PanelNeighbours member={member} chain={chain} onSelect={onSelect} />
      <Receipt event={event} />
    </div>
  )
}

function Breaking({ children }: { children: ReactNode }) {
  return (
    <span className="text-breaking">
      <span aria-hidden>✕ </span>
      {children}
    </span>
  )
}

/** When and how often the event arrived. */
function Receipt({ event }: { event: Event }) {
  const delay = Date.parse(event.received_at) - Date.parse(event.created_at)
  return (
    <p className="text-xs text-ink-3">
      {event.deliveries > 1 ? `Delivered ${event.deliveries} times; first received ` : 'Received '}
      {Number.isFinite(delay) && delay >= 0
        ? `${formatDuration(delay)} after it was created.`
        : `${formatDuration(-delay)} before it says it was created: its producer’s clock is ahead.`}
    </p>
  )
}

/** The panel as it will be, before the event is there. */
export function PanelSkeleton() {
  return (
    <div role="status" aria-label="Loading the event" className="mt-3 flex flex-col gap-3">
      {['h-56', 'h-40'].map((height) => (
        <div key={height} className={`rounded-lg border border-line bg-surface p-3 ${height}`}>
          <Bone className="h-3 w-16" />
          <Bone className="mt-6 block h-3 w-3/4" />
          <Bone className="mt-3 block h-3 w-1/2" />
        </div>
      ))}
    </div>
  )
}
