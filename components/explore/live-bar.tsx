import { useRef } from 'react'
import { group } from '@/lib/domain/chain-view/facts'
import type { StreamState } from '@/lib/client/use-event-stream'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/button'

interface LiveBarProps {
  state: StreamState
  /** Events that came since it was switched on. */
  count: number
  held: number
  /** The day before which retention dropped events that the tail has missed; null for none. */
  droppedBefore: string | null
  onPause: (paused: boolean) => void
  onAskAgain: () => void
  onShow: () => void
}

const WORDS: Record<StreamState, string> = {
  off: 'Paused',
  connecting: 'Connecting…',
  live: 'Live',
  broken: 'Connection lost, trying again',
}

/** Whether new events come in by themselves, how many have, and the way to stop them. */
export function LiveBar({ state, count, held, droppedBefore, onPause, onAskAgain, onShow }: LiveBarProps) {
  const pause = useRef<HTMLButtonElement>(null)
  const act = {
    off: { text: 'Go on', run: () => onPause(false) },
    broken: { text: 'Try now', run: onAskAgain },
    pause: { text: 'Pause', run: () => onPause(true) },
  }[state === 'off' || state === 'broken' ? state : 'pause']
  return (
    <>
      <div role="status">
        {droppedBefore !== null && (
          <p className="border-b border-line bg-risky-soft px-5 py-1.5 text-risky">
            <span aria-hidden>⚠ </span>Retention dropped events received before {droppedBefore} while this
            list stood still: what it missed is not complete.
          </p>
        )}
      </div>
      <div
        role="group"
        aria-label="Live"
        className="sticky top-[var(--header-height)] z-10 flex h-9 items-center gap-3 border-b border-line bg-sunken px-5"
      >
        <span
          aria-hidden
          className={classNames('size-2 shrink-0 rounded-full', state === 'live' ? 'bg-safe' : 'bg-ink-3')}
        />
        <span role="status" className="leading-4">
          {WORDS[state]}
        </span>
        <span role="status" className="text-ink-2 tabular-nums">
          {group(count)} new {count === 1 ? 'event' : 'events'}
        </span>
        {held > 0 && (
          <Button
            size="small"
            look="primary"
            onClick={() => {
              // It goes when they are shown; its neighbour stays.
              pause.current?.focus({ preventScroll: true })
              onShow()
            }}
          >
            Show {group(held)} above
          </Button>
        )}
        <Button ref={pause} size="small" className="ml-auto" onClick={act.run}>
          {act.text}
        </Button>
      </div>
    </>
  )
}
