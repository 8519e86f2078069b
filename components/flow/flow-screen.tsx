'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { flowQueries } from '@/lib/client/flow-queries'
import { flowFilter, flowParsers } from '@/lib/client/flow-url'
import { paths } from '@/lib/client/paths'
import type { FlowEdge } from '@/lib/contracts/flow'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { ReadFailure } from '@/components/ui/read-failure'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { useFocusBack } from '@/components/ui/use-focus-back'
import { FlowFilters } from './flow-filters'
import { FlowFrame } from './flow-frame'
import { FlowMapView } from './flow-map-view'
import { FlowTable } from './flow-table'
import { shownText, topSteps } from './shown-steps'
import { StepPanel } from './step-panel'
import { TypePanel } from './type-panel'

/** How event types follow one another, as a map and as a table: `/flows`. */
export function FlowScreen() {
  const [state, setState] = useQueryStates(flowParsers, { history: 'replace' })
  const { data, error, refetch } = useQuery({
    ...flowQueries.edges(flowFilter(state)),
    placeholderData: keepPreviousData,
  })
  const words = useDeferredValue(state.q).toLowerCase().trim()
  const edges = useMemo(() => matching(data?.edges ?? [], words), [data, words])
  const top = useMemo(() => topSteps(edges, state.top), [edges, state.top])
  const [asked, setAsked] = useState(false)
  const main = useRef<HTMLDivElement>(null)
  const isFiltered = state.q !== '' || state.owner !== '' || state.domain !== '' || state.share > 0
  const shown = state.view === 'map' ? top : edges

  const status = data === undefined ? '' : shownText(shown.length, edges.length, data.edges.length)

  function openStep(from: string, to: string): void {
    setAsked(true)
    void setState({ from, to }, { history: state.from === '' ? 'push' : 'replace' })
  }
  /** Gives the focus back to what opened the panel. */
  function close(): void {
    void setState(state.from === '' ? { at: null } : { from: null, to: null })
    const names = [...(main.current?.querySelectorAll<HTMLElement>('[data-opens]') ?? [])]
    const back =
      names.find(({ dataset }) => dataset.opens === state.at) ??
      // A step of the table, or one that a link had opened.
      main.current?.querySelector<HTMLElement>('[data-row][tabindex="0"], [data-opens][tabindex="0"]')
    back?.focus({ preventScroll: true })
  }

  return (
    <FlowFrame current="flows">
      <FlowFilters
        state={state}
        onChange={(change) => void setState(change, { history: 'view' in change ? 'push' : 'replace' })}
        status={state.view === 'map' ? '' : status}
      />
      {data === undefined && error === null && <RowsSkeleton label="Loading flows" />}
      {data === undefined && error !== null && (
        <ReadFailure title="The flows could not be read" error={error} onRetry={() => void refetch()} />
      )}
      {data?.edges.length === 0 && !isFiltered && (
        <EmptyState
          title="No event has led to another yet"
          actions={<LinkButton href={paths.explore()}>Look at the events</LinkButton>}
        >
          A step from one event type to the next is counted when an event names its parent in{' '}
          <code>meta.parent_event_id</code> and the parent is known. In this period none did.
        </EmptyState>
      )}
      {data !== undefined && edges.length === 0 && isFiltered && (
        <NoStep onClear={() => void setState({ q: null, owner: null, domain: null, share: null })} />
      )}
      {data !== undefined && edges.length > 0 && (
        <div className="flex min-w-0 flex-1">
          <div ref={main} className="min-w-0 flex-1">
            {state.view === 'map' ? (
              <FlowMapView
                edges={top}
                types={data.types}
                status={status}
                at={state.at}
                step={state.from === '' ? null : { from: state.from, to: state.to }}
                onType={(at) => void setState({ at, from: null, to: null })}
                onStep={openStep}
              />
            ) : (
              <FlowTable
                edges={edges}
                types={data.types}
                sort={state.sort}
                descending={state.desc}
                step={state.from === '' ? null : { from: state.from, to: state.to }}
                onSort={(sort, desc) => void setState({ sort, desc })}
                onStep={openStep}
                onClose={close}
              />
            )}
          </div>
          {state.from !== '' && state.to !== '' ? (
            <StepPanel
              key={`${state.from}\n${state.to}`}
              from={state.from}
              to={state.to}
              days={state.days}
              types={data.types}
              takesFocus={asked}
              onClose={close}
            />
          ) : (
            state.at !== '' && <TypePanel name={state.at} flows={data} onStep={openStep} onClose={close} />
          )}
        </div>
      )}
    </FlowFrame>
  )
}

/** Its button goes with the filters that it clears: the focus goes on in the first of them. */
function NoStep({ onClear }: { onClear: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  useFocusBack(box, () => document.querySelector<HTMLElement>('main input[type=search]'))
  return (
    <div ref={box}>
      <EmptyState title="No step matches" actions={<Button onClick={onClear}>Clear the filters</Button>}>
        No step of this period passes all of the filters above.
      </EmptyState>
    </div>
  )
}

function matching(edges: readonly FlowEdge[], words: string): FlowEdge[] {
  const wanted = words.split(/\s+/).filter(Boolean)
  return edges.filter(({ from, to }) => {
    const text = `${from}\n${to}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
