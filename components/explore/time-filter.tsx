'use client'

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

function Moment({ label, value, onChange }: MomentProps) {
  return (
    <Input
      type="datetime-local"
      aria-label={label}
      title={label}
      value={value.slice(0, 16)}
      onChange={(event) => onChange(event.target.value)}
      className="!h-7 !w-48 text-xs"
    />
  )
}
