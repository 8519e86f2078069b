'use client'

import dynamic from 'next/dynamic'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ShownFinding } from '@/components/findings/findings-box'
import { announce } from '@/components/ui/announcer'
import { useVirtualRows } from '@/components/ui/use-virtual-rows'
import { useListKeys } from '@/lib/client/use-keys'
import type { EditedFields, FieldEdit } from '@/lib/domain/field-table/edit-fields'
import type { FieldRow } from '@/lib/domain/field-table/field-row'
import { readFieldTable } from '@/lib/domain/field-table/read-field-table'
import { useSettledText } from '@/components/draft/use-settled-text'
import { COLUMNS, GRID, HEAD_HEIGHT, ROW_HEIGHT, type ColumnId } from './columns'
import { FieldRowView } from './field-row-view'
import { FieldToolbar } from './field-toolbar'
import { findingMarks } from './finding-marks'
import { useFieldGrid } from './use-field-grid'
import { useRowActions } from './use-row-actions'

const DetailsDialog = dynamic(() => import('./details-dialog').then((module) => module.DetailsDialog), {
  ssr: false,
})

interface FieldTableProps {
  text: string
  findings: readonly ShownFinding[]
  readOnly: boolean
  onEdit: (edit: FieldEdit) => EditedFields
  /** Shows the place in the text. */
  onReveal: (pointer: string) => void
  onUndo: () => void
  onRedo: () => void
}

const PAGE = 10

/** A schema as a table of its fields, which is edited cell by cell; the text says the same at every moment. */
export function FieldTable({ text, findings, readOnly, onEdit, onReveal, onUndo, onRedo }: FieldTableProps) {
  // What is done here is seen at once; what is written into the text beside it, when it is.
  const [own, setOwn] = useState<string>()
  const settled = useSettledText(text)
  const read = text === own ? text : settled
  const table = useMemo(() => readFieldTable(read), [read])
  const [last, setLast] = useState(table.status === 'fields' ? table : null)
  if (table.status === 'fields' && table !== last) setLast(table)
  const { rows, definitions } = last ?? { rows: NO_ROWS, definitions: [] }
  const locked = readOnly || table.status !== 'fields'

  const pane = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const scrollTo = useRef<((index: number) => void) | null>(null)
  const grid = useFieldGrid(list, rows, scrollTo)
  const virtual = useVirtualRows(list, {
    count: rows.length,
    rowHeight: ROW_HEIGHT,
    keep: grid.index,
    covered: HEAD_HEIGHT,
    scroller: pane,
  })
  useEffect(() => {
    scrollTo.current = virtual.scrollTo
  })
  const [editing, setEditing] = useState<{ pointer: string; column: ColumnId; typed?: string } | null>(null)
  const [details, setDetails] = useState<FieldRow | null>(null)
  const marks = useMemo(() => findingMarks(findings, rows), [findings, rows])
  const { row, index, column } = grid

  function edit(wanted: FieldEdit): EditedFields {
    const done = onEdit(wanted)
    if (!('refused' in done)) setOwn(done.texts.schema)
    return done
  }
  function change(wanted: FieldEdit, toColumn?: number): boolean {
    if (locked) return false
    const done = edit(wanted)
    if ('refused' in done) announce(done.refused, 'problem')
    else grid.follow(done.pointer, toColumn)
    return !('refused' in done)
  }
  /** @param typed the key that begins it, where one did: only cells of text are written in so */
  function open(at: FieldRow, id: ColumnId, typed?: string): void {
    if (typed !== undefined && (at.kind === 'text' || (id !== 'name' && id !== 'description'))) return
    if (at.kind === 'text') return onReveal(at.pointer)
    if (locked || (id === 'name' && at.kind !== 'field' && at.kind !== 'definition')) return
    if (id === 'name' || id === 'description') setEditing({ pointer: at.pointer, column: id, typed })
    else if (id === 'constraints' || id === 'marks') setDetails(at)
  }
  function finish(at: FieldRow, id: ColumnId, written: string | null, next: boolean): void {
    setEditing(null)
    const to = next ? COLUMNS.findIndex((one) => one.id === id) + 1 : undefined
    if (written === null) return grid.go(index, to ?? column)
    const wanted: FieldEdit =
      id === 'name'
        ? { edit: 'rename', pointer: at.pointer, name: written }
        : {
            edit: 'set',
            pointer: at.pointer,
            keywords: { description: written === '' ? undefined : written },
          }
    if (!change(wanted, to)) grid.refocus()
  }
  function add(): void {
    if (!row || locked) return
    const owner = row.holdsFields ? row : ownerOf(rows, index)
    const wanted = {
      edit: 'add',
      pointer: owner.pointer,
      ...(owner === row ? {} : { after: row.name }),
    } as const
    const done = edit(wanted)
    if ('refused' in done) return announce(done.refused, 'problem')
    grid.follow(done.pointer, 0)
    setEditing({ pointer: done.pointer, column: 'name' })
  }
  function define(): void {
    if (locked) return
    const done = edit({ edit: 'define', pointer: '' })
    if ('refused' in done) return announce(done.refused, 'problem')
    grid.follow(done.pointer, 0)
    setEditing({ pointer: done.pointer, column: 'name' })
  }
  function remove(): void {
    if (row?.kind !== 'field' && row?.kind !== 'definition') return
    if (change({ edit: 'remove', pointer: row.pointer })) announce(`${row.name} removed`)
  }
  function move(by: 1 | -1): void {
    if (row && (by === 1 ? row.canGoDown : row.canGoUp)) change({ edit: 'move', pointer: row.pointer, by })
  }

  const onKeyDown = useListKeys({
    toAbove: () => grid.go(index - 1, column),
    toBelow: () => grid.go(index + 1, column),
    toLeft: () => grid.go(index, column - 1),
    toRight: () => grid.go(index, column + 1),
    first: () => grid.go(0, column),
    last: () => grid.go(rows.length - 1, column),
    pageUp: () => grid.go(index - PAGE, column),
    pageDown: () => grid.go(index + PAGE, column),
    fieldUp: () => move(-1),
    fieldDown: () => move(1),
    addField: add,
    removeField: remove,
    undo: () => {
      onUndo()
      grid.refocus()
    },
    redo: () => {
      onRedo()
      grid.refocus()
    },
    // A type opens as a menu and a box is ticked by the browser's own keys.
    ...(grid.columnId === 'type' || !row ? {} : { editCell: () => open(row, grid.columnId) }),
    ...(grid.columnId === 'required' && row?.required !== undefined
      ? { editCell: () => change({ edit: 'require', pointer: row.pointer, required: !row.required }) }
      : {}),
  })
  // Before the menu of a type sees the arrows: inside the table they go from cell to cell.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const isInCell = event.target instanceof HTMLElement && event.target.hasAttribute('data-cell')
    if (!isInCell || !list.current?.contains(event.target as Node)) return
    onKeyDown(event)
    if (row && !event.defaultPrevented && isTyping(event)) {
      open(row, grid.columnId, event.key)
      event.preventDefault()
    }
    if (event.defaultPrevented) event.stopPropagation()
  }

  const actions = useRowActions({
    onCell: (at, to) => grid.go(at, to, false),
    onEdit: open,
    onType: ({ pointer }, type, nullable) => change({ edit: 'set-type', pointer, type, nullable }),
    onRequire: ({ pointer }, required) => change({ edit: 'require', pointer, required }),
    onText: finish,
  })

  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <FieldToolbar
        row={row}
        locked={locked}
        onAdd={add}
        onDefine={define}
        onRemove={remove}
        onMove={move}
        onDetails={() => row && setDetails(row)}
        onReveal={() => row && onReveal(row.pointer)}
      />
      {table.status === 'unreadable' && (
        <p role="status" className="border-b border-line bg-risky-soft px-3 py-1.5 text-risky">
          ▲ {table.message}. {last && 'The table waits as it was until the text can be read.'}{' '}
          <span className="whitespace-nowrap">See line {table.line}.</span>
        </p>
      )}
      <div ref={pane} className="min-h-0 flex-1 overflow-auto">
        <div
          role="grid"
          aria-label="Fields"
          aria-rowcount={rows.length + 1}
          aria-colcount={COLUMNS.length}
          aria-readonly={locked || undefined}
          onKeyDownCapture={onKeyDownCapture}
          className="min-w-[48rem]"
        >
          <div
            role="row"
            aria-rowindex={1}
            className={`${GRID} sticky top-0 z-2 border-b border-line bg-surface`}
            style={{ height: HEAD_HEIGHT }}
          >
            {COLUMNS.map(({ id, label }, at) => (
              <div
                key={id}
                role="columnheader"
                aria-colindex={at + 1}
                className={`flex items-center px-2 text-xs font-medium text-ink-3 ${id === 'required' ? 'justify-center' : ''}`}
              >
                {label}
              </div>
            ))}
          </div>
          <div ref={list} role="rowgroup" className="relative" style={{ height: virtual.height }}>
            {virtual.rows.map(({ index: at, offset }) => {
              const each = rows[at]
              if (!each) return null
              return (
                <FieldRowView
                  key={each.pointer}
                  row={each}
                  index={at}
                  offset={offset}
                  active={at === index ? column : null}
                  editing={editing?.pointer === each.pointer ? editing.column : null}
                  typed={editing?.pointer === each.pointer ? editing.typed : undefined}
                  definitions={definitions}
                  finding={marks.get(each.pointer)}
                  locked={locked}
                  actions={actions}
                />
              )
            })}
          </div>
        </div>
      </div>
      {details && (
        <DetailsDialog
          row={details}
          text={text}
          onClose={() => {
            setDetails(null)
            grid.refocus()
          }}
          onSave={(keywords) => change({ edit: 'set', pointer: details.pointer, keywords })}
        />
      )}
    </div>
  )
}

/** A letter, and no shortcut. A space ticks a box and opens a menu. */
function isTyping({ key, ctrlKey, metaKey, altKey, nativeEvent }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey && !nativeEvent.isComposing
}

const NO_ROWS: readonly FieldRow[] = []

/** The row of the object that a row belongs to: the nearest above that is less deep. */
function ownerOf(rows: readonly FieldRow[], index: number): FieldRow {
  const depth = rows[index]?.depth ?? 0
  for (let at = index - 1; at >= 0; at--) {
    const above = rows[at]!
    if (above.depth < depth && above.kind !== 'text') return above
  }
  return rows[0]!
}
