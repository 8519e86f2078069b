'use client'

import { useListKeys } from '@/lib/client/use-keys'
import type { Row, Rows } from '@/lib/domain/chain-view/rows'

interface TreeKeys {
  rows: Rows
  active: number
  /** Rows that a page key moves by. */
  page: number
  moveTo: (index: number) => void
  setExpanded: (rows: readonly Row[], expanded: boolean) => void
  open: (row: Row) => void
  select: (row: Row) => void
  close: () => void
}

/** The keys of a tree, as the ARIA Authoring Practices list them, and `j`/`k`. */
export function useTreeKeys({ rows, active, page, moveTo, setExpanded, open, select, close }: TreeKeys) {
  const row = rows.at(active)
  const go = (index: number) => {
    if (rows.length > 0) moveTo(Math.min(rows.length - 1, Math.max(0, index)))
  }
  return useListKeys({
    next: () => go(active + 1),
    previous: () => go(active - 1),
    first: () => go(0),
    last: () => go(rows.length - 1),
    pageDown: () => go(active + page),
    pageUp: () => go(active - page),
    expand: () => {
      if (row?.expanded === false) setExpanded([row], true)
      else if (row?.expanded === true) go(active + 1)
    },
    collapse: () => {
      if (row?.expanded === true) setExpanded([row], false)
      else if (row !== undefined && row.parentRow !== -1) go(row.parentRow)
    },
    expandSiblings: () => {
      if (row !== undefined) setExpanded(rows.shutBeside(row), true)
    },
    open: () => row && open(row),
    peek: () => row && select(row),
    close,
  })
}
