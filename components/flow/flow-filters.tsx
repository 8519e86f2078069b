'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { domainQueries } from '@/lib/client/domain-queries'
import { DAYS, SHARES, TOPS, type FlowState } from '@/lib/client/flow-url'
import { ownerQueries } from '@/lib/client/owner-queries'
import { useGlobalKeys } from '@/lib/client/use-keys'
import { buttonClass } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { FoldingButton } from '@/components/ui/folding-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'

interface FlowFiltersProps {
  state: FlowState
  onChange: (change: { [Key in keyof FlowState]?: FlowState[Key] | null }) => void
  /** What is shown of what there is. */
  status: string
}

/** Which steps are shown and how; each change is in the address at once. */
export function FlowFilters({ state, onChange, status }: FlowFiltersProps) {
  const { data: owners = [] } = useQuery(ownerQueries.list())
  const { data: domains = [] } = useQuery(domainQueries.list())
  const field = useRef<HTMLInputElement>(null)
  // On a phone they would stand between a person and the flows.
  const [shown, setShown] = useState(false)
  const set = [state.domain !== '', state.owner !== '', state.share > 0].filter(Boolean).length
  useGlobalKeys({ find: () => field.current?.focus(), filter: () => field.current?.focus() })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-5 py-1.5">
      <div role="group" aria-label="View" className="flex gap-1">
        {(['map', 'table'] as const).map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={state.view === view}
            onClick={() => onChange({ view })}
            className={buttonClass(state.view === view ? 'plain' : 'quiet', 'normal', 'capitalize')}
          >
            {view}
          </button>
        ))}
      </div>
      <Input
        ref={field}
        type="search"
        value={state.q}
        aria-label="Filter by event type"
        placeholder="Filter by event type"
        className="!h-7 min-w-0 flex-1 basis-40 sm:max-w-64"
        onChange={(event) => onChange({ q: event.target.value || null })}
      />
      <FoldingButton
        label="Filters"
        controls="flow-filters"
        open={shown}
        count={set}
        onToggle={() => setShown(!shown)}
        className="sm:!hidden"
      />
      <div
        id="flow-filters"
        className={classNames(
          'flex-wrap items-center gap-x-3 gap-y-2 sm:contents',
          shown ? 'flex' : 'hidden',
        )}
      >
        <Named
          label="Domain"
          none="All domains"
          of={domains}
          value={state.domain}
          onChange={(domain) => onChange({ domain })}
        />
        <Named
          label="Owner"
          none="All owners"
          of={owners}
          value={state.owner}
          onChange={(owner) => onChange({ owner })}
        />
        <OneOf
          label="Least share"
          of={SHARES}
          text={(share) => (share === 0 ? 'Any share' : `Share ≥ ${share * 100} %`)}
          value={state.share}
          onChange={(share) => onChange({ share })}
        />
        <OneOf
          label="Period"
          of={DAYS}
          text={(days) => (days === 1 ? 'Today' : `Last ${days} days`)}
          value={state.days}
          onChange={(days) => onChange({ days })}
        />
        {state.view === 'map' && (
          <OneOf
            label="Steps on the map"
            of={TOPS}
            text={(top) => (top === 0 ? 'All steps' : `Top ${top} steps`)}
            value={state.top}
            onChange={(top) => onChange({ top })}
          />
        )}
      </div>
      <span role="status" className="text-xs text-ink-3 sm:ml-auto">
        {status}
      </span>
    </div>
  )
}

interface NamedProps {
  label: string
  none: string
  of: readonly { slug: string; name: string }[]
  value: string
  onChange: (value: string | null) => void
}

function Named({ label, none, of, value, onChange }: NamedProps) {
  return (
    <Select
      small
      className="w-36"
      aria-label={label}
      none={none}
      value={value}
      options={of.map(({ slug, name }) => ({ value: slug, label: name }))}
      onChange={(event) => onChange(event.target.value || null)}
    />
  )
}

interface OneOfProps<T extends number> {
  label: string
  of: readonly T[]
  text: (one: T) => string
  value: number
  onChange: (value: T) => void
}

/** One of a few numbers. */
function OneOf<T extends number>({ label, of, text, value, onChange }: OneOfProps<T>) {
  return (
    <Select
      small
      className="w-36"
      aria-label={label}
      value={value}
      options={of.map((one) => ({ value: String(one), label: text(one) }))}
      onChange={(event) => {
        const chosen = of.find((one) => String(one) === event.target.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}
