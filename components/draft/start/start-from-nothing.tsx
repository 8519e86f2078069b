'use client'

import { useState, type FormEvent } from 'react'
import { FormProblem } from '@/components/ui/form-problem'
import { NameField } from './name-field'
import { StartButton } from './start-button'
import { useBeginDraft } from './use-begin-draft'

/** An empty schema; of an event type that has versions, the latest one. */
export function StartFromNothing({ eventType }: { eventType: string }) {
  const { begin, isPending, problem, errorOf } = useBeginDraft()
  const [typed, setTyped] = useState(eventType)
  const name = typed.trim()
  function submit(event: FormEvent): void {
    event.preventDefault()
    begin({ event_type: name })
  }
  return (
    <form onSubmit={submit} className="flex max-w-xl flex-col gap-4" noValidate>
      <FormProblem>{problem}</FormProblem>
      <NameField value={typed} onChange={setTyped} error={errorOf('event_type')} />
      <StartButton busy={isPending} disabled={name === ''} />
    </form>
  )
}
