'use client'

import { useEffect, useRef, useState, type RefObject } from 'react'
import type { FieldRow } from '@/lib/domain/field-table/field-row'
import { COLUMNS, type ColumnId } from './columns'

interface Cell {
  readonly pointer: string
  /** Where the row stood: it is looked for there when it has another pointer or is gone. */
  readonly index: number
  readonly column: number
}

export interface FieldGrid {
  readonly row: FieldRow | undefined
  readonly index: number
  readonly column: number
  readonly columnId: ColumnId
  /** Goes to a cell, bounded; `focus` where the focus goes along. */
  readonly go: (index: number, column: number, focus?: boolean) => void
  /** Waits for a row that an edit makes, and goes there with the focus. */
  readonly follow: (pointer: string, column?: number) => void
  /** Gives the focus back to the cell one was in. */
  readonly refocus: () => void
}

/** Which cell of the table one is in: one tab stop, and the focus follows. */
export function useFieldGrid(
  grid: RefObject<HTMLElement | null>,
  rows: readonly FieldRow[],
  scrollTo: RefObject<((index: number) => void) | null>,
): FieldGrid {
  const [cell, setCell] = useState<Cell>({ pointer: '', index: 0, column: 0 })
  const [wanted, setWanted] = useState(0)
  const found = rows.findIndex(({ pointer }) => pointer === cell.pointer)
  const index = found === -1 ? Math.min(cell.index, rows.length - 1) : found
  const row = rows[index]
  // What only the text can say is one cell.
  const column = row?.kind === 'text' ? 0 : cell.column
  const done = useRef(0)

  useEffect(() => {
    if (wanted === done.current) return
    done.current = wanted
    scrollTo.current?.(index)
    const place = grid.current?.querySelector<HTMLElement>(`[data-cell="${index}:${column}"]`)
    // A cell that is being written in has the focus already.
    if (place && !place.contains(document.activeElement)) place.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const refocus = () => setWanted((count) => count + 1)
  return {
    row,
    index,
    column,
    columnId: COLUMNS[column]!.id,
    go: (to, toColumn, focus = true) => {
      const bounded = Math.max(0, Math.min(rows.length - 1, to))
      const pointer = rows[bounded]?.pointer ?? ''
      setCell({ pointer, index: bounded, column: Math.max(0, Math.min(COLUMNS.length - 1, toColumn)) })
      if (focus) refocus()
    },
    follow: (pointer, toColumn = column) => {
      setCell({ pointer, index, column: toColumn })
      refocus()
    },
    refocus,
  }
}
