'use client'

import { useState, type FormEvent } from 'react'
import { FormProblem } from '@/components/ui/form-problem'
import { InferredBox } from './inferred-box'
import { NameField } from './name-field'
import { SamplesField } from './samples-field'
import { StartButton } from './start-button'
import { useBeginDraft } from './use-begin-draft'
import { examplesOf, useSamples } from './use-samples'

/** A schema inferred from JSON at hand; whole events bring their name along. */
export function StartFromSamples({ eventType }: { eventType: string }) {
  const { begin, isPending, problem, errorOf } = useBeginDraft()
  const [typed, setTyped] = useState<string | null>(eventType === '' ? null : eventType)
  const [text, setText] = useState('')
  const inferred = useSamples(text)
  const name = (typed ?? inferred.eventType ?? '').trim()
  const count = inferred.samples.length
  function submit(event: FormEvent): void {
    event.preventDefault()
    begin({
      event_type: name,
      schema_text: JSON.stringify(inferred.schema, null, 2),
      examples_text: examplesOf(inferred),
      summary: `Inferred from ${count.toLocaleString('en')} ${count === 1 ? 'sample' : 'samples'}`,
    })
  }
  return (
    <div className="grid items-start gap-x-6 gap-y-4 lg:grid-cols-2">
      <form onSubmit={submit} className="flex min-w-0 flex-col gap-4" noValidate>
        <FormProblem>{problem}</FormProblem>
        <SamplesField
          label="Samples"
          hint="One JSON document or many: a list, one a line, or one below the other; data alone or whole events. The first three become examples of the draft, so leave out what is personal."
          value={text}
          onChange={setText}
          faults={inferred.faults}
        />
        <NameField
          value={typed ?? inferred.eventType ?? ''}
          onChange={setTyped}
          error={errorOf('event_type')}
        />
        <StartButton busy={isPending} disabled={name === '' || inferred.schema === null} />
      </form>
      <InferredBox inferred={inferred} />
    </div>
  )
}
