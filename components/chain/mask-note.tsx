import type { Event } from '@/lib/contracts/event'
import { Button } from '@/components/ui/button'

interface MaskNoteProps {
  event: Event
  /** Whether this is the event as somebody had it revealed. */
  isRevealed: boolean
  onReveal: () => void
  onHide: () => void
}

/** What of an event is masked, and how it can be seen; nothing where nothing is. */
export function MaskNote({ event, isRevealed, onReveal, onHide }: MaskNoteProps) {
  if (isRevealed)
    return (
      <p role="status" className="flex items-center gap-2 rounded-md bg-risky-soft px-2.5 py-1.5 text-risky">
        <span className="flex-1">Revealed to you until you leave this event. It is on record.</span>
        <Button size="small" onClick={onHide}>
          Mask again
        </Button>
      </p>
    )
  const masked = [...event.masked, ...event.conflicts.flatMap((conflict) => conflict.masked)]
  if (masked.length === 0) return null
  return (
    <p className="flex items-center gap-2 text-ink-2">
      <span className="flex-1">
        {count(masked.length, 'value is', 'values are')} masked: {reasonsOf(masked)}.
        {!event.may_reveal && ' Authors of the owner’s team and reviewers can have them revealed.'}
      </span>
      {event.may_reveal && (
        <Button size="small" aria-haspopup="dialog" onClick={onReveal}>
          Reveal…
        </Button>
      )}
    </p>
  )
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function reasonsOf(masked: Event['masked']): string {
  const sensitive = masked.filter(({ reason }) => reason === 'sensitive').length
  const parts = [
    ...(sensitive > 0 ? [`${sensitive} sensitive`] : []),
    ...(masked.length > sensitive ? [`${masked.length - sensitive} not declared`] : []),
  ]
  return parts.join(', ')
}
