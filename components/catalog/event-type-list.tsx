'use client'

import { useEffect, useRef, useState } from 'react'
import { ReadFailure } from '@/components/ui/read-failure'
import { RowsSkeleton } from '@/components/ui/skeleton'
import { useBeforePaint } from '@/components/ui/use-before-paint'
import { useVirtualRows } from '@/components/ui/use-virtual-rows'
import { useListKeys } from '@/lib/client/use-keys'
import { EventTypeRow } from './event-type-row'
import { ListHead } from './list-head'
import { ROW_HEIGHT } from './row-columns'
import type { CatalogRows } from './use-catalog-rows'

interface EventTypeListProps {
  label: string
  catalog: CatalogRows
  /** The event type in the panel at the side. */
  peek?: string | null
  onPeek?: (name: string | null) => void
  onFilter?: () => void
  onFind?: () => void
  /** Pixels at the top of the window that sticky bars cover. */
  covered?: number
}

/** Event types as rows: thousands of them, one tab stop, arrows and letters to move. */
export function EventTypeList({
  label,
  catalog,
  peek = null,
  onPeek,
  onFilter,
  onFind,
  covered = 48,
}: EventTypeListProps) {
  const { rows, total, reach, isPending, error } = catalog
  const [wanted, setActive] = useState(0)
  const active = Math.min(wanted, Math.max(0, total - 1))
  const table = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const virtual = useVirtualRows(list, { count: total, rowHeight: ROW_HEIGHT, keep: active, covered })
  const focusNext = useRef(false)
  const lastShown = virtual.rows.at(-1)?.index ?? 0

  useEffect(() => reach(lastShown))
  // Before the next key can come: a focus that lags behind would call the list back to where it was.
  useBeforePaint(() => {
    if (!focusNext.current) return
    const link = list.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)
    if (!link) {
      // The row is still on its way; until then the table itself has the focus, and the keys.
      table.current?.focus({ preventScroll: true })
      return
    }
    focusNext.current = false
    link.focus({ preventScroll: true })
  })

  function move(to: number): void {
    const next = Math.max(0, Math.min(total - 1, to))
    focusNext.current = true
    setActive(next)
    virtual.scrollTo(next)
    const row = rows[next]
    if (peek !== null && row) onPeek?.(row.name)
  }
  const onKeyDown = useListKeys({
    next: () => move(active + 1),
    previous: () => move(active - 1),
    first: () => move(0),
    last: () => move(total - 1),
    pageDown: () => move(active + 20),
    pageUp: () => move(active - 20),
    ...(onPeek && {
      peek: () => {
        const row = rows[active]
        if (row) onPeek(peek === row.name ? null : row.name)
      },
    }),
    ...(onPeek && peek !== null && { close: () => onPeek(null) }),
    ...(onFilter && { filter: onFilter }),
    ...(onFind && { find: onFind }),
  })

  if (isPending) return <RowsSkeleton label="Loading event types" />
  if (error !== null && rows.length === 0) {
    return <ReadFailure title="The catalog could not be read" error={error} onRetry={catalog.refetch} />
  }
  return (
    // The rows inside hold the focus; their keys are handled here once for all of them.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <div
      ref={table}
      role="table"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={total + 1}
      onKeyDown={onKeyDown}
      className="@container outline-none"
    >
      <div role="rowgroup" className="sticky top-[var(--list-top,var(--header-height))] z-10">
        <ListHead />
      </div>
      <div role="rowgroup" ref={list} style={{ height: virtual.height }} className="relative">
        {virtual.rows.map(({ index, offset }) => {
          const row = rows[index]
          return (
            <div
              key={index}
              role="presentation"
              className="absolute inset-x-0 top-0 h-8"
              style={{ transform: `translateY(${offset}px)` }}
              onFocus={() => setActive(index)}
            >
              {row ? (
                <EventTypeRow
                  row={row}
                  index={index}
                  active={index === active}
                  selected={row.name === peek}
                />
              ) : (
                <div
                  role="row"
                  aria-rowindex={index + 2}
                  className="flex h-8 items-center border-b border-line px-4"
                >
                  <span role="cell" className="bone h-3 w-40">
                    <span className="sr-only">Loading</span>
                  </span>
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
