'use client'

import { useQuery } from '@tanstack/react-query'
import { EventName } from '@/components/event/event-name'
import { StatusTag } from '@/components/event/event-tags'
import { EventTypeLink } from '@/components/event/event-type-link'
import { OwnerLink } from '@/components/event/owner-link'
import { Box } from '@/components/ui/box'
import { TextLink } from '@/components/ui/text-link'
import { draftQueries } from '@/lib/client/draft-queries'
import { paths } from '@/lib/client/paths'
import type { Alike } from '@/lib/contracts/alike'
import { sharedWords } from './shared-words'

/** Event types that may be the same thing. Where there is none it says nothing. */
export function AlikeBox({ draft, revision }: { draft: string; revision: number }) {
  const { data } = useQuery(draftQueries.alike(draft, revision))
  if (!data || data.length === 0) return null
  return (
    <Box title="Something like this exists" aside={data.length}>
      <ul className="flex flex-col gap-2.5 px-3 py-2.5">
        {data.map((alike) => (
          <AlikeItem key={alike.event_type} alike={alike} />
        ))}
      </ul>
    </Box>
  )
}

function AlikeItem({ alike }: { alike: Alike }) {
  return (
    <li>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <TextLink href={paths.eventType(alike.event_type)}>
          <EventName name={alike.event_type} kind={alike.kind} />
        </TextLink>
        <span className="text-ink-3">{alike.owner ? <OwnerLink owner={alike.owner} /> : 'nobody’s'}</span>
        {alike.status !== 'active' && <StatusTag status={alike.status} />}
        {alike.successor !== null && (
          <span className="text-ink-2">
            use <EventTypeLink name={alike.successor} className="underline" />
          </span>
        )}
      </span>
      {alike.description !== '' && (
        <p className="line-clamp-2 text-ink-2" title={alike.description}>
          {alike.description}
        </p>
      )}
      <p className="text-xs text-ink-3">{sharedWords(alike)}</p>
    </li>
  )
}
