'use client'

import { useQuery } from '@tanstack/react-query'
import { domainQueries } from '@/lib/client/domain-queries'
import { MOST_MINUTES, wholeMinutes, type ExploreState } from '@/lib/client/explore-url'
import { ownerQueries } from '@/lib/client/owner-queries'
import { serviceQueries } from '@/lib/client/service-queries'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextFilter } from './text-filter'
import { TypeField } from './type-field'

interface ExploreFiltersProps {
  state: ExploreState
  onChange: (change: Partial<ExploreState>) => void
}

/** Everything that narrows the list; each change is in the address at once. */
export function ExploreFilters({ state, onChange }: ExploreFiltersProps) {
  const { data: owners = [] } = useQuery(ownerQueries.list())
  const { data: domains = [] } = useQuery(domainQueries.list())
  const { data: services = [] } = useQuery(serviceQueries.list())
  return (
    <form
      aria-label="Filters"
      onSubmit={(event) => event.preventDefault()}
      className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-8"
    >
      <TypeField label="Event type" value={state.type} onCommit={(type) => onChange({ type })} />
      <TextFilter label="Version" value={state.version} onCommit={(version) => onChange({ version })} />
      <Choice label="Owner" of={owners} value={state.owner} onChange={(owner) => onChange({ owner })} />
      <Choice label="Domain" of={domains} value={state.domain} onChange={(domain) => onChange({ domain })} />
      <Choice
        label="Service"
        of={services}
        value={state.service}
        onChange={(service) => onChange({ service })}
      />
      <Field label="Validity">
        {(control) => (
          <Select
            {...control}
            none="Any"
            value={state.validity ?? ''}
            options={[
              { value: 'valid', label: 'Valid' },
              { value: 'invalid', label: 'Breaks its schema' },
              { value: 'unknown', label: 'Unchecked' },
            ]}
            onChange={(event) => {
              const { value } = event.target
              onChange({
                validity: value === 'valid' || value === 'invalid' || value === 'unknown' ? value : null,
              })
            }}
          />
        )}
      </Field>
      <TextFilter label="Business key" value={state.key} onCommit={(key) => onChange({ key })} />
      <TextFilter label="Trace id" value={state.trace_id} onCommit={(id) => onChange({ trace_id: id })} />
      <Field label="Kind">
        {(control) => (
          <Select
            {...control}
            none="Any"
            value={state.kind ?? ''}
            options={[
              { value: 'domain', label: 'Domain event' },
              { value: 'cud', label: 'CUD event' },
            ]}
            onChange={({ target: { value } }) =>
              onChange({ kind: value === 'domain' || value === 'cud' ? value : null })
            }
          />
        )}
      </Field>
      <TypeField
        label="Not followed by"
        value={state.without}
        onCommit={(without) => onChange({ without, minutes: without === '' ? null : state.minutes })}
      />
      {state.without !== '' && (
        <TextFilter
          label="Within minutes"
          inputMode="numeric"
          problemOf={problemOfMinutes}
          value={state.minutes === null ? '' : String(state.minutes)}
          onCommit={(minutes) => onChange({ minutes: wholeMinutes(minutes) })}
        />
      )}
    </form>
  )
}

function problemOfMinutes(text: string): string | null {
  if (text === '' || wholeMinutes(text) !== null) return null
  return `Not a whole number from 1 to ${MOST_MINUTES.toLocaleString('en')}: it does not count`
}

interface TextProps {
  label: string
  value: string
  onChange: (value: string) => void
}

function Choice({ of, ...props }: TextProps & { of: readonly { slug: string; name: string }[] }) {
  return (
    <Field label={props.label}>
      {(control) => (
        <Select
          {...control}
          none="Any"
          value={props.value}
          options={of.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
