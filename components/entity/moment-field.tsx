'use client'

import { useId, useState } from 'react'
import { stepAt } from '@/lib/domain/entity/step-at'
import { Input } from '@/components/ui/input'

interface MomentFieldProps {
  /** When the steps happened, oldest first. */
  times: readonly string[]
  /** The step that is shown, counted from 0. */
  place: number
  /** The first step is where it began. */
  isWhole: boolean
  onMove: (place: number) => void
}

interface Typed {
  readonly text: string
  /** The step it led to: once another one is shown, that one's time stands here. */
  readonly place: number
  readonly isBefore: boolean
}

/** A moment in UTC, for whoever knows when but not at which of hundreds of events. */
export function MomentField({ times, place, isWhole, onMove }: MomentFieldProps) {
  const [written, setWritten] = useState<Typed | null>(null)
  const [field, hint] = [useId(), useId()]
  const typed = written?.place === place ? written : null
  const text = typed?.text ?? (times[place] ?? '').slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)
  function write(moment: string): void {
    // Empty while its parts are being typed.
    const found = moment === '' ? place : stepAt(times, moment)
    const next = Math.max(found, 0)
    setWritten({ text: moment, place: next, isBefore: found === -1 })
    if (next !== place) onMove(next)
  }
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3 py-1.5">
      <span className="flex items-center gap-2">
        <label htmlFor={field} className="text-xs text-ink-2">
          At, UTC
        </label>
        <Input
          id={field}
          type="datetime-local"
          step={1}
          value={text}
          aria-describedby={hint}
          onChange={(event) => write(event.target.value)}
          onBlur={() => {
            if (text === '') setWritten(null)
          }}
          className="!h-7 !w-52 text-xs"
        />
      </span>
      <p id={hint} role="status" className="text-xs text-ink-2 empty:hidden">
        {typed?.isBefore === true &&
          (isWhole ? 'Not there yet: this is its first event.' : 'Before the oldest event that is known.')}
      </p>
    </div>
  )
}
