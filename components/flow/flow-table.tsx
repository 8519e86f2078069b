import { useMemo } from 'react'
import { flowAddress, type FlowSort } from '@/lib/client/flow-url'
import type { FlowEdge, FlowType } from '@/lib/contracts/flow'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { EventNameInRow } from '@/components/event/event-name-in-row'
import { RowList, type RowColumn } from '@/components/ui/row-list'
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
  onClose: () => void
}

/** The measured steps, one a row, which opens its panel. */
export function FlowTable(props: FlowTableProps) {
  const { edges, types, step, sort, descending, onSort, onStep, onClose } = props
  const rows = useMemo(() => sortEdges(edges, sort, descending), [edges, sort, descending])
  const kinds = useMemo(() => new Map(types.map(({ name, kind }) => [name, kind])), [types])
  return (
    <RowList
      label="Steps from event type to event type"
      rows={rows}
      rowKey={keyOf}
      href={({ from, to }) => flowAddress({ view: 'table', from, to })}
      selectedKey={step && keyOf(step)}
      onSelect={({ from, to }) => onStep(from, to)}
      keys={{ close: onClose }}
      columns={COLUMNS.map(({ cell, ...column }): RowColumn<FlowEdge> => ({
        ...column,
        cell: (edge) => cell(edge, kinds),
        sort: {
          direction: column.id === sort ? (descending ? 'descending' : 'ascending') : null,
          onSort: () =>
            onSort(column.id, column.id === sort ? !descending : column.id !== 'from' && column.id !== 'to'),
        },
      }))}
    />
  )
}

function keyOf({ from, to }: Step): string {
  return `${from}\n${to}`
}

type Kinds = ReadonlyMap<string, FlowType['kind']>

interface FlowColumn extends Omit<RowColumn<FlowEdge>, 'id' | 'cell' | 'sort'> {
  id: FlowSort
  cell: (edge: FlowEdge, kinds: Kinds) => React.ReactNode
}

const NAME = 'min-w-0 flex-1 max-sm:text-xs'
const NUMBER = 'shrink-0 text-right font-mono text-xs'

const COLUMNS: FlowColumn[] = [
  {
    id: 'from',
    title: 'From',
    about: 'The event that led to the other',
    className: NAME,
    cell: ({ from, to }, kinds) => (
      <>
        <EventNameInRow name={from} kind={kinds.get(from) ?? null} />
        <span className="sr-only"> to {to}</span>
      </>
    ),
  },
  {
    id: 'to',
    title: 'To',
    about: 'The event it led to',
    className: NAME,
    cell: ({ to }, kinds) => (
      <span className="flex items-center">
        <span aria-hidden className="mr-2 text-ink-3 max-sm:hidden">
          →
        </span>
        <EventNameInRow name={to} kind={kinds.get(to) ?? null} />
      </span>
    ),
  },
  {
    id: 'count',
    title: 'Count',
    about: 'How often, in this period',
    className: `hidden w-16 sm:block ${NUMBER}`,
    cell: ({ count }) => thousands(count),
  },
  {
    id: 'share',
    title: 'Share',
    about: 'Part of the first events that led to the second',
    className: `w-14 sm:w-24 ${NUMBER}`,
    cell: ({ share }) => <Share share={share} />,
  },
  {
    id: 'p50',
    title: 'Half within',
    about: 'Half of the second events came within this time',
    className: `hidden w-20 md:block ${NUMBER}`,
    cell: ({ p50_ms }) => delay(p50_ms),
  },
  {
    id: 'p95',
    title: '95 % within',
    about: '95 % of the second events came within this time',
    className: `hidden w-20 md:block ${NUMBER}`,
    cell: ({ p95_ms }) => delay(p95_ms),
  },
]

/** A bar behind the number: shares are compared down the column at a glance. */
function Share({ share }: { share: number }) {
  return (
    <span className="relative block px-1">
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
