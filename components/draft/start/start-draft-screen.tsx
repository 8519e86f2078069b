'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { EventName } from '@/components/event/event-name'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Input } from '@/components/ui/input'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { useStartDraft } from '@/lib/client/draft-mutations'
import { paths } from '@/lib/client/paths'
import { cudName } from '@/lib/domain/naming/cud-name'
import { splitEventName } from '@/lib/domain/naming/split-event-name'

interface StartDraftScreenProps {
  eventType: string
  base: string | null
}

/** Asks for the one thing a draft cannot do without: what happened. */
export function StartDraftScreen({ eventType, base }: StartDraftScreenProps) {
  const router = useRouter()
  const start = useStartDraft()
  const [typed, setTyped] = useState(eventType)
  const name = typed.trim()
  const { tense } = splitEventName(name)

  function submit(event: FormEvent): void {
    event.preventDefault()
    const kind = base === null && cudName(name) ? ('cud' as const) : undefined
    start.mutate(
      { event_type: name, kind, ...(base === null ? {} : { base }) },
      { onSuccess: (draft) => router.push(paths.draft(draft.id)) },
    )
  }

  return (
    <>
      <PageHeader title="Draft an event" />
      <form onSubmit={submit} className="flex max-w-xl flex-col gap-4 px-5 pb-8" noValidate>
        <FormProblem>{formError(start.error)}</FormProblem>
        <Field
          label="What happened?"
          error={fieldErrors(start.error).get('event_type')}
          hint={
            name !== '' && tense === 'none'
              ? '▲ That is not in the past tense. CardExpired, ReportFilled: an event says what has happened.'
              : 'The name of the event type. An event type of the catalog gets its next version, any other name a new event type.'
          }
        >
          {(control) => (
            <Input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              maxLength={200}
              spellCheck={false}
              className="font-mono"
              {...control}
            />
          )}
        </Field>
        <p className="min-h-6 text-lg" aria-hidden>
          {name !== '' && <EventName name={name} />}
        </p>
        <div>
          <Button type="submit" look="primary" busy={start.isPending} disabled={name === ''}>
            {start.isPending ? 'Starting …' : 'Start the draft'}
          </Button>
        </div>
      </form>
    </>
  )
}
