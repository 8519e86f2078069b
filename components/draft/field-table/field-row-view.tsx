'use client'

import { memo, type ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { Tag } from '@/components/ui/tag'
import { BASIC_TYPES, rowContent, type FieldRow } from '@/lib/domain/field-table/field-row'
import { referenceName } from '@/lib/domain/schema/node-children'
import { COLUMNS, GRID, ROW_HEIGHT, type ColumnId } from './columns'
import { TextCellEditor } from './text-cell-editor'

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

interface FieldRowViewProps {
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

const CELL = 'flex min-w-0 items-center border-b border-line px-2 -outline-offset-2'

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
        {row.name}
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
        <span className="flex min-w-0 flex-1 items-center" style={{ paddingLeft: `${row.depth * 1.125}rem` }}>
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

function TypeCell({ row, index, active, definitions, locked, actions }: FieldRowViewProps) {
  const isLocked = locked || row.type === undefined
  const trigger = (
    <button
      type="button"
      data-cell={`${index}:1`}
      tabIndex={active === 1 ? 0 : -1}
      aria-label={`Type of ${row.name}: ${row.typeWords}`}
      onFocus={() => actions.onCell(index, 1)}
      aria-disabled={isLocked || undefined}
      title={row.typeWords}
      className="flex h-full min-w-0 flex-1 cursor-default items-center justify-between gap-1 px-2 text-left -outline-offset-2 hover:bg-hover"
    >
      <span translate="no" className="truncate font-mono text-xs">
        {row.typeWords}
      </span>
      {!isLocked && <Icon name="chevron-down" className="shrink-0 text-ink-3" />}
    </button>
  )
  const choose = (type: string, label: string) => ({
    id: type,
    label: (
      <>
        <span className="w-3">{row.type === type && '✓'}</span>
        <span className="font-mono text-xs">{label}</span>
      </>
    ),
    onSelect: () => actions.onType(row, type, row.nullable && !type.startsWith('#')),
  })
  const isBasic = BASIC_TYPES.some((basic) => basic === row.type)
  return (
    <div role="gridcell" aria-colindex={2} className={classNames(CELL, '!px-0')}>
      {isLocked ? (
        trigger
      ) : (
        <Menu
          trigger={trigger}
          items={[
            ...BASIC_TYPES.map((type) => choose(type, type)),
            choose('any', 'any'),
            ...definitions.map((reference) => choose(reference, referenceName(reference))),
            ...(isBasic
              ? [
                  {
                    id: 'null',
                    label: (
                      <>
                        <span className="w-3">{row.nullable && '✓'}</span>or null
                      </>
                    ),
                    onSelect: () => actions.onType(row, row.type ?? 'any', !row.nullable),
                  },
                ]
              : []),
          ]}
        />
      )}
    </div>
  )
}

function RequiredCell({ row, index, active, locked, actions }: FieldRowViewProps) {
  const isField = row.required !== undefined
  return (
    <div
      role="gridcell"
      aria-colindex={3}
      data-cell={isField ? undefined : `${index}:2`}
      tabIndex={isField ? undefined : active === 2 ? 0 : -1}
      onFocus={() => actions.onCell(index, 2)}
      className={classNames(CELL, 'justify-center')}
    >
      {isField && (
        <input
          type="checkbox"
          data-cell={`${index}:2`}
          tabIndex={active === 2 ? 0 : -1}
          aria-label={`${row.name} is required`}
          checked={row.required}
          disabled={locked}
          onChange={(event) => actions.onRequire(row, event.target.checked)}
          className="size-4 accent-accent"
        />
      )}
    </div>
  )
}

function Marks({ row: { marks } }: { row: FieldRow }) {
  return (
    <>
      {marks.key && <Tag tone="accent">key</Tag>}
      {marks.sensitive && <Tag tone="risky">sensitive</Tag>}
      {marks.deprecated && <Tag>deprecated</Tag>}
      {marks.unit !== undefined && <Tag title={`Unit: ${marks.unit}`}>{marks.unit}</Tag>}
    </>
  )
}
