'use client'

import { useMemo, useRef, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { useListKeys } from '@/lib/client/use-keys'
import type { SchemaNode } from '@/lib/domain/schema/schema-tree'
import { FieldMarks } from './required-mark'
import { visibleRows, type TreeRow } from './visible-rows'

interface SchemaTreeViewProps {
  root: SchemaNode
  label: string
  query: string
  /** Pointer of the field that is looked at. */
  selected: string | null
  onSelect: (pointer: string) => void
}

/** A schema as a tree of fields: one tab stop, arrows to walk and fold, Enter to look closer. */
export function SchemaTreeView({ root, label, query, selected, onSelect }: SchemaTreeViewProps) {
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  const rows = useMemo(() => visibleRows(root, folded, query), [root, folded, query])
  const tree = useRef<HTMLDivElement>(null)
  const [wanted, setActive] = useState<number | null>(null)
  const chosen = rows.find(({ node }) => node.pointer === selected)
  const active = rows.find(({ id }) => id === wanted) ?? chosen ?? rows[0]

  function move(row: TreeRow | undefined): void {
    if (row === undefined) return
    setActive(row.id)
    tree.current?.querySelector<HTMLElement>(`[data-id="${row.id}"]`)?.focus()
  }
  function fold(row: TreeRow, isFolded: boolean): void {
    const next = new Set(folded)
    if (isFolded) next.add(row.id)
    else next.delete(row.id)
    setFolded(next)
  }
  const at = active === undefined ? -1 : rows.indexOf(active)
  const onKeyDown = useListKeys({
    next: () => move(rows[at + 1]),
    previous: () => move(rows[at - 1]),
    first: () => move(rows[0]),
    last: () => move(rows.at(-1)),
    expand: () => {
      if (!active || active.node.children.length === 0) return
      if (active.expanded) move(rows[at + 1])
      else fold(active, false)
    },
    collapse: () => {
      if (!active) return
      if (active.node.children.length > 0 && active.expanded && query === '') fold(active, true)
      else move(rows.find(({ id }) => id === active.parent))
    },
    open: () => active && onSelect(active.node.pointer),
    peek: () => active && onSelect(active.node.pointer),
  })

  return (
    // The one tab stop is a row of it: the tree itself takes no focus.
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus -- see above
    <div role="tree" aria-label={label} ref={tree} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <Row
          key={row.id}
          row={row}
          isActive={row === active}
          isSelected={row === chosen}
          onFold={() => fold(row, row.expanded)}
          onSelect={() => {
            setActive(row.id)
            onSelect(row.node.pointer)
          }}
        />
      ))}
    </div>
  )
}

interface RowProps {
  row: TreeRow
  isActive: boolean
  isSelected: boolean
  onFold: () => void
  onSelect: () => void
}

function Row({ row, isActive, isSelected, onFold, onSelect }: RowProps) {
  const { node, expanded, position, siblings, found, id } = row
  const hasChildren = node.children.length > 0
  return (
    // Keys are handled by the tree, which holds the one tab stop.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div
      role="treeitem"
      data-id={id}
      tabIndex={isActive ? 0 : -1}
      aria-level={node.depth}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={hasChildren ? expanded : undefined}
      aria-selected={isSelected}
      onClick={onSelect}
      className={classNames(
        'flex min-h-8 cursor-default items-center gap-3 border-b border-line px-3 -outline-offset-2 hover:bg-hover',
        isSelected && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <span
        className="flex min-w-0 basis-[16rem] items-center max-sm:basis-1/2"
        style={{ paddingLeft: `${(node.depth - 1) * 1.125}rem` }}
      >
        {hasChildren ? (
          // For the mouse only: the arrow keys fold.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- see above
          <span
            onClick={(event) => {
              event.stopPropagation()
              onFold()
            }}
            className="-ml-1 inline-flex size-6 shrink-0 items-center justify-center text-ink-3"
          >
            <Icon name={expanded ? 'chevron-down' : 'chevron-right'} />
          </span>
        ) : (
          <span className="w-5 shrink-0" />
        )}
        <span
          translate="no"
          title={node.path}
          className={classNames(
            'truncate font-mono text-xs',
            node.kind !== 'property' && 'text-ink-2 italic',
            node.deprecated && 'line-through',
          )}
        >
          {found ? <mark>{node.name}</mark> : node.name}
        </span>
      </span>
      <span className="flex min-w-0 shrink-0 basis-[13rem] flex-wrap items-center gap-x-2 text-xs max-sm:basis-auto">
        <span translate="no" className="font-mono text-ink">
          {node.type}
        </span>
        <FieldMarks node={node} />
      </span>
      <span className="min-w-0 flex-1 truncate text-xs text-ink-3 max-md:hidden">
        {[node.description, ...node.constraints].filter(Boolean).join(' · ')}
      </span>
    </div>
  )
}
