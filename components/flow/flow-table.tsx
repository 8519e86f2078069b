import type { FlowSort } from '@/lib/client/flow-url'
import type { FlowEdge, FlowType } from '@/lib/contracts/flow'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { EventTypeLink } from '@/components/event/event-type-link'
import { IconButton } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Table, Td, Th } from '@/components/ui/table'
import type { Step } from './flow-map-edges'
import { count as thousands, percent } from './numbers'
import { sortEdges } from './sort-edges'

interface FlowTableProps {
  edges: readonly FlowEdge[]
  types: readonly FlowType[]
  /** The step whose panel is open. */
  step: Step | null
  sort: FlowSort
  descending: boolean
  onSort: (sort: FlowSort, descending: boolean) => void
  onStep: (from: string, to: string) => void
}

const HEADS: [sort: FlowSort, title: string, words: string][] = [
  ['from', 'From', 'The event that led to the other'],
  ['to', 'To', 'The event it led to'],
  ['count', 'Count', 'How often, in this period'],
  ['share', 'Share', 'Part of the first events that led to the second'],
  ['p50', 'Half within', 'Half of the second events came within this time'],
  ['p95', '95 % within', '95 % of the second events came within this time'],
]

/** The measured steps, one a row. */
export function FlowTable({ edges, types, step, sort, descending, onSort, onStep }: FlowTableProps) {
  const kinds = new Map(types.map(({ name, kind }) => [name, kind]))
  return (
    <Table label="Steps from event type to event type">
      <thead>
        <tr>
          {HEADS.map(([by, title, words], index) => (
            <Th
              key={by}
              aria-sort={by === sort ? (descending ? 'descending' : 'ascending') : 'none'}
              className={index > 1 ? 'text-right' : index === 0 ? '!pl-5' : ''}
            >
              <button
                type="button"
                title={words}
                onClick={() => onSort(by, by === sort ? !descending : index > 1)}
                className="h-6 rounded-sm hover:text-ink"
              >
                {title}
                {by === sort && <span aria-hidden>{descending ? ' ↓' : ' ↑'}</span>}
              </button>
            </Th>
          ))}
          <Th>
            <span className="sr-only">Panel</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {sortEdges(edges, sort, descending).map((edge) => (
          <tr
            key={`${edge.from}\n${edge.to}`}
            className={classNames(
              'hover:bg-hover',
              edge.from === step?.from && edge.to === step.to && 'bg-accent-soft',
            )}
          >
            <Td className="min-w-44 !pl-5">
              <EventTypeLink name={edge.from} kind={kinds.get(edge.from)} />
            </Td>
            <Td className="min-w-56">
              <span aria-hidden className="mr-2 text-ink-3">
                →
              </span>
              <EventTypeLink name={edge.to} kind={kinds.get(edge.to)} />
            </Td>
            <Td className="text-right font-mono text-xs">{thousands(edge.count)}</Td>
            <Td className="text-right font-mono text-xs">
              <Share share={edge.share} />
            </Td>
            <Td className="text-right font-mono text-xs whitespace-nowrap">{delay(edge.p50_ms)}</Td>
            <Td className="text-right font-mono text-xs whitespace-nowrap">{delay(edge.p95_ms)}</Td>
            <Td className="w-10 !py-0">
              <IconButton
                label={`Delays and trend of ${edge.from} to ${edge.to}`}
                size="small"
                data-opens={`${edge.from}\n${edge.to}`}
                onClick={() => onStep(edge.from, edge.to)}
              >
                <Icon name="chevron-right" />
              </IconButton>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** A bar behind the number: shares are compared down the column at a glance. */
function Share({ share }: { share: number }) {
  return (
    <span className="relative inline-block w-24 px-1">
      <span
        aria-hidden
        className="absolute inset-y-0.5 right-0 rounded-sm bg-accent-soft"
        style={{ width: `${Math.min(100, share * 100)}%` }}
      />
      <span className="relative">{percent(share)}</span>
    </span>
  )
}

function delay(ms: number | null): string {
  return ms === null ? '–' : formatDuration(ms)
}
