'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react'
import type { Row } from '@/lib/domain/chain-view/rows'
import type { ViewChain } from '@/lib/domain/chain-view/chain-view'
import { classNames } from '@/components/ui/class-names'
import { useBeforePaint } from '@/components/ui/use-before-paint'
import { useVirtualRows } from '@/components/ui/use-virtual-rows'
import { AxisGrid, AxisHead } from './axis-head'
import { stepAddress } from './expected-row'
import { Minimap } from './minimap'
import { COLUMNS, ROW_HEIGHT } from './row-frame'
import { TreeRow } from './tree-row'
import type { ChainRows } from './use-chain-rows'
import { useHeldSteps } from './use-held-steps'
import { useSteadyRows } from './use-steady-rows'
import { useTreeKeys } from './use-tree-keys'
import { useTypeAhead } from './use-type-ahead'
import { useUsualDelays } from './use-usual-delays'

/** @property takesFocus where what was asked for it is gone, and the row takes the focus over */
export interface GoTo {
  eventId: string
  nth: number
  takesFocus: boolean
}

interface ChainTreeProps {
  chain: ViewChain
  view: ChainRows
  timeAxis: 'created' | 'received'
  selected: string
  onSelect: (eventId: string) => void
  onFlip: (flipped: ReadonlySet<string>) => void
  onClose: () => void
  /** Row to bring into sight: the focus at first, then what a search or a link asks for. */
  goTo: GoTo
  /** Events that came while one looked. */
  fresh: ReadonlySet<string>
  /** Flags that the page tells of the whole chain. */
  told: ReadonlySet<string>
}

/** The application's header and the tree's own head cover the top of the window. */
const COVERED = 48 + 28
const PAGE = 15
/** Shorter chains are seen at a glance. */
const MINIMAP_FROM = 60

export function ChainTree(props: ChainTreeProps) {
  const { chain, view, timeAxis, selected, onSelect, onFlip, onClose, goTo, fresh, told } = props
  const { tree, folds, rows, axis, matches, options, awaited } = view
  const router = useRouter()
  const usualDelays = useUsualDelays()
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const active = useMemo(
    () => Math.max(0, rows.indexOf(activeKey ?? `event ${selected}`)),
    [rows, activeKey, selected],
  )
  const list = useRef<HTMLDivElement>(null)
  const {
    height,
    rows: shown,
    scrollTo,
    isLeaping,
  } = useVirtualRows(list, {
    count: rows.length,
    rowHeight: ROW_HEIGHT,
    keep: active,
    covered: COVERED,
  })
  useSteadyRows(list, rows, COVERED)
  useHeldSteps(view, list, COVERED)

  const bring = useRef(scrollTo)
  useEffect(() => {
    bring.current = goTo.takesFocus ? moveTo : scrollTo
  })
  const target = rows.indexOf(`event ${goTo.eventId}`)
  const gone = useRef('')
  useEffect(() => {
    const wish = `${goTo.nth} ${goTo.eventId}`
    if (target === -1 || gone.current === wish) return
    gone.current = wish
    bring.current(target)
  }, [goTo, target])

  const wantsFocus = useRef(false)
  // Before the next key can come: a focus that lags behind would lose it.
  useBeforePaint(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    list.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus({ preventScroll: true })
  })
  function moveTo(index: number): void {
    wantsFocus.current = true
    setActiveKey(rows.at(index)!.key)
    scrollTo(index)
  }
  function setExpanded(some: readonly Row[], expanded: boolean): void {
    const flipped = new Set(options.flipped)
    for (const row of some) {
      // To turn anything gives held steps their rows; this row is then open of itself.
      if (row.expanded === null || row.expanded === expanded || row.holds) continue
      if (!flipped.delete(row.key)) flipped.add(row.key)
    }
    onFlip(flipped)
  }
  function select(row: Row): void {
    // A step that did not come has no panel; that of the event that waits for it says the most.
    if (row.kind === 'event' || row.kind === 'expected')
      onSelect(chain.members[tree.member[row.node]!]!.event_id)
    else setExpanded([row], row.expanded !== true)
  }
  function open(row: Row): void {
    const step = row.kind === 'expected' ? awaited.steps.get(row.node) : undefined
    if (step === undefined) select(row)
    else router.push(stepAddress(step))
  }
  const onKeyDown = useTreeKeys({
    rows,
    active,
    page: PAGE,
    moveTo,
    setExpanded,
    open,
    select,
    close: onClose,
  })
  const typeAhead = useTypeAhead(rows.length, active, nameOf, moveTo)
  function nameOf(index: number): string {
    const kind = rows.kind(index)
    return kind === 'event' || kind === 'fold' ? chain.members[tree.member[rows.node[index]!]!]!.type : ''
  }
  function onClick(event: MouseEvent): void {
    const element = event.target as HTMLElement
    const index = Number(element.closest('[data-row]')?.getAttribute('data-row') ?? -1)
    const row = rows.at(index)
    if (row === undefined || element.closest('a')) return
    setActiveKey(row.key)
    if (element.closest('[data-toggle]')) setExpanded([row], row.expanded !== true)
    else select(row)
  }

  return (
    <div className="flex min-w-0">
      <div className="min-w-0 flex-1">
        <div
          aria-hidden
          className={classNames(
            COLUMNS,
            'sticky top-[var(--header-height)] z-10 h-7 border-b border-line bg-bg text-xs leading-7 text-ink-3',
          )}
        >
          <span className="pl-9">Event</span>
          <AxisHead axis={axis} />
          <span className="truncate pr-3 text-right">
            <span className="hidden md:inline">Since parent</span>
            <span className="md:hidden">Delay</span>
          </span>
        </div>
        <div className="relative" style={{ height }}>
          <div className={classNames(COLUMNS, 'absolute inset-0')}>
            <span />
            <AxisGrid axis={axis} />
          </div>
          <div
            ref={list}
            role="tree"
            aria-label="Chain of events"
            tabIndex={-1}
            onKeyDown={(event) => {
              // Within a word a letter is a letter, whatever it does else.
              typeAhead(event)
              onKeyDown(event)
            }}
            onClick={onClick}
            className="absolute inset-0 outline-none"
          >
            {shown.map(({ index, offset }, nth) => {
              const row = rows.at(index)
              if (row === undefined) return null
              const isSketch = isLeaping && index !== active
              return (
                <TreeRow
                  // What passes by is written into the same few elements: to make new ones costs more than all else.
                  key={isSketch ? `sketch ${nth}` : row.key}
                  chain={chain}
                  tree={tree}
                  folds={folds}
                  row={row}
                  index={index}
                  offset={offset}
                  axis={axis}
                  timeAxis={timeAxis}
                  selected={row.kind === 'event' && row.key === `event ${selected}`}
                  active={index === active}
                  dimmed={matches !== null && !matches.own(row) && matches.hiddenIn(row) === 0}
                  hiddenMatches={matches?.hiddenIn(row) ?? 0}
                  usualDelays={usualDelays}
                  awaited={awaited.steps.get(row.node)}
                  told={told}
                  isNew={row.kind === 'event' && fresh.has(row.key)}
                  isSketch={isSketch}
                />
              )
            })}
          </div>
        </div>
      </div>
      {rows.length > MINIMAP_FROM && (
        <Minimap view={view} timeAxis={timeAxis} list={list} covered={COVERED} />
      )}
    </div>
  )
}
