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
        <Choice
          label="Domain"
          none="All domains"
          of={domains}
          value={state.domain}
          onChange={(domain) => onChange({ domain })}
        />
        <Choice
          label="Owner"
          none="All owners"
          of={owners}
          value={state.owner}
          onChange={(owner) => onChange({ owner })}
        />
        <Select
          small
          className="w-32"
          aria-label="Least share"
          value={state.share}
          options={SHARES.map((share) => ({
            value: String(share),
            label: share === 0 ? 'Any share' : `Share ≥ ${share * 100} %`,
          }))}
          onChange={(event) => onChange({ share: Number(event.target.value) || null })}
        />
        <Select
          small
          className="w-32"
          aria-label="Period"
          value={state.days}
          options={DAYS.map((days) => ({
            value: String(days),
            label: days === 1 ? 'Today' : `Last ${days} days`,
          }))}
          onChange={(event) =>
            onChange({ days: DAYS.find((days) => String(days) === event.target.value) ?? null })
          }
        />
        {state.view === 'map' && (
          <Select
            small
            className="w-36"
            aria-label="Steps on the map"
            value={state.top}
            options={TOPS.map((top) => ({
              value: String(top),
              label: top === 0 ? 'All steps' : `Top ${top} steps`,
            }))}
            onChange={(event) =>
              onChange({ top: TOPS.find((top) => String(top) === event.target.value) ?? null })
            }
          />
        )}
      </div>
      <span role="status" className="text-xs text-ink-3 sm:ml-auto">
        {status}
      </span>
    </div>
  )
}

interface ChoiceProps {
  label: string
  none: string
  of: readonly { slug: string; name: string }[]
  value: string
  onChange: (value: string | null) => void
}

function Choice({ label, none, of, value, onChange }: ChoiceProps) {
  const options = of.map(({ slug, name }) => ({ value: slug, label: name }))
  // A filter from a link stays visible even where the catalog does not know it, and before the names are there.
  const isUnknown = value !== '' && of.every(({ slug }) => slug !== value)
  return (
    <Select
      small
      className="w-36"
      aria-label={label}
      none={none}
      value={value}
      options={isUnknown ? [{ value, label: value }, ...options] : options}
      onChange={(event) => onChange(event.target.value || null)}
    />
  )
}
