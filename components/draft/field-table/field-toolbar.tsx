import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { FieldRow } from '@/lib/domain/field-table/field-row'

interface FieldToolbarProps {
  row: FieldRow | undefined
  locked: boolean
  onAdd: () => void
  onDefine: () => void
  onRemove: () => void
  onMove: (by: 1 | -1) => void
  onDetails: () => void
  onReveal: () => void
}

/** What can be done with the row one is in; each has a key as well. */
export function FieldToolbar({
  row,
  locked,
  onAdd,
  onDefine,
  onRemove,
  onMove,
  onDetails,
  onReveal,
}: FieldToolbarProps) {
  const isNamed = row?.kind === 'field' || row?.kind === 'definition'
  return (
    <div
      role="group"
      aria-label="Field"
      className="flex min-h-10 items-center gap-1 overflow-x-auto border-b border-line px-2"
    >
      <Button size="small" disabled={locked || !row} onClick={onAdd} title="Ctrl+Enter">
        <Icon name="plus" /> Add field
      </Button>
      <Button
        size="small"
        look="quiet"
        disabled={locked || !row}
        onClick={onDefine}
        title="A type of its own, for several fields"
      >
        <Icon name="plus" /> Add definition
      </Button>
      <Button size="small" look="quiet" disabled={locked || !isNamed} onClick={onRemove} title="Delete">
        Remove
      </Button>
      <Button
        size="small"
        look="quiet"
        disabled={locked || row?.canGoUp !== true}
        onClick={() => onMove(-1)}
        title="Alt+↑"
      >
        <span aria-hidden>↑</span> Up
      </Button>
      <Button
        size="small"
        look="quiet"
        disabled={locked || row?.canGoDown !== true}
        onClick={() => onMove(1)}
        title="Alt+↓"
      >
        <span aria-hidden>↓</span> Down
      </Button>
      <Button size="small" look="quiet" disabled={locked || !row || row.kind === 'text'} onClick={onDetails}>
        Bounds and marks …
      </Button>
      <Button size="small" look="quiet" disabled={!row} onClick={onReveal}>
        Show in text
      </Button>
    </div>
  )
}
