'use client'

import { useState } from 'react'
import { OwnerLink, ServiceLink } from '@/components/event/owner-link'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import type { HarmedConsumer, KnownHarm } from '@/components/draft/use-harm'

/** More than these stand behind a button: what else is known of the proposal is below them. */
const SHOWN = 6

/** Who reads the event type, and what the proposal means for each by the fields they said they use: whom it breaks first. */
export function ConsumersBox({ harm: { consumers, broken, isKnown } }: { harm: KnownHarm }) {
  const [isWhole, setWhole] = useState(false)
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
          {isKnown ? 'Nobody has said so, and nobody is seen consuming it.' : 'looking …'}
        </p>
      ) : (
        <ul className="flex flex-col gap-1.5 px-3 py-2.5">
          {consumers.slice(0, isWhole ? undefined : SHOWN).map(({ consumer, harm }) => (
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

function Consumer({ consumer, harm }: HarmedConsumer) {
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
          <span translate="no" className="font-mono text-ink-2">
            {consumer.fields.join(', ')}
          </span>
        </span>
      )}
      {harm?.breaks === true && <span className="block text-breaking">{harm.words}</span>}
    </li>
  )
}
