import { formatDuration } from '@/lib/domain/chain-view/duration'
import { group } from '@/lib/domain/chain-view/facts'
import { MISSING, type TypeEdge } from '@/lib/domain/chain-view/type-graph'
import { EventName } from '@/components/event/event-name'
import { RowList, type RowColumn } from '@/components/ui/row-list'

interface EdgeTableProps {
  edges: readonly TypeEdge[]
  dimmed: (edge: TypeEdge) => boolean
  onOpenType: (type: string) => void
}

/** What the graph's arrows say, for whoever does not read pictures. */
export function EdgeTable({ edges, dimmed, onOpenType }: EdgeTableProps) {
  if (edges.length === 0)
    return <p className="px-5 py-4 text-ink-2">No event of this chain names a parent.</p>
  return (
    <RowList
      label="How the types follow one another"
      rows={edges}
      rowKey={({ from, to }) => `${from} ${to}`}
      href={({ to }) => `?view=tree&q=${encodeURIComponent(to)}`}
      onSelect={({ to }) => onOpenType(to)}
      dimmed={dimmed}
      columns={COLUMNS}
    />
  )
}

const COLUMNS: RowColumn<TypeEdge>[] = [
  {
    id: 'from',
    title: 'Event',
    className: 'min-w-0 flex-1',
    cell: ({ from }) =>
      from === MISSING ? <i className="text-ink-2">not received</i> : <EventName name={from} />,
  },
  {
    id: 'to',
    title: 'Led to',
    className: 'min-w-0 flex-1',
    cell: ({ to }) => <EventName name={to} />,
  },
  {
    id: 'count',
    title: 'Times',
    className: 'hidden w-20 shrink-0 text-right sm:block font-mono text-xs',
    cell: ({ count }) => group(count),
  },
  {
    id: 'delay',
    title: 'Median delay',
    className: 'w-24 shrink-0 text-right font-mono text-xs',
    cell: ({ delay_ms }) => (delay_ms === null ? '–' : formatDuration(delay_ms)),
  },
]
