'use client'

import { useMemo } from 'react'
import type { ViewChain } from '@/lib/domain/chain-view/chain-view'
import { receiptsOf } from '@/lib/domain/chain-view/as-of'
import { group } from '@/lib/domain/chain-view/facts'
import { ExactTime } from '@/components/event/time'
import { Button } from '@/components/ui/button'

interface AsOfBarProps {
  /** All that is known now. */
  chain: ViewChain
  /** Events known at the moment. */
  known: number
  moment: number
  onMove: (moment: number) => void
  onLeave: () => void
}

/** What we knew at a moment: one step of the slider is one moment of receipt, so that silences cost no way. */
export function AsOfBar({ chain, known, moment, onMove, onLeave }: AsOfBarProps) {
  const receipts = useMemo(() => receiptsOf(chain), [chain])
  const step = Math.max(0, stepOf(receipts, moment))
  const text = new Date(moment).toISOString()
  return (
    <div
      role="group"
      aria-label="What we knew"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-sunken px-5 py-1.5"
    >
      <span className="text-ink-2">
        What we knew at <ExactTime at={text} />
      </span>
      <input
        type="range"
        min={0}
        max={receipts.length - 1}
        value={step}
        aria-label="Moment of receipt"
        aria-valuetext={`${text.slice(0, 19).replace('T', ' ')} UTC, ${known} of ${chain.members.length} events`}
        onChange={(event) => onMove(receipts[Number(event.target.value)] ?? moment)}
        className="h-6 min-w-40 flex-1 accent-[var(--accent)]"
      />
      <span role="status" className="font-mono text-xs whitespace-nowrap text-ink-2 tabular-nums">
        {group(known)} of {group(chain.members.length)} events
      </span>
      <Button size="small" onClick={onLeave}>
        Back to now
      </Button>
    </div>
  )
}

/** The last moment of receipt that is not after `moment`; -1 before the first. By halves: 100,000 of them may be there. */
function stepOf(receipts: Float64Array, moment: number): number {
  let low = 0
  let high = receipts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (receipts[middle]! <= moment) low = middle + 1
    else high = middle
  }
  return low - 1
}
