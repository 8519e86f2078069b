'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useMemo, useRef, useState } from 'react'
import { ApiProblem } from '@/lib/client/api'
import { paths } from '@/lib/client/paths'
import { useRemember } from '@/lib/client/recent'
import { settingsQueries } from '@/lib/client/settings-queries'
import { silencesOf } from '@/lib/domain/chain-view/axis'
import { chainFacts } from '@/lib/domain/chain-view/facts'
import { reveal } from '@/lib/domain/chain-view/rows'
import type { ViewChain } from '@/lib/domain/chain-view/chain-view'
import { ErrorState } from '@/components/ui/error-state'
import { LinkButton } from '@/components/ui/link-button'
import { ChainHeader } from './chain-header'
import { ChainSkeleton } from './chain-skeleton'
import { ChainTable } from './chain-table'
import { ChainToolbar } from './chain-toolbar'
import { ChainTree } from './chain-tree'
import { EventPanel } from './event-panel'
import { ExportMenu } from './export-menu'
import { useChain } from './use-chain'
import { useChainRows } from './use-chain-rows'
import { useChainState } from './use-chain-state'
import { useFlips } from './use-flips'
import { useFresh } from './use-fresh'

const HandOverDialog = dynamic(() => import('./hand-over-dialog').then((module) => module.HandOverDialog), {
  ssr: false,
})

/** From this width on the panel stands beside the chain, as its classes say. */
const BESIDE = '(min-width: 80rem)'

/** One event in its chain: `/events/{event_id}`. */
export function ChainScreen({ eventId }: { eventId: string }) {
  const { data, error, refetch } = useChain(eventId)
  useRemember({ kind: 'event', title: eventId, href: paths.event(eventId) })
  if (data !== undefined) return <LoadedChain chain={data} />
  if (error === null) return <ChainSkeleton />
  const problem = error instanceof ApiProblem ? error.problem : null
  return (
    <ErrorState
      title={problem?.title ?? 'The chain could not be read'}
      requestId={problem?.request_id}
      onRetry={() => void refetch()}
      actions={<LinkButton href={paths.explore()}>Search events</LinkButton>}
    >
      {problem?.detail ?? 'The server cannot be reached. Check that it runs and try again.'}
    </ErrorState>
  )
}

function LoadedChain({ chain }: { chain: ViewChain }) {
  const [state, setState] = useChainState()
  const { flipped, setFlipped } = useFlips(state, setState)
  const facts = useMemo(() => chainFacts(chain), [chain])
  const placeOf = useMemo(
    () => new Map(chain.members.map(({ event_id }, index) => [event_id, index])),
    [chain],
  )
  const selected = state.event !== null && placeOf.has(state.event) ? state.event : chain.focus
  const member = chain.members[placeOf.get(selected) ?? -1]

  // What is selected when the page opens has its row, whatever is folded; after that a person folds as they like.
  const [opened, setOpened] = useState<string | null>(selected)
  const view = useChainRows(chain, state, flipped, opened === null ? undefined : placeOf.get(opened))
  const [goTo, setGoTo] = useState({ eventId: selected, nth: 0 })
  const fresh = useFresh(chain)
  const main = useRef<HTMLDivElement>(null)
  const [handingOver, setHandingOver] = useState(false)
  const { data: settings } = useQuery(settingsQueries.current())
  const traceTemplate = settings?.trace_link ?? ''
  const deepest = useMemo(() => chain.members.reduce((most, { depth }) => Math.max(most, depth), 0), [chain])

  function select(event: string): void {
    void setState({ event })
  }
  /** Selects an event and brings its row into sight, opening what shuts it in. */
  function show(event: string): void {
    const place = placeOf.get(event)
    if (place === undefined) return
    flip(reveal(view.tree, view.folds, view.options, place))
    select(event)
    setGoTo(({ nth }) => ({ eventId: event, nth: nth + 1 }))
  }
  function flip(next: ReadonlySet<string>): void {
    setOpened(null)
    setFlipped(next)
  }
  function showNextMatch(): void {
    const from = placeOf.get(selected) ?? 0
    const next = view.matches?.next(from)
    if (next !== undefined && next !== -1) show(chain.members[next]!.event_id)
  }
  /** Gives the focus back to the row; where the panel lies over the chain, it goes. */
  function close(): void {
    if (!window.matchMedia(BESIDE).matches) void setState({ event: null })
    main.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus({ preventScroll: true })
  }

  return (
    <>
      <ChainHeader
        chain={chain}
        facts={facts}
        traceTemplate={traceTemplate}
        onHandOver={() => setHandingOver(true)}
      />
      <ChainToolbar
        state={state}
        setState={(next, options) => {
          if (next !== null && ('fold' in next || 'level' in next)) setOpened(null)
          return setState(next, options)
        }}
        matches={view.matches}
        hasSilence={state.scale || silencesOf(view.axis).length > 0}
        deepest={deepest}
        onNextMatch={showNextMatch}
        exportMenu={<ExportMenu focus={chain.focus} members={chain.members} />}
      />
      <div className="flex min-w-0 flex-1">
        <div ref={main} className="min-w-0 flex-1 pb-24">
          {state.view === 'tree' ? (
            <ChainTree
              chain={chain}
              view={view}
              timeAxis={state.axis}
              selected={selected}
              onSelect={select}
              onFlip={flip}
              onClose={close}
              goTo={goTo}
              fresh={fresh}
            />
          ) : (
            <ChainTable
              chain={chain}
              selected={selected}
              filter={state.q}
              sort={state.sort}
              descending={state.desc}
              onSort={(sort, desc) => void setState({ sort, desc })}
              onSelect={select}
              onClose={close}
            />
          )}
        </div>
        {member !== undefined && (
          <EventPanel
            key={member.event_id}
            chain={chain}
            member={member}
            traceTemplate={traceTemplate}
            asked={state.event !== null}
            onSelect={show}
            onClose={close}
          />
        )}
      </div>
      {handingOver && (
        <HandOverDialog
          chain={chain}
          facts={facts}
          selected={selected}
          onClose={() => setHandingOver(false)}
        />
      )}
    </>
  )
}
