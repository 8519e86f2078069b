'use client'

import { useRef } from 'react'
import type { QuarantineState } from '@/lib/client/quarantine-url'
import { useGlobalKeys } from '@/lib/client/use-keys'
import type { CallOutput } from '@/lib/contracts/routes'
import { buttonClass } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'

interface QuarantineFiltersProps {
  state: QuarantineState
  reasons: CallOutput<'listQuarantine'>['reasons']
  onChange: (change: Partial<QuarantineState>) => void
  /** What can be done with all that matches. */
  children: React.ReactNode
}

const VIEWS = ['groups', 'messages'] as const

/** Searches the quarantine; each change is in the address at once. In a group all have one reason. */
export function QuarantineFilters({ state, reasons, onChange, children }: QuarantineFiltersProps) {
  const field = useRef<HTMLInputElement>(null)
  useGlobalKeys({ find: () => field.current?.focus(), filter: () => field.current?.focus() })
  const options = reasons.map(({ code, count }) => ({
    value: code,
    label: `${code} (${count.toLocaleString('en-US')})`,
  }))
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-5 py-1.5">
      {state.group === null && (
        <div role="group" aria-label="View" className="flex gap-1">
          {VIEWS.map((view) => (
            <button
              key={view}
              type="button"
              aria-pressed={state.view === view}
              onClick={() => onChange({ view })}
              className={buttonClass(state.view === view ? 'plain' : 'quiet', 'small', '!h-7 capitalize')}
            >
              {view}
            </button>
          ))}
        </div>
      )}
      <Input
        ref={field}
        type="search"
        value={state.q}
        maxLength={200}
        aria-label="Search the quarantine"
        placeholder="Search type, id, sender or content"
        className="!h-7 min-w-0 flex-1 basis-52 sm:max-w-80"
        onChange={(event) => onChange({ q: event.target.value })}
      />
      {state.group === null && (
        <Select
          small
          className="w-52"
          aria-label="Reason"
          none="Any reason"
          value={state.code}
          options={options}
          onChange={(event) => onChange({ code: event.target.value })}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 empty:hidden sm:ml-auto">{children}</div>
    </div>
  )
}
