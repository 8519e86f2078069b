'use client'

import { cutMiddle } from '@/components/event/cut-middle'
import { EventName } from '@/components/event/event-name'
import { Icon } from '@/components/ui/icon'
import type { PaletteEntry } from './palette-entries'

interface PaletteRowProps {
  id: string
  entry: PaletteEntry
  selected: boolean
  onPoint: () => void
  onChoose: () => void
}

export function PaletteRow({ id, entry, selected, onPoint, onChoose }: PaletteRowProps) {
  return (
    // The focus stays in the field above (aria-activedescendant), which also has the keys.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
    <div
      id={id}
      role="option"
      aria-selected={selected}
      onPointerMove={selected ? undefined : onPoint}
      onClick={onChoose}
      className="flex h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 aria-selected:bg-accent-soft"
    >
      {entry.icon && <Icon name={entry.icon} className="shrink-0 text-ink-3" />}
      <span className="max-w-[75%] shrink-0 truncate">
        <Title entry={entry} />
      </span>
      <span className="ml-auto min-w-0 truncate text-ink-3">{entry.subtitle}</span>
    </div>
  )
}

function Title({ entry: { kind, title } }: { entry: PaletteEntry }) {
  if (kind === 'event-type' || kind === 'field' || kind === 'draft') return <EventName name={title} />
  if (kind === 'event' || kind === 'trace')
    return <span className="font-mono text-xs">{cutMiddle(title, 40)}</span>
  if (kind === 'key') return <span className="font-mono text-xs">{title}</span>
  return title
}
