'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { ChainState } from '@/lib/client/chain-url'
import { paths } from '@/lib/client/paths'
import { useRemember } from '@/lib/client/recent'
import { settingsQueries } from '@/lib/client/settings-queries'
import { chainThen, knownThen, lastReceipt, type KnownThen } from '@/lib/domain/chain-view/as-of'
import { buildAxis, silencesOf, type Axis } from '@/lib/domain/chain-view/axis'
import { placeOf } from '@/lib/domain/chain-view/chain-places'
import type { ChainColumns } from '@/lib/domain/chain-view/chain-columns'
import { chainFacts, toldOfAll, type ChainFacts } from '@/lib/domain/chain-view/facts'
import { findFolds, noFolds, type Folds } from '@/lib/domain/chain-view/folds'
import { sortMembers } from '@/lib/domain/chain-view/sort'
import { reveal } from '@/lib/domain/chain-view/list-rows'
import { layoutTree, type ChainTree as LaidOutTree } from '@/lib/domain/chain-view/tree'
import { instantsOf, type ViewChain } from '@/lib/domain/chain-view/chain-view'
import { ChainVariant } from '@/components/flow/chain-variant'
import { NextSteps } from '@/components/flow/next-steps'
import { LinkButton } from '@/components/ui/link-button'
import { ReadFailure } from '@/components/ui/read-failure'
import { ArrivingChain } from './arriving-chain'
import { AsOfBar } from './as-of-bar'
import { ChainHeader } from './chain-header'
import { ChainSkeleton } from './chain-skeleton'
import { ChainTable } from './chain-table'
import { ChainToolbar } from './chain-toolbar'
import { ChainTree, type GoTo } from './chain-tree'
import { EventPanel } from './event-panel'
import { ExportMenu } from './export-menu'
import { GraphSkeleton } from './graph-skeleton'
import { useChain } from './use-chain'
import { useChainRows } from './use-chain-rows'
import { useChainState, type SetChainState } from './use-chain-state'
import { useFlips } from './use-flips'
import { useFresh } from './use-fresh'

const HandOverDialog = dynamic(() => import('./hand-over-dialog').then((module) => module.HandOverDialog), {
  ssr: false,
})

const ChainGraph = dynamic(() => import('./chain-graph').then((module) => module.ChainGraph), {
  ssr: false,
  loading: () => <GraphSkeleton />,
})

/** From this width on the panel stands beside the chain, as its classes say. */
const BESIDE = '(min-width: 80rem)'

/** One event in its chain: `/events/{event_id}`. @param line what led to the event, to begin with while a large chain comes. */
export function ChainScreen({ eventId, line }: { eventId: string; line?: ChainColumns | undefined }) {
  const { data, error, refetch } = useChain(eventId)
  useRemember({ kind: 'event', title: eventId, href: paths.event(eventId) })
  if (data !== undefined) return <LoadedChain now={data} />
  if (error === null) return line === undefined ? <ChainSkeleton /> : <ArrivingChain line={line} />
  return (
    <ReadFailure
      title="The chain could not be read"
      error={error}
      onRetry={() => void refetch()}
      actions={<LinkButton href={paths.explore()}>Search events</LinkButton>}
    />
  )
}

function LoadedChain({ now }: { now: ViewChain }) {
  const [state, setState] = useChainState()
  const knew = useDeferredValue(state.knew?.getTime())
  const known = useMemo(() => (knew === undefined ? null : knownThen(now, knew)), [now, knew])
  return <KnownChain now={now} known={known} knew={knew} state={state} setState={setState} />
}

interface ReadChainProps {
  now: ViewChain
  /** The moment that one looks back to, in milliseconds since 1970. */
  knew: number | undefined
  state: ChainState
  setState: SetChainState
}

/**
 * A large chain is made ready by several components, one below the other: between one and the next the browser may draw
 * and listen.
 */
function KnownChain({ known, ...props }: ReadChainProps & { known: KnownThen | null }) {
  const { now } = props
  const chain = useMemo(() => (known === null ? now : chainThen(now, known)), [now, known])
  return <MeasuredChain {...props} chain={chain} />
}

interface MeasuredChainProps extends ReadChainProps {
  /** What is shown of it: all, or what was known at the moment. */
  chain: ViewChain
}

function MeasuredChain(props: MeasuredChainProps) {
  const { chain, state } = props
  const facts = useMemo(() => chainFacts(chain), [chain])
  const axis = useMemo(
    () => buildAxis(instantsOf(chain, state.axis), !state.scale),
    [chain, state.axis, state.scale],
  )
  return <LaidOutChain {...props} facts={facts} axis={axis} />
}

interface LaidOutChainProps extends MeasuredChainProps {
  facts: ChainFacts
  axis: Axis
}

function LaidOutChain(props: LaidOutChainProps) {
  const { chain, state } = props
  const tree = useMemo(() => layoutTree(chain), [chain])
  // The box answers at once; to find out what is equal may take a moment.
  const fold = useDeferredValue(state.fold)
  const folds = useMemo(() => (fold ? findFolds(tree) : noFolds(tree)), [tree, fold])
  return <ShownChain {...props} tree={tree} folds={folds} fold={fold} />
}

interface ShownChainProps extends LaidOutChainProps {
  tree: LaidOutTree
  folds: Folds
  /** Whether equal siblings are folded. */
  fold: boolean
}

function ShownChain(props: ShownChainProps) {
  const { now, chain, knew, state, setState, facts, axis, tree, folds, fold } = props
  const { flipped, setFlipped } = useFlips(state, setState)
  const selected = state.event !== null && placeOf(chain, state.event) !== -1 ? state.event : chain.focus
  const place = placeOf(chain, selected)
  const member = chain.members[place]

  // What is selected when the page opens has its row, whatever is folded; after that a person folds as they like.
  const [opened, setOpened] = useState<string | null>(selected)
  const shown = opened === null ? -1 : placeOf(chain, opened)
  const view = useChainRows({ tree, folds, fold, axis, state, flipped, opened: shown, moment: knew })
  // The toolbar answers at once, and what it asks for is drawn when it is ready.
  const asked = useDeferredValue(state.view)
  const [goTo, setGoTo] = useState<GoTo>({ eventId: selected, nth: 0, takesFocus: false })
  const fresh = useFresh(now)
  const isGone = !now.truncated && placeOf(now, now.focus) === -1
  const main = useRef<HTMLDivElement>(null)
  const [handingOver, setHandingOver] = useState(false)
  const { data: settings } = useQuery(settingsQueries.current())
  const traceTemplate = settings?.trace_link ?? ''
  const deepest = useMemo(() => chain.members.reduce((most, { depth }) => Math.max(most, depth), 0), [chain])

  function select(event: string): void {
    void setState({ event })
  }
  /** Selects an event and brings its row into sight, opening what shuts it in. */
  function show(event: string, takesFocus = false): void {
    const place = placeOf(chain, event)
    if (place === -1) return
    flip(reveal(view.tree, view.folds, view.options, place))
    select(event)
    setGoTo(({ nth }) => ({ eventId: event, nth: nth + 1, takesFocus }))
  }
  function flip(next: ReadonlySet<string>): void {
    setOpened(null)
    view.release()
    setFlipped(next)
  }
  function showNextMatch(): void {
    const next = view.matches?.next(Math.max(0, place))
    if (next !== undefined && next !== -1) show(chain.members[next]!.event_id)
  }
  /** Begins where everything is known: the first step back takes the last arrival away. */
  function toggleKnew(): void {
    void setState({ knew: state.knew === null ? new Date(lastReceipt(now)) : null })
  }
  /** From the graph to the events of a type: the tree, with the others dimmed, at the first of them. */
  function openType(type: string): void {
    const first = chain.members.find((member) => member.type === type)
    void setState({ view: 'tree', q: type }, { history: 'push' })
    if (first !== undefined) show(first.event_id, true)
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
        isGone={isGone}
        onHandOver={() => setHandingOver(true)}
      />
      <NextSteps eventId={chain.focus} size={chain.members.length} onShow={(event) => show(event)} />
      <ChainVariant eventId={chain.focus} size={chain.members.length} />
      <ChainToolbar
        state={state}
        setState={(next, options) => {
          if (next !== null && ('fold' in next || 'level' in next)) {
            setOpened(null)
            view.release()
          }
          return setState(next, options)
        }}
        matches={view.matches}
        hasSilence={state.scale || silencesOf(view.axis).length > 0}
        deepest={deepest}
        onNextMatch={showNextMatch}
        exportMenu={
          <ExportMenu
            focus={chain.focus}
            // A file of the table has the table's order.
            members={() =>
              state.view === 'table' ? sortMembers(chain.members, state.sort, state.desc) : chain.members
            }
            knew={state.knew}
          />
        }
        onKnew={now.members.length > 1 ? toggleKnew : undefined}
      />
      {state.knew !== null && (
        <AsOfBar
          chain={now}
          known={chain.members.length}
          moment={state.knew.getTime()}
          onMove={(moment) => void setState({ knew: new Date(moment) })}
          onLeave={() => void setState({ knew: null })}
        />
      )}
      <div className="flex min-w-0 flex-1">
        <div ref={main} className="min-w-0 flex-1 pb-24">
          {chain.members.length === 0 ? (
            <p className="px-5 py-8 text-ink-2">Nothing of this chain had been received by then.</p>
          ) : asked === 'graph' ? (
            <ChainGraph chain={chain} here={member?.type} matched={view.matched} onOpenType={openType} />
          ) : asked === 'tree' ? (
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
              told={toldOfAll(facts)}
            />
          ) : (
            <ChainTable
              chain={chain}
              selected={selected}
              matched={view.matched}
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
            onSelect={(event) => show(event)}
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
