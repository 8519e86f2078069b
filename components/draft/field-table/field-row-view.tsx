'use client'

import { memo, type ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { rowContent, type FieldRow } from '@/lib/domain/field-table/field-row'
import { COLUMNS, GRID, ROW_HEIGHT, type ColumnId } from './columns'
import { CELL, Marks, RequiredCell, TypeCell } from './field-cells'
import { TextCellEditor } from './text-cell-editor'

/** Levels deeper than this one are not set in further, and say which they are: the name would have no room. */
const MOST_INDENTED = 6

/** What one does in a row. */
export interface RowActions {
  /** A cell got the focus or was clicked. */
  onCell: (index: number, column: number) => void
  onEdit: (row: FieldRow, column: ColumnId) => void
  onType: (row: FieldRow, type: string, nullable: boolean) => void
  onRequire: (row: FieldRow, required: boolean) => void
  /** The text of a cell that is being edited; null leaves it. `next` where one goes on to the cell beside it. */
  onText: (row: FieldRow, column: ColumnId, text: string | null, next: boolean) => void
}

export interface FieldRowViewProps {
  row: FieldRow
  index: number
  offset: number
  /** The column of the one tab stop, where it is in this row. */
  active: number | null
  editing: ColumnId | null
  /** What was typed on the cell to begin to edit it. */
  typed: string | undefined
  definitions: readonly string[]
  /** What the rules say of this field: the worst of it, and how to read it out. */
  finding: { glyph: string; tone: string; words: string } | undefined
  locked: boolean
  /** The same at every rendering. */
  actions: RowActions
}

/** One row of the table of fields. It is drawn anew only where it says something else: an answer to a key draws the page. */
export const FieldRowView = memo(DrawnFieldRow, isSameRow)

function isSameRow(before: FieldRowViewProps, after: FieldRowViewProps): boolean {
  const { row, definitions, finding, ...rest } = after
  return (
    Object.entries(rest).every(([key, value]) => before[key as keyof FieldRowViewProps] === value) &&
    isSameJson(before.finding, finding) &&
    isSameJson(before.definitions, definitions) &&
    isSameJson(rowContent(before.row), rowContent(row))
  )
}

function isSameJson(before: unknown, after: unknown): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after)
}

function DrawnFieldRow(props: FieldRowViewProps) {
  const { row, index, offset, active, editing, locked, actions } = props
  const isText = row.kind === 'text'
  const hasName = row.kind === 'field' || row.kind === 'definition'
  const cell = (column: ColumnId, className: string, children: ReactNode, opens = true) => {
    const at = COLUMNS.findIndex(({ id }) => id === column)
    return (
      // Keys are handled by the grid, which holds the one tab stop.
      // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
      <div
        role="gridcell"
        aria-colindex={at + 1}
        aria-colspan={isText ? COLUMNS.length : undefined}
        aria-readonly={locked || !opens || undefined}
        data-cell={`${index}:${at}`}
        tabIndex={active === at ? 0 : -1}
        onFocus={() => actions.onCell(index, at)}
        onClick={() => opens && editing === null && actions.onEdit(row, column)}
        className={classNames(CELL, opens && !locked && 'cursor-text hover:bg-hover', className)}
      >
        {children}
      </div>
    )
  }
  const name = (
    <>
      <span
        translate="no"
        title={row.name}
        className={classNames(
          'truncate text-xs',
          hasName ? 'font-mono' : 'text-ink-2 italic',
          row.marks.deprecated && 'line-through',
        )}
      >
        {row.name || '""'}
      </span>
      {props.finding && (
        <span title={props.finding.words} className={classNames('ml-1.5 shrink-0', props.finding.tone)}>
          <span aria-hidden>{props.finding.glyph}</span>
          <span className="sr-only">{props.finding.words}</span>
        </span>
      )}
    </>
  )
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classNames(
        GRID,
        'group absolute inset-x-0',
        active !== null && 'bg-accent-soft',
        row.depth === 0 && active === null && 'bg-sunken',
      )}
      style={{ top: offset, height: ROW_HEIGHT }}
    >
      {cell(
        'name',
        classNames(
          'sticky left-0 z-1',
          isText ? 'col-span-full !cursor-pointer' : '',
          active !== null ? 'bg-accent-soft' : row.depth === 0 ? 'bg-sunken' : 'bg-surface',
        ),
        <span
          className="flex min-w-0 flex-1 items-center"
          style={{ paddingLeft: `${Math.min(row.depth, MOST_INDENTED) * 1.125}rem` }}
        >
          {row.depth > MOST_INDENTED && (
            <span title={`level ${row.depth}`} className="mr-1.5 shrink-0 text-xs text-ink-3">
              {row.depth}
            </span>
          )}
          {editing === 'name' ? (
            <TextCellEditor
              label={`Name of ${row.name}`}
              text={row.name}
              typed={props.typed}
              mono
              onDone={(text, next) => actions.onText(row, 'name', text, next)}
            />
          ) : (
            name
          )}
          {isText && <span className="ml-2 shrink-0 text-xs text-accent">in the text →</span>}
        </span>,
        hasName || isText,
      )}
      {!isText && (
        <>
          <TypeCell {...props} />
          <RequiredCell {...props} />
          {cell(
            'description',
            'relative',
            editing === 'description' ? (
              <TextCellEditor
                label={`Description of ${row.name}`}
                text={row.description}
                typed={props.typed}
                multiline
                onDone={(text, next) => actions.onText(row, 'description', text, next)}
              />
            ) : (
              <span className="truncate text-xs text-ink-2" title={row.description}>
                {row.description}
              </span>
            ),
          )}
          {cell(
            'constraints',
            '',
            <span className="truncate text-xs text-ink-2" title={row.constraints.join(' · ')}>
              {row.constraints.join(' · ')}
            </span>,
          )}
          {cell('marks', 'gap-1 overflow-hidden', <Marks row={row} />)}
        </>
      )}
    </div>
  )
}
