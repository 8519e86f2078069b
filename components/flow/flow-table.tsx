import type { FlowSort } from '@/lib/client/flow-url'
import type { FlowEdge } from '@/lib/contracts/flow'
import { EventTypeLink } from '@/components/event/event-type-link'
import { duration } from '@/components/event/relative-time'
import { Table, Td, Th } from '@/components/ui/table'

interface FlowTableProps {
  edges: readonly FlowEdge[]
  sort: FlowSort
  descending: boolean
  onSort: (sort: FlowSort, descending: boolean) => void
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
export function FlowTable({ edges, sort, descending, onSort }: FlowTableProps) {
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
        </tr>
      </thead>
      <tbody>
        {edges.map((edge) => (
          <tr key={`${edge.from}\n${edge.to}`} className="hover:bg-hover">
            <Td className="!pl-5">
              <EventTypeLink name={edge.from} />
            </Td>
            <Td>
              <span aria-hidden className="mr-2 text-ink-3">
                →
              </span>
              <EventTypeLink name={edge.to} />
            </Td>
            <Td className="text-right font-mono text-xs">{thousands(edge.count)}</Td>
            <Td className="text-right font-mono text-xs">
              <Share share={edge.share} />
            </Td>
            <Td className="text-right font-mono text-xs whitespace-nowrap">{delay(edge.p50_ms)}</Td>
            <Td className="text-right font-mono text-xs whitespace-nowrap">{delay(edge.p95_ms)}</Td>
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

function percent(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %'
  return `${(share * 100).toFixed(1)} %`
}

function delay(ms: number | null): string {
  return ms === null ? '–' : duration(ms)
}

function thousands(count: number): string {
  return count.toLocaleString('en-US')
}
