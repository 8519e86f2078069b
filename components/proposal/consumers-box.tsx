'use client'

import { useQuery } from '@tanstack/react-query'
import { OwnerLink, ServiceLink } from '@/components/event/owner-link'
import { Box } from '@/components/ui/box'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import type { Change } from '@/lib/contracts/compatibility'
import type { Participant } from '@/lib/contracts/event-type'
import { harmTo } from './harm-to'

interface ConsumersBoxProps {
  eventType: string
  /** Null while they are not known. */
  changes: readonly Change[] | null
}

/** Who reads the event type, and what the proposal means for each: by the fields they said they use. */
export function ConsumersBox({ eventType, changes }: ConsumersBoxProps) {
  const { data } = useQuery(eventTypeQueries.detail(eventType))
  const consumers = data?.consumers ?? []
  return (
    <Box title="Who consumes it" aside={consumers.length > 0 ? consumers.length : undefined}>
      {consumers.length === 0 ? (
        <p className="px-3 py-2.5 text-ink-3">
          {data ? 'Nobody has said so, and nobody is seen consuming it.' : 'looking …'}
        </p>
      ) : (
        <ul className="flex flex-col gap-1.5 px-3 py-2.5">
          {consumers.map((consumer) => (
            <Consumer key={consumer.service} consumer={consumer} changes={changes} />
          ))}
        </ul>
      )}
    </Box>
  )
}

function Consumer({ consumer, changes }: { consumer: Participant; changes: readonly Change[] | null }) {
  const harm = changes === null ? null : harmTo(consumer, changes)
  return (
    <li>
      <span className="flex flex-wrap gap-x-2">
        <ServiceLink service={{ slug: consumer.service, name: consumer.name }} />
        <span className="text-ink-3">
          {consumer.owner ? <OwnerLink owner={consumer.owner} /> : 'nobody’s'}
          {consumer.declared ? '' : ', seen, not declared'}
        </span>
      </span>
      {consumer.fields.length > 0 && (
        <span translate="no" className="mr-2 font-mono text-xs text-ink-2 [overflow-wrap:anywhere]">
          reads {consumer.fields.join(', ')}
        </span>
      )}
      {harm && <span className={harm.breaks ? 'text-breaking' : 'text-safe'}>{harm.words}</span>}
    </li>
  )
}
