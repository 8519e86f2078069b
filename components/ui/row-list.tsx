'use client'

import { Link } from './link'
import { useEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { useListKeys, type KeyHandlers } from '@/lib/client/use-keys'
import { classNames } from './class-names'
import { useBeforePaint } from './use-before-paint'
import { leaveByRow, useReturnToRow } from './use-return-to-row'
import { useVirtualRows } from './use-virtual-rows'

export interface RowColumn<T> {
  id: string
  title: string
  /** What it says, where the title is short: shown beside the button that sorts by it. */
  about?: string
  /** Its width, and from which screen on it is shown: `w-28 shrink-0 hidden md:block`. */
  className: string
  cell: (row: T) => ReactNode
  /** Present where the column sorts the list. */
  sort?: { direction: 'ascending' | 'descending' | null; onSort: () => void }
}

interface RowListProps<T> {
  label: string
  rows: readonly T[]
  /** The first column holds the row's link. */
  columns: readonly RowColumn<T>[]
  rowKey: (row: T) => string
  href: (row: T) => string
  /** What a pointer that rests on the row is told, where a cell has no room for it. */
  title?: (row: T) => string | undefined
  /** Takes the place of following the link: opens the row in a panel. */
  onSelect?: (row: T) => void
  selectedKey?: string | null
  /** The last row that was drawn: time to fetch more. */
  onReach?: (index: number) => void
  /** Keys beside those that move. */
  keys?: KeyHandlers
  dimmed?: (row: T) => boolean
  /** Height of every row in pixels. */
  rowHeight?: number
  /** Where the head sticks. */
  top?: string
  /** Pixels at the top of the window that sticky bars cover, the head included. */
  covered?: number
}

const ROW_HEIGHT = 32
const PAGE = 20

/** Rows of one height, any number of them: one tab stop, keys to move, the whole row a link. */
export function RowList<T>(props: RowListProps<T>) {
  const { label, rows, columns, rowKey, href, title, onSelect, selectedKey, onReach, dimmed } = props
  const { keys = {}, top = 'var(--header-height)', covered = 76, rowHeight = ROW_HEIGHT } = props
  const [wanted, setWanted] = useState<Place>({ key: null, index: 0 })
  // The row, wherever sorting or new rows have put it: the focus is on it.
  const active = useMemo(() => placeIn(rows, rowKey, wanted), [rows, rowKey, wanted])
  const list = useRef<HTMLDivElement>(null)
  const virtual = useVirtualRows(list, { count: rows.length, rowHeight, keep: active, covered })
  /** The row that gets the focus once it is the active one. */
  const focusNext = useRef<number | null>(null)
  const last = virtual.rows.at(-1)?.index ?? 0

  useEffect(() => onReach?.(last))
  useReturnToRow(label, ({ key, index }) => {
    focusNext.current = placeIn(rows, rowKey, { key, index })
    setActive(focusNext.current)
  })
  // Before the next key can come: a focus that lags behind would call the list back to where it was.
  useBeforePaint(() => {
    if (focusNext.current !== active) return
    const link = list.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)
    if (!link) return
    link.focus({ preventScroll: true })
    // Not while the page is drawn out of sight: then it is tried again.
    if (document.activeElement === link) focusNext.current = null
  })
  function setActive(index: number): void {
    const row = rows[index]
    setWanted({ key: row === undefined ? null : rowKey(row), index })
  }
  function move(to: number): void {
    const next = Math.max(0, Math.min(rows.length - 1, to))
    focusNext.current = next
    setActive(next)
    virtual.scrollTo(next)
  }
  const onKeyDown = useListKeys({
    next: () => move(active + 1),
    previous: () => move(active - 1),
    first: () => move(0),
    last: () => move(rows.length - 1),
    pageDown: () => move(active + PAGE),
    pageUp: () => move(active - PAGE),
    ...(onSelect && rows[active] !== undefined && { peek: () => onSelect(rows[active]!) }),
    ...keys,
  })
  function follow(event: MouseEvent, row: T, index: number): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    if (!onSelect) return leaveByRow(label, { key: rowKey(row), index })
    event.preventDefault()
    onSelect(row)
  }
  return (
    // The links inside hold the focus; their keys are handled here once for all of them.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <div role="table" aria-label={label} aria-rowcount={rows.length + 1} onKeyDown={onKeyDown}>
      <div role="rowgroup" className="sticky z-10 border-b border-line bg-bg" style={{ top }}>
        <div role="row" aria-rowindex={1} className="flex h-7 items-center gap-4 px-5 text-xs text-ink-3">
          {columns.map((column) => (
            <Head key={column.id} column={column} />
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={list} className="relative" style={{ height: virtual.height }}>
        {virtual.rows.map(({ index, offset }) => {
          const row = rows[index]
          if (row === undefined) return null
          const selected = rowKey(row) === selectedKey
          return (
            <div
              key={rowKey(row)}
              role="row"
              aria-rowindex={index + 2}
              aria-current={selected || undefined}
              onFocus={() => setActive(index)}
              className={classNames(
                'absolute inset-x-0 top-0 flex items-center gap-4 border-b border-line px-5',
                selected ? 'bg-accent-soft' : 'hover:bg-hover',
                dimmed?.(row) && '[&_*]:!text-ink-3',
              )}
              style={{ height: rowHeight, transform: `translateY(${offset}px)` }}
            >
              {columns.map((column, place) => (
                <div
                  key={column.id}
                  role="cell"
                  className={classNames('truncate', place > 0 && 'pointer-events-none', column.className)}
                >
                  {place > 0 ? (
                    column.cell(row)
                  ) : (
                    <Link
                      href={href(row)}
                      title={title?.(row)}
                      data-row={index}
                      tabIndex={index === active ? 0 : -1}
                      onClick={(event) => follow(event, row, index)}
                      className="outline-none after:absolute after:inset-0 after:-outline-offset-2 focus-visible:after:outline-2 focus-visible:after:outline-accent"
                    >
                      {column.cell(row)}
                    </Link>
                  )}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** A row by its key and where it stood; without a key it is the one that stands there. */
interface Place {
  key: string | null
  index: number
}

/** Where the row stands now. It may be gone meanwhile: then the one that took its place. */
function placeIn<T>(rows: readonly T[], rowKey: (row: T) => string, { key, index }: Place): number {
  const isAt = (row: T | undefined) => row !== undefined && rowKey(row) === key
  const found = key === null || isAt(rows[index]) ? index : rows.findIndex(isAt)
  return Math.max(0, Math.min(found === -1 ? index : found, rows.length - 1))
}

function Head<T>({ column }: { column: RowColumn<T> }) {
  const { title, about, className, sort } = column
  if (sort === undefined) {
    return (
      <div role="columnheader" className={classNames('truncate', className, '!font-sans')}>
        {title}
      </div>
    )
  }
  const { direction, onSort } = sort
  return (
    <div
      role="columnheader"
      aria-sort={direction ?? 'none'}
      className={classNames('truncate', className, '!font-sans')}
    >
      <button type="button" title={about} onClick={onSort} className="h-6 rounded-sm hover:text-ink">
        {title}
        {direction !== null && <span aria-hidden>{direction === 'ascending' ? ' ↑' : ' ↓'}</span>}
      </button>
    </div>
  )
}
