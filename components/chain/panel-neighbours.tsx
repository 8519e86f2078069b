import { placesOf } from '@/lib/domain/chain-view/chain-places'
import type { ViewChain, ViewMember } from '@/lib/domain/chain-view/chain-view'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { EventName } from '@/components/event/event-name'
import { Box } from '@/components/ui/box'
import { UsualDelayLine } from './usual-delay-line'

interface PanelNeighboursProps {
  member: ViewMember
  chain: ViewChain
  onSelect: (eventId: string) => void
}

/** More than this is read in the tree. */
const MOST = 8

/** What caused the event and what it led to, as ways to go there. */
export function PanelNeighbours({ member, chain, onSelect }: PanelNeighboursProps) {
  const { parents, placeOf } = placesOf(chain)
  const place = placeOf(member.event_id)
  const parent = chain.members[parents[place]!]
  const children = chain.members.filter((_, child) => parents[child] === place)
  return (
    <Box title="In the chain">
      <dl className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-3 gap-y-1 px-3 py-2">
        <dt className="text-ink-3">Caused by</dt>
        <dd>
          {parent !== undefined ? (
            <>
              <Neighbour member={parent} delay={member.delay_ms} onSelect={onSelect} />
              {member.delay_ms !== null && (
                <UsualDelayLine from={parent.type} to={member.type} delay={member.delay_ms} />
              )}
            </>
          ) : member.parent_event_id === null ? (
            <span className="text-ink-2">nothing: it names no parent</span>
          ) : (
            <span className="text-ink-2">an event that is not here</span>
          )}
        </dd>
        <dt className="text-ink-3">Led to</dt>
        <dd className="flex flex-col items-start gap-0.5">
          {children.length === 0 && <span className="text-ink-2">nothing received so far</span>}
          {children.slice(0, MOST).map((child) => (
            <Neighbour key={child.event_id} member={child} delay={child.delay_ms} onSelect={onSelect} />
          ))}
          {children.length > MOST && <span className="text-ink-3">and {children.length - MOST} more</span>}
        </dd>
      </dl>
    </Box>
  )
}

interface NeighbourProps {
  member: ViewMember
  /** Of the step between the two. */
  delay: number | null
  onSelect: (eventId: string) => void
}

function Neighbour({ member, delay, onSelect }: NeighbourProps) {
  return (
    <button
      type="button"
      onClick={() => onSelect(member.event_id)}
      className="max-w-full min-h-6 rounded-sm text-left decoration-line-strong underline-offset-2 hover:underline"
    >
      <EventName name={member.type} kind={member.kind} />
      {delay !== null && <span className="ml-2 font-mono text-xs text-ink-3">{formatDuration(delay)}</span>}
    </button>
  )
}
