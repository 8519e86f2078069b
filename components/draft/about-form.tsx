'use client'

import { useQuery } from '@tanstack/react-query'
import { Box } from '@/components/ui/box'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { domainQueries } from '@/lib/client/domain-queries'
import type { DraftValues } from '@/lib/client/draft-saver'
import { ownerQueries } from '@/lib/client/owner-queries'
import { kindChosen, renamed } from './draft-name'
import { DraftNameInput } from './draft-name-input'

interface AboutFormProps {
  values: DraftValues
  /** The label the version gets where none is written here. */
  suggestedLabel: string
  /** An event type of the catalog keeps its name, kind and owner; they are changed on its own page. */
  isNew: boolean
  readOnly: boolean
  onChange: (patch: Partial<DraftValues>) => void
}

/** What the draft says of itself, saved as it is typed. */
export function AboutForm({ values, suggestedLabel, isNew, readOnly, onChange }: AboutFormProps) {
  return (
    <Box title="About this draft">
      <div className="flex flex-col gap-3 p-3">
        {isNew && <TypeFields values={values} readOnly={readOnly} onChange={onChange} />}
        <Field label="Version label" optional hint={`Empty: ${suggestedLabel}, as the changes suggest`}>
          {(control) => (
            <Input
              value={values.label}
              maxLength={50}
              disabled={readOnly}
              className="font-mono"
              onChange={(event) => onChange({ label: event.target.value })}
              {...control}
            />
          )}
        </Field>
        <Field label="What changes, and why" optional>
          {(control) => (
            <Textarea
              rows={2}
              value={values.summary}
              maxLength={500}
              disabled={readOnly}
              onChange={(event) => onChange({ summary: event.target.value })}
              {...control}
            />
          )}
        </Field>
      </div>
    </Box>
  )
}

function TypeFields({ values, readOnly, onChange }: Omit<AboutFormProps, 'isNew' | 'suggestedLabel'>) {
  const owners = useQuery(ownerQueries.list())
  const domains = useQuery(domainQueries.list())
  const options = (items: readonly { slug: string; name: string }[] | undefined) =>
    (items ?? []).map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <>
      <Field label="Event type" hint="What happened, in the past tense">
        {(control) => (
          <DraftNameInput
            name={values.event_type}
            disabled={readOnly}
            onName={(name) => onChange(renamed(values, name))}
            {...control}
          />
        )}
      </Field>
      <div className="grid grid-cols-[6rem_minmax(0,1fr)_minmax(0,1fr)] gap-2">
        <Field label="Kind">
          {(control) => (
            <Select
              value={values.kind}
              disabled={readOnly}
              onChange={(event) =>
                onChange(kindChosen(values.event_type, event.target.value === 'cud' ? 'cud' : 'domain'))
              }
              options={[
                { value: 'domain', label: 'Domain' },
                { value: 'cud', label: 'CUD' },
              ]}
              {...control}
            />
          )}
        </Field>
        <Field label="Owner">
          {(control) => (
            <Select
              value={values.owner ?? ''}
              disabled={readOnly}
              none="Nobody yet"
              onChange={(event) => onChange({ owner: event.target.value || null })}
              options={options(owners.data)}
              {...control}
            />
          )}
        </Field>
        <Field label="Domain">
          {(control) => (
            <Select
              value={values.domain ?? ''}
              disabled={readOnly}
              none="None yet"
              onChange={(event) => onChange({ domain: event.target.value || null })}
              options={options(domains.data)}
              {...control}
            />
          )}
        </Field>
      </div>
      <Field label="Description" optional hint="What happened, and what a consumer may conclude">
        {(control) => (
          <Textarea
            rows={3}
            value={values.description}
            maxLength={20_000}
            disabled={readOnly}
            onChange={(event) => onChange({ description: event.target.value })}
            {...control}
          />
        )}
      </Field>
    </>
  )
}
