'use client'

import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { lintQueries } from '@/lib/client/lint-queries'
import { NameField } from './name-field'
import { StartButton } from './start-button'
import { useBeginDraft } from './use-begin-draft'

interface StartFromVersionProps {
  eventType: string
  base: string | null
}

/** The schema of a published version: the next version of its event type, or a new event type that resembles it. */
export function StartFromVersion({ eventType, base }: StartFromVersionProps) {
  const { begin, isPending, problem, errorOf } = useBeginDraft()
  const names = useQuery(lintQueries.context(undefined)).data?.catalog_names ?? []
  const [source, setSource] = useState(eventType)
  const [chosen, setChosen] = useState(base)
  const [typed, setTyped] = useState<string | null>(null)
  const from = source.trim()
  const versions = useQuery({
    ...eventTypeQueries.versions(from),
    enabled: from !== '' && (names.includes(from) || from === eventType),
    retry: false,
  })
  // While one still writes a name nothing is wrong with it.
  const isUnknown =
    versions.isError || (from !== '' && names.length > 0 && !names.some((each) => each.startsWith(from)))
  const labels = versions.data?.map(({ label }) => label) ?? (base === null ? [] : [base])
  const label = labels.find((each) => each === chosen) ?? labels[0]
  const name = (typed ?? from).trim()
  const isNext = name === from
  const schema = useQuery({
    ...eventTypeQueries.version(from, label ?? ''),
    enabled: label !== undefined && !isNext,
  })
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (isNext) return begin({ event_type: name, base: label }, false)
    begin({ event_type: name, schema_text: JSON.stringify(schema.data?.schema, null, 2) })
  }
  return (
    <form onSubmit={submit} className="flex max-w-xl flex-col gap-4" noValidate>
      <FormProblem>{problem}</FormProblem>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
        <Field
          label="Event type to begin with"
          error={isUnknown ? 'No such event type is in the catalog' : null}
        >
          {(control) => (
            <Input
              value={source}
              onChange={(event) => setSource(event.target.value)}
              list="event-types-to-begin-with"
              spellCheck={false}
              className="font-mono"
              {...control}
            />
          )}
        </Field>
        <datalist id="event-types-to-begin-with">
          {names.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <Field label="Version" error={errorOf('base')}>
          {(control) => (
            <Select
              value={label ?? ''}
              onChange={(event) => setChosen(event.target.value)}
              disabled={labels.length === 0}
              options={labels.map((each) => ({ value: each, label: each }))}
              {...(labels.length === 0 ? { none: from === '' || isUnknown ? '–' : 'none yet' } : {})}
              {...control}
            />
          )}
        </Field>
      </div>
      <NameField value={typed ?? from} onChange={setTyped} error={errorOf('event_type')} />
      <p className="text-ink-2" role="status">
        {label === undefined || name === ''
          ? ''
          : isNext
            ? `The next version of ${from}, continuing ${label}.`
            : `Another event type, with the schema of ${from} ${label}.`}
      </p>
      <StartButton
        busy={isPending}
        disabled={name === '' || label === undefined || (!isNext && schema.data === undefined)}
      />
    </form>
  )
}
