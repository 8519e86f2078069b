import { EventTypeLink } from '@/components/event/event-type-link'
import { Box } from '@/components/ui/box'
import type { Neighbour } from '@/lib/contracts/event-type'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { percent } from '@/components/flow/numbers'
import { ShareBar } from './versions-in-use'

interface NeighbourListProps {
  title: string
  neighbours: readonly Neighbour[]
  /** What an empty list means. */
  none: string
  /** Rows shown; all where it is left out. */
  most?: number
  /** In words, whose share it is. */
  shareOf: string
}

/** Event types before or after this one in the chains, with their share and how long it takes. */
export function NeighbourList({ title, neighbours, none, most, shareOf }: NeighbourListProps) {
  const shown = neighbours.slice(0, most)
  return (
    <Box
      title={
        <>
          {title} <span className="font-normal text-ink-3">{neighbours.length}</span>
        </>
      }
      aside={<span className="text-xs">last 30 days: share · half to 95 % within</span>}
    >
      {neighbours.length === 0 ? (
        <p className="px-3 py-2.5 text-ink-2">{none}</p>
      ) : (
        <ul>
          {shown.map(({ name, kind, count, share, p50_ms, p95_ms }) => (
            <li key={name} className="border-b border-line px-3 py-1.5 last:border-b-0">
              <div className="flex flex-wrap items-baseline gap-x-2">
                <EventTypeLink name={name} kind={kind} />
                <span className="ml-auto text-xs text-ink-3">
                  <span title={`${count.toLocaleString('en')} ${shareOf}`}>{percent(share)}</span>
                  {p50_ms !== null && p95_ms !== null && (
                    <span title="half of them within the first, 95 % within the second">
                      {' · '}
                      {formatDuration(p50_ms)} to {formatDuration(p95_ms)}
                    </span>
                  )}
                </span>
              </div>
              <ShareBar share={share} />
            </li>
          ))}
        </ul>
      )}
    </Box>
  )
}
