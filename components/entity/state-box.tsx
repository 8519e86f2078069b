'use client'

import { useMemo } from 'react'
import type { EntityStepOnWire } from '@/lib/contracts/entity'
import { prettyJson } from '@/lib/domain/chain-view/pretty-json'
import { stateLines, type StateLine } from '@/lib/domain/entity/state-lines'
import type { Difference } from '@/lib/domain/entity/difference'
import { writeExact, type ExactJson } from '@/lib/domain/json/exact-numbers'
import { TextWithMasks } from '@/components/event/masked'
import { ExactTime } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { MomentField } from './moment-field'

interface StateBoxProps {
  state: ExactJson
  step: EntityStepOnWire
  /** Which step of the history it is, counted from 0. */
  place: number
  history: readonly EntityStepOnWire[]
  /** The history begins where the entity did. */
  isWhole: boolean
  onMove: (place: number) => void
}

/** Lines drawn; a state of more is copied, not read. */
const MOST_LINES = 2_000

/** The state after a step, with what the step changed; a slider, two buttons and a moment go through all of them. */
export function StateBox({ state, step, place, history, isWhole, onMove }: StateBoxProps) {
  const lines = useMemo(() => stateLines(state, step.differences as Difference[]), [state, step])
  const times = useMemo(() => history.map(({ created_at }) => created_at), [history])
  const last = history.length - 1
  return (
    <Box
      title="State at"
      aside={
        <>
          <ExactTime at={step.created_at} className="text-xs text-ink-2" />
          <CopyButton text={prettyJson(writeExact(state))} what="state" />
        </>
      }
    >
      {last > 0 && (
        <div className="flex items-center gap-2 border-b border-line px-3 py-1.5">
          {/* Not `disabled`: at the end of the way the focus would fall off the page. */}
          <Button size="small" aria-disabled={place === 0} onClick={() => place > 0 && onMove(place - 1)}>
            Earlier
          </Button>
          <input
            type="range"
            min={0}
            max={last}
            value={place}
            aria-label="State at"
            aria-valuetext={`${step.created_at.slice(0, 19).replace('T', ' ')} UTC, event ${place + 1} of ${history.length}`}
            onChange={(event) => onMove(Number(event.target.value))}
            className="h-6 min-w-20 flex-1 accent-[var(--accent)]"
          />
          <Button
            size="small"
            aria-disabled={place === last}
            onClick={() => place < last && onMove(place + 1)}
          >
            Later
          </Button>
          <span role="status" className="font-mono text-xs whitespace-nowrap text-ink-3 tabular-nums">
            {place + 1} of {history.length}
          </span>
        </div>
      )}
      {last > 0 && <MomentField times={times} place={place} isWhole={isWhole} onMove={onMove} />}
      {step.operation === 'deleted' && (
        <p className="border-b border-line px-3 py-1.5 text-ink-2">
          Deleted by then. This is the state its last event carried.
        </p>
      )}
      <CodeBlock label="State" className="max-h-[32rem] py-2">
        {lines.slice(0, MOST_LINES).map((line, i) => (
          <Line key={i} line={line} />
        ))}
        {lines.length > MOST_LINES &&
          `… ${lines.length - MOST_LINES} more lines: copy the state to read them`}
      </CodeBlock>
    </Box>
  )
}

const MARKS: Record<NonNullable<StateLine['mark']>, readonly [sign: string, word: string, look: string]> = {
  came: ['+', 'came: ', 'bg-safe-soft'],
  changed: ['~', 'changed: ', 'bg-risky-soft'],
  went: ['−', 'went: ', 'bg-breaking-soft line-through decoration-ink-3'],
}

function Line({ line: { depth, text, mark } }: { line: StateLine }) {
  const [sign, word, look] = mark === null ? [' ', '', ''] : MARKS[mark]
  return (
    <span className={classNames('flex px-3', look)}>
      <span aria-hidden className="w-4 shrink-0 text-ink-3 select-none">
        {sign}
      </span>
      {word !== '' && <span className="sr-only">{word}</span>}
      <span className="min-w-0 whitespace-pre-wrap" style={{ paddingLeft: `${Math.min(depth, 20) * 2}ch` }}>
        <TextWithMasks text={text} />
        {'\n'}
      </span>
    </span>
  )
}
