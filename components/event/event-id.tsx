'use client'

import { useCopied } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import { cutMiddle } from './cut-middle'

interface EventIdProps {
  id: string
  /** What it is, for the name of the button: "event id", "trace id". */
  what?: string
  /** Characters kept; longer ids lose their middle. */
  keep?: number
}

/** An id, cut in the middle where it is long; a click copies all of it. */
export function EventId({ id, what = 'event id', keep = 14 }: EventIdProps) {
  const { copied, copy } = useCopied(id)
  return (
    <button
      type="button"
      onClick={copy}
      title={`${id}\nClick to copy`}
      translate="no"
      className="group inline-flex h-6 max-w-full items-center gap-1 rounded-md border border-line bg-surface px-1.5 font-mono text-xs text-ink-2 hover:border-line-strong hover:text-ink"
    >
      <span className="sr-only">
        Copy {what} {id}
      </span>
      <span aria-hidden className="truncate">
        {cutMiddle(id, keep)}
      </span>
      <Icon
        name={copied ? 'check' : 'copy'}
        className={copied ? 'shrink-0 text-safe' : 'shrink-0 text-ink-3'}
      />
    </button>
  )
}
