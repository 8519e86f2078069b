'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OwnerLink, ServiceLink } from '@/components/event/owner-link'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import type { Change } from '@/lib/contracts/compatibility'
import type { Participant } from '@/lib/contracts/event-type'
import { harmTo, type Harm } from './harm-to'

/** More than these stand behind a button: what else is known of the proposal is below them. */
const SHOWN = 6

interface ConsumersBoxProps {
  eventType: string
  /** Null while they are not known. */
  changes: readonly Change[] | null
}

/** Who reads the event type, and what the proposal means for each by the fields they said they use: whom it breaks first. */
export function ConsumersBox({ eventType, changes }: ConsumersBoxProps) {
  const { data } = useQuery(eventTypeQueries.detail(eventType))
  const [isWhole, setWhole] = useState(false)
  const consumers = (data?.consumers ?? []).map((consumer) => ({
    consumer,
    harm: changes === null ? null : harmTo(consumer, changes),
  }))
  const isBroken = ({ harm }: { harm: Harm | null }) => harm?.breaks === true
  const broken = consumers.filter(isBroken)
  const all = [...broken, ...consumers.filter((one) => !isBroken(one))]
  return (
    <Box
      title="Who consumes it"
      aside={
        consumers.length > 0 &&
        (broken.length > 0 ? `${broken.length} of ${consumers.length} would break` : consumers.length)
      }
    >
      {consumers.length === 0 ? (
        <p className="px-3 py-2.5 text-ink-3">
          {data ? 'Nobody has said so, and nobody is seen consuming it.' : 'looking …'}
        </p>
      ) : (
        <ul className="flex flex-col gap-1.5 px-3 py-2.5">
          {all.slice(0, isWhole ? undefined : SHOWN).map(({ consumer, harm }) => (
            <Consumer key={consumer.service} consumer={consumer} harm={harm} />
          ))}
        </ul>
      )}
      {!isWhole && consumers.length > SHOWN && (
        <div className="px-1.5 pb-2">
          <Button size="small" look="quiet" onClick={() => setWhole(true)}>
            Show all {consumers.length}
          </Button>
        </div>
      )}
    </Box>
  )
}

function Consumer({ consumer, harm }: { consumer: Participant; harm: Harm | null }) {
  return (
    <li>
      <span className="flex items-baseline gap-2">
        <span className="flex min-w-0 flex-1 flex-wrap gap-x-2">
          <ServiceLink service={{ slug: consumer.service, name: consumer.name }} />
          <span className="text-ink-3">
            {consumer.owner ? <OwnerLink owner={consumer.owner} /> : 'nobody’s'}
            {consumer.declared ? '' : ', seen, not declared'}
          </span>
        </span>
        {harm?.breaks === false && <span className="shrink-0 text-safe">{harm.words}</span>}
      </span>
      {consumer.fields.length > 0 && (
        <span className="block text-xs text-ink-3">
          reads{' '}
          <span translate="no" className="font-mono text-ink-2 [overflow-wrap:anywhere]">
            {consumer.fields.join(', ')}
          </span>
        </span>
      )}
      {harm?.breaks === true && (
        <span className="block text-breaking [overflow-wrap:anywhere]">{harm.words}</span>
      )}
    </li>
  )
}
