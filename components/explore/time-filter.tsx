'use client'

import { useState } from 'react'
import type { ExploreState, Range } from '@/lib/client/explore-url'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'

interface TimeFilterProps {
  state: ExploreState
  onChange: (change: Partial<ExploreState>) => void
}

const LABELS: Record<Range, string> = {
  '15m': 'Last 15 minutes',
  '1h': 'Last hour',
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
}
const CUSTOM = 'custom'

/** When the events were created: a stretch back from now, or two moments in UTC. */
export function TimeFilter({ state, onChange }: TimeFilterProps) {
  const custom = state.range === null && (state.from !== '' || state.to !== '')
  function choose(value: string): void {
    if (value in LABELS) onChange({ range: value as Range, from: '', to: '' })
    else if (value === CUSTOM) onChange({ range: null, from: startOfToday() })
    else onChange({ range: null, from: '', to: '' })
  }
  return (
    <>
      <Select
        small
        className="w-36"
        aria-label="Time of creation"
        none="Any time"
        value={state.range ?? (custom ? CUSTOM : '')}
        options={[
          ...Object.entries(LABELS).map(([value, label]) => ({ value, label })),
          { value: CUSTOM, label: 'From … to' },
        ]}
        onChange={(event) => choose(event.target.value)}
      />
      {custom && (
        <>
          <Moment label="From, UTC" value={state.from} onChange={(from) => onChange({ from })} />
          <Moment label="To, UTC" value={state.to} onChange={(to) => onChange({ to })} />
        </>
      )}
    </>
  )
}

function startOfToday(): string {
  return `${new Date().toISOString().slice(0, 10)}T00:00`
}

interface MomentProps {
  label: string
  value: string
  onChange: (value: string) => void
}

/** Counts as soon as it is whole; one that is emptied when it is left, as while it is written it may be empty. */
function Moment({ label, value, onChange }: MomentProps) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setText(value)
  }
  return (
    <Input
      type="datetime-local"
      aria-label={label}
      title={label}
      value={text.slice(0, 16)}
      onChange={(event) => {
        setText(event.target.value)
        if (event.target.value !== '') onChange(event.target.value)
      }}
      onBlur={() => {
        if (text !== value) onChange(text)
      }}
      className="!h-7 !w-48 text-xs"
    />
  )
}
