import { group } from '@/lib/domain/chain-view/facts'
import type { Row } from '@/lib/domain/chain-view/rows'

export const ROW_HEIGHT = 32
/** The columns of the tree's head, rows and background: name, time, delay. */
export const COLUMNS =
  'grid grid-cols-[minmax(0,1fr)_6rem] md:grid-cols-[minmax(15rem,27rem)_minmax(8rem,1fr)_7.5rem]'

/** A row that stands where it is moved to, and the cell of its name. */
export const ROW =
  'absolute inset-x-0 h-8 cursor-default items-center border-b border-line -outline-offset-2 [contain:strict]'
export const NAME_CELL = 'flex h-full min-w-0 items-center pr-2 pl-2 whitespace-nowrap'

/** Quieter, and still readable: the contrast of small text is kept. */
export const DIMMED =
  '!text-ink-3 [&_*]:!text-ink-3 [&_.verb]:!font-[450] [&_*]:!bg-transparent [&_*]:!font-normal'

const STEP = 16
/** Deeper rows are indented no further, and say their depth. */
const DEEPEST = 12

/** What a `treeitem` of the tree has beside its role, for whoever reads it and for the tree's own clicks and keys. */
export function rowAttributes(row: Row, index: number) {
  return {
    id: `row-${index}`,
    'data-row': index,
    'aria-level': row.level,
    'aria-posinset': row.position,
    'aria-setsize': row.setSize,
    'aria-expanded': row.expanded ?? undefined,
  } as const
}

/** Where a name begins without an {@link Indent}, in pixels. */
export function nameAt(level: number): number {
  return 28 + STEP * Math.min(level - 1, DEEPEST)
}

/** Guide lines of the levels above, one background for all of them: a row costs the same at any depth. */
export function Indent({ level }: { level: number }) {
  const steps = Math.min(level - 1, DEEPEST)
  return (
    <>
      {steps > 0 && (
        <span
          aria-hidden
          className="h-full shrink-0 bg-[repeating-linear-gradient(90deg,transparent_0_7px,var(--line-strong)_7px_8px,transparent_8px_16px)]"
          style={{ width: steps * STEP }}
        />
      )}
      {level - 1 > DEEPEST && (
        <span aria-hidden className="mr-1 shrink-0 rounded-sm bg-hover px-1 font-mono text-2xs text-ink-3">
          {group(level - 1)}
        </span>
      )}
    </>
  )
}
