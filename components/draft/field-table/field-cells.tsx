'use client'

import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { Tag } from '@/components/ui/tag'
import { BASIC_TYPES, type FieldRow } from '@/lib/domain/field-table/field-row'
import { referenceName } from '@/lib/domain/schema/node-children'
import type { FieldRowViewProps } from './field-row-view'

export const CELL = 'flex min-w-0 items-center border-b border-line px-2 -outline-offset-2'

/** The type, and a menu to choose another where the table has a word for it. */
export function TypeCell({ row, index, active, definitions, locked, actions }: FieldRowViewProps) {
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

export function RequiredCell({ row, index, active, locked, actions }: FieldRowViewProps) {
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

export function Marks({ row: { marks } }: { row: FieldRow }) {
  return (
    <>
      {marks.key && <Tag tone="accent">key</Tag>}
      {marks.sensitive && <Tag tone="risky">sensitive</Tag>}
      {marks.deprecated && <Tag>deprecated</Tag>}
      {marks.unit !== undefined && <Tag title={`Unit: ${marks.unit}`}>{marks.unit}</Tag>}
    </>
  )
}
