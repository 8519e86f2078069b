'use client'

import { useCallback, useDeferredValue, useMemo, useRef, type MouseEvent, type RefObject } from 'react'
import { CELL, drawMinimap } from '@/lib/domain/chain-view/minimap'
import { useWindowMoves } from '@/components/ui/use-window-moves'
import { ROW_HEIGHT } from './row-frame'
import type { ChainRows } from './use-chain-rows'

const COLUMNS = 32
/** Lines of the picture; a longer chain shares them. */
const MOST_LINES = 320

interface MinimapProps {
  view: ChainRows
  timeAxis: 'created' | 'received'
  list: RefObject<HTMLElement | null>
  /** Pixels at the top of the window under sticky bars. */
  covered: number
}

const INK: [value: number, className: string][] = [
  [CELL.cud, 'fill-ink-3'],
  [CELL.domain, 'fill-accent'],
  [CELL.missing, 'fill-risky'],
  [CELL.invalid, 'fill-breaking'],
]

/**
 * The whole chain at once, rows downwards and time to the right; a click goes there. A picture for the mouse: whoever
 * uses keys or a screen reader has Home, End, the pages and the filter.
 */
export function Minimap(props: MinimapProps) {
  // After the rows: the picture of all of them may come a moment later, the first time too.
  const view = useDeferredValue(props.view, null)
  return view === null ? <div className={FRAME} /> : <Picture {...props} view={view} />
}

const FRAME =
  'sticky top-[var(--header-height)] hidden h-[min(calc(100dvh-var(--header-height)),48rem)] w-14 shrink-0 border-l border-line bg-sunken p-1 md:block'

function Picture({ view, timeAxis, list, covered }: MinimapProps) {
  const { tree, folds, rows, axis } = view
  const lines = Math.min(rows.length, MOST_LINES)
  const paths = useMemo(() => {
    const cells = drawMinimap(tree, folds, rows, axis, timeAxis, COLUMNS, lines)
    return INK.map(([value, className]) => ({ className, d: outline(cells, value) }))
  }, [tree, folds, rows, axis, timeAxis, lines])
  const frame = useWindowFrame(list, rows.length, covered)
  function onClick(event: MouseEvent<HTMLElement>): void {
    if (list.current === null) return
    const box = event.currentTarget.getBoundingClientRect()
    const row = ((event.clientY - box.top) / box.height) * rows.length
    const top = list.current.getBoundingClientRect().top + window.scrollY
    window.scrollTo({ top: top + row * ROW_HEIGHT - window.innerHeight / 2 })
  }
  return (
    <div
      aria-hidden
      title="The whole chain: a click goes there"
      onClick={onClick}
      className={`${FRAME} cursor-pointer`}
    >
      <div className="relative h-full">
        <svg viewBox={`0 0 ${COLUMNS} ${lines}`} preserveAspectRatio="none" className="block h-full w-full">
          {paths.map(({ className, d }) => (
            <path key={className} d={d} className={className} />
          ))}
        </svg>
        <div
          ref={frame}
          className="pointer-events-none absolute inset-x-[-3px] min-h-2 rounded-sm border border-ink-3 bg-ink/5"
        />
      </div>
    </div>
  )
}

function outline(cells: Uint8Array, value: number): string {
  let path = ''
  for (const [index, cell] of cells.entries()) {
    if (cell === value) path += `M${index % COLUMNS} ${Math.floor(index / COLUMNS)}h1.6v.8h-1.6z`
  }
  return path
}

/** Moves the frame over the part of the chain that the window shows, past React: it follows every scroll. */
function useWindowFrame(list: RefObject<HTMLElement | null>, count: number, covered: number) {
  const frame = useRef<HTMLDivElement>(null)
  const place = useCallback(() => placeFrame(frame, list, count, covered), [list, count, covered])
  useWindowMoves(place)
  return frame
}

function placeFrame(
  frame: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  count: number,
  covered: number,
): void {
  if (list.current === null || frame.current === null) return
  const { top } = list.current.getBoundingClientRect()
  const whole = count * ROW_HEIGHT
  const from = Math.min(1, Math.max(0, (covered - top) / whole))
  const to = Math.min(1, Math.max(0, (window.innerHeight - top) / whole))
  frame.current.style.top = `${from * 100}%`
  frame.current.style.height = `${Math.max(0, to - from) * 100}%`
}
